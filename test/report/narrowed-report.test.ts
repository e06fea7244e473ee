import BetterSqlite3 from 'better-sqlite3'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refreshGrid } from '../../server/comparison/compare-grid.ts'
import type { ComparisonState, QuestionFilter } from '../../server/contract.ts'
import { deliverDueReports } from '../../server/report/delivery/deliver-due.ts'
import { narrowingOf } from '../../server/report/delivery/narrowing.ts'
import { writeRecipients } from '../../server/store/report-recipients.ts'
import type { ScheduleChoices } from '../../server/store/report-schedules.ts'
import {
  createSchedule,
  readSchedule,
  updateSchedule,
  usualChoices,
} from '../../server/store/report-schedules.ts'
import type { Told } from '../../server/store/report-occasions.ts'
import { statement } from '../../server/store/database.ts'
import { accountOfRows } from '../comparison/account-of-rows.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { setDataCompleteTo } from './sample-grid.ts'

const week = 7 * 86_400_000
const korean: QuestionFilter = {
  channel: null,
  language: ['ko'],
  topic: null,
  group: null,
  hours: null,
  open: false,
  bot: null,
}
const choices: ScheduleChoices = {
  ...usualChoices('Korean conversations'),
  timing: { zone: 'Asia/Seoul', cadence: { every: 'week', weekday: 1 }, minuteOfDay: 480, lastDay: null },
  metrics: ['first_reply', 'demand', 'resolution_time'],
  filters: korean,
}
let account: Buffer
let ctx: TestContext
let schedule: number

beforeAll(() => {
  const db = accountOfRows(7, 0.4)
  refreshGrid(db, testNow, true)
  account = db.serialize()
})

beforeEach(() => {
  ctx = testContext({ db: new BetterSqlite3(account), config: { publicUrl: 'https://cutover.example' } })
  const owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  setDataCompleteTo(ctx.db, '2026-12-30T00:00:00.000Z')
  schedule = createSchedule(ctx.db, choices, { ownerId: owner, notBefore: null })
  writeRecipients(ctx.db, schedule, { personIds: [owner], groupIds: [], addresses: [] })
})

describe('a report about some conversations', () => {
  it('says which, and tells of these alone, with the verdict about all of them beside it', async () => {
    await deliverDueReports(ctx, { now: testNow })
    const [mail] = ctx.mails
    const text = mail.text.replace(/\s+/g, ' ')

    expect(mail.subject).toMatch(/^Cutover: .* \(narrowed\)$/)
    expect(text).toContain('This mail speaks only of conversations with: Language: Korean.')
    expect(text).toContain('all conversations: ✓ Improved')
    expect(text).toContain('Resolution time')
    expect(text).not.toContain('CSAT')
    expect(weekOfDemand(mail.text)).toBe(demandOf(`language = 'ko'`))
    expect(demandOf(`language = 'ko'`)).toBeLessThan(demandOf('1'))
  })

  it('leads to pages that are narrowed the same way', async () => {
    await deliverDueReports(ctx, { now: testNow })

    expect(ctx.mails[0].text).toContain('https://cutover.example/brands/1?language=ko&lang=en')
  })

  it('is worked out once for everybody who reads the same grid', () => {
    const kept = readSchedule(ctx.db, schedule)
    if (kept === null) throw new Error('the schedule was kept')
    const narrow = narrowingOf(ctx.db, kept, { ownerBrandIds: [1, 2], now: testNow })

    expect(narrow('shared')?.cells).toBe(narrow('shared')?.cells)
    expect(
      narrowingOf(ctx.db, { ...kept, filters: null }, { ownerBrandIds: [1], now: testNow })('shared'),
    ).toBeNull()
  })

  it('compares with what the mail before said of the same conversations', async () => {
    await deliverDueReports(ctx, { now: testNow })
    tellAsIf('worse')
    await deliverDueReports(ctx, { now: testNow + week })

    expect(ctx.mails[1].text.replace(/\s+/g, ' ')).toContain(
      'New since the last mail: Brand 1, first reply time: worse → improved',
    )
  })

  it('compares with nothing where the mail before spoke of others', async () => {
    await deliverDueReports(ctx, { now: testNow })
    tellAsIf('worse')
    updateSchedule(ctx.db, schedule, { ...choices, filters: { ...korean, language: ['en'] } })
    await deliverDueReports(ctx, { now: testNow + week })

    expect(ctx.mails[1].text).toContain('Language: English')
    expect(ctx.mails[1].text).not.toContain('since the last mail')
  })

  it('says that there are too few where no verdict is possible', async () => {
    updateSchedule(ctx.db, schedule, { ...choices, filters: { ...korean, language: ['ja'] } })
    await deliverDueReports(ctx, { now: testNow })

    expect(ctx.mails[0].subject).toBe('Cutover: too few of these conversations — week of 9 Nov (narrowed)')
    expect(ctx.mails[0].text.replace(/\s+/g, ' ')).toContain('There are too few of these conversations')
  })
})

/** Lets the mail before have said another state of the first replies. */
function tellAsIf(state: ComparisonState): void {
  const row = statement<{ cells: string }>(ctx.db, 'select cells from report_occasion').get()
  const told = JSON.parse(row?.cells ?? '{}') as Told
  const shared = told.shared?.map((one) => (one.metric === 'first_reply' ? { ...one, state } : one))
  statement(ctx.db, 'update report_occasion set cells = :cells').run({
    cells: JSON.stringify({ ...told, shared }),
  })
}

/** Brand 1's conversations of the week that the text tells. */
function weekOfDemand(text: string): number {
  const ofBrand = text.slice(text.indexOf('Brand 1\n---'))
  return Number(/Contact volume +(\d+) conversations/.exec(ofBrand)?.[1])
}

function demandOf(condition: string): number {
  const sql = `select count(*) as n from conversation where brand_id = 1 and day between '2026-11-09' and '2026-11-15' and ${condition}`
  return statement<{ n: number }>(ctx.db, sql).get()?.n ?? 0
}
