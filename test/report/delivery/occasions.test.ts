import { beforeEach, describe, expect, it } from 'vitest'
import { dueOccasion } from '../../../server/report/delivery/due-occasion.ts'
import { deliverDueReports } from '../../../server/report/delivery/deliver-due.ts'
import { statement } from '../../../server/store/database.ts'
import { readDeliveries } from '../../../server/store/read-deliveries.ts'
import { writeRecipients } from '../../../server/store/report-recipients.ts'
import type { ScheduleChoices } from '../../../server/store/report-schedules.ts'
import {
  createSchedule,
  pauseSchedule,
  readSchedule,
  resumeSchedule,
  usualChoices,
} from '../../../server/store/report-schedules.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { miraeId, seedSampleGrid, setDataCompleteTo } from '../sample-grid.ts'

const hour = 3_600_000
const week = 7 * 24 * hour
const nobody = { personIds: [], groupIds: [], addresses: [] }
let ctx: TestContext
let owner: number

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
})

describe('data that does not come', () => {
  const complete = '2026-11-12T00:00:00.000Z'

  it('is waited for until the deadline', async () => {
    addSchedule({ deadlineHours: 5 })
    setDataCompleteTo(ctx.db, complete)

    await deliver(testNow + 3.9 * hour)

    expect(ctx.mails).toEqual([])
  })

  it('then brings the last complete week, clearly labelled, and the owner is told', async () => {
    addSchedule({ deadlineHours: 5 })
    setDataCompleteTo(ctx.db, complete)

    await deliver(testNow + 4 * hour)
    const [report, notice] = ctx.mails

    expect(ctx.mails).toHaveLength(2)
    expect(report.text).toContain('2–8 Nov 2026')
    expect(report.text).toContain('The data of the week of 9–15 Nov 2026 is not complete yet.')
    expect(report.html).toContain('is not complete yet')
    expect(notice.text).toContain(
      'The data of the week of 9–15 Nov 2026 did not come by the deadline. Recipients got the week of 2–8 Nov 2026, and were told so.',
    )
  })

  it('or nothing, as the schedule says, and the owner is told', async () => {
    const id = addSchedule({ deadlineHours: 5, atDeadline: 'nothing' })
    setDataCompleteTo(ctx.db, complete)

    await deliver(testNow + 4 * hour)
    setDataCompleteTo(ctx.db, '2026-11-17T00:00:00.000Z')
    await deliver(testNow + 20 * hour)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover: “Weekly” could not be sent as planned',
    ])
    expect(ctx.mails[0].text).toContain('recipients got no mail')
    expect(readDeliveries(ctx.db, id).map(({ outcome, message }) => [outcome, message])).toContainEqual([
      'skipped',
      'too_late',
    ])
  })

  it('brings nothing where the last complete week is a month old', async () => {
    addSchedule({ deadlineHours: 5 })
    setDataCompleteTo(ctx.db, '2026-10-10T00:00:00.000Z')

    await deliver(testNow + 4 * hour)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover: “Weekly” could not be sent as planned',
    ])
  })
})

describe('what is new', () => {
  beforeEach(() => setDataCompleteTo(ctx.db, '2026-12-30T00:00:00.000Z'))

  it('is not told in the first mail, which has nothing to compare with', async () => {
    addSchedule()

    await deliver(testNow)

    expect(ctx.mails[0].text).not.toContain('New since the last mail')
  })

  it('is a verdict that was another one in the mail before', async () => {
    addSchedule()
    await deliver(testNow)
    setState('first_reply', { state: 'no_clear_change' })

    await deliver(testNow + week)

    expect(ctx.mails[1].text.replace(/\s+/g, ' ')).toContain(
      '- New since the last mail: Mirae Outdoor, first reply time: improved → no clear change.',
    )
    expect(ctx.mails[1].html).toContain('New since the last mail: Mirae Outdoor, first reply time')
  })

  it('is nothing where the definition changed too', async () => {
    addSchedule()
    await deliver(testNow)
    setState('first_reply', { state: 'no_clear_change', metricVersion: 99 })

    await deliver(testNow + week)

    expect(ctx.mails[1].text).toContain('No verdict has changed since the last mail.')
  })

  it('keeps a mail from being sent where the schedule says so and nothing is new', async () => {
    const id = addSchedule({ skipsUnchanged: true })
    await deliver(testNow)
    await deliver(testNow + week)
    setState('first_reply', { state: 'no_clear_change' })
    await deliver(testNow + week + hour)
    await deliver(testNow + 2 * week)

    expect(ctx.mails).toHaveLength(2)
    expect(readDeliveries(ctx.db, id).map(({ occasion, outcome }) => [occasion, outcome])).toEqual([
      ['2026-11-30', 'sent'],
      ['2026-11-23', 'skipped'],
      ['2026-11-16', 'sent'],
    ])
  })
})

describe('somebody without an account', () => {
  it('gets the brands listed for them, in their language', async () => {
    addSchedule({}, { address: 'partner@outside.example', language: 'ko', brandIds: [miraeId] })

    await deliver(testNow)
    const mail = ctx.mails.find(({ to }) => to === 'partner@outside.example')

    expect(mail?.text).toContain('Mirae Outdoor')
    expect(mail?.text).toContain('메일 수신 거부: https://cutover.example/unsubscribe/')
    expect(mail?.text).not.toMatch(/하늘|새벽서점|Dawon/)
  })

  it('never gets more than the owner sees', async () => {
    const viewer = addPerson(ctx, { email: 'viewer@demo.example', role: 'manager', brandIds: [miraeId] })
    addSchedule({}, { address: 'partner@outside.example', language: 'en', brandIds: null }, viewer)

    await deliver(testNow)

    expect(ctx.mails.find(({ to }) => to === 'partner@outside.example')?.text).not.toMatch(/하늘|Dawon/)
  })

  it('gets nothing of brands the schedule does not name', async () => {
    addSchedule({ brandIds: [miraeId] }, { address: 'a@outside.example', language: 'en', brandIds: null })

    await deliver(testNow)

    expect(ctx.mails).toHaveLength(2)
    for (const { text } of ctx.mails) expect(text).not.toMatch(/하늘|새벽서점|Dawon/)
  })
})

describe('dueOccasion', () => {
  const isWorkingDay = () => true

  it('is none of what fell due before the schedule was made', () => {
    const id = addSchedule({}, undefined, owner, testNow)

    expect(due(id, testNow)).toBeNull()
    expect(due(id, testNow + week)).toMatchObject({ day: '2026-11-23' })
  })

  it('is none of what fell due while it was paused', () => {
    const id = addSchedule()
    pauseSchedule(ctx.db, id, { at: testNow, because: 'person' })
    resumeSchedule(ctx.db, id, testNow + week + hour)

    expect(due(id, testNow + week + hour)).toBeNull()
    expect(due(id, testNow + 2 * week)).toMatchObject({ day: '2026-11-30' })
  })

  it('tells of the week before it, however late the mail goes out', () => {
    const friday: Partial<ScheduleChoices> = {
      timing: {
        zone: 'Asia/Seoul',
        cadence: { every: 'week', weekday: 5 },
        minuteOfDay: 17 * 60,
        lastDay: null,
      },
    }
    const id = addSchedule(friday)

    expect(due(id, Date.parse('2026-11-24T10:00:00+09:00'))).toMatchObject({
      day: '2026-11-20',
      period: { from: '2026-11-09', to: '2026-11-16' },
    })
  })

  it('is closed after a week', () => {
    const id = addSchedule({
      timing: {
        zone: 'Asia/Seoul',
        cadence: { every: 'month', monthDay: 2 },
        minuteOfDay: 0,
        lastDay: null,
      },
    })

    expect(due(id, Date.parse('2026-11-08T23:59:59+09:00'))).not.toBeNull()
    expect(due(id, Date.parse('2026-11-09T00:00:00+09:00'))).toBeNull()
  })

  function due(id: number, now: number) {
    const schedule = readSchedule(ctx.db, id)
    if (schedule === null) throw new Error('the schedule was made above')
    return dueOccasion(now, schedule, { isWorkingDay })
  }
})

function addSchedule(
  choices: Partial<ScheduleChoices> = {},
  outside?: { address: string; language: 'ko' | 'en'; brandIds: number[] | null },
  ownerId = owner,
  notBefore: number | null = null,
): number {
  const timing: ScheduleChoices['timing'] = {
    zone: 'Asia/Seoul',
    cadence: { every: 'week', weekday: 1 },
    minuteOfDay: 8 * 60,
    lastDay: null,
  }
  const id = createSchedule(ctx.db, { ...usualChoices('Weekly'), timing, ...choices }, { ownerId, notBefore })
  writeRecipients(ctx.db, id, {
    ...nobody,
    personIds: [ownerId],
    addresses: outside ? [{ name: null, ...outside }] : [],
  })
  return id
}

function deliver(now: number) {
  return deliverDueReports(ctx, { now })
}

/** Changes what the stored cell of Mirae says. */
function setState(metric: string, change: object): void {
  const where = { miraeId, metric }
  const row = statement<{ cell: string }>(
    ctx.db,
    'select cell from comparison_cell where brand_id = :miraeId and metric = :metric',
  ).get(where)
  const cell = JSON.stringify({ ...(JSON.parse(row?.cell ?? '{}') as object), ...change })
  statement(
    ctx.db,
    'update comparison_cell set cell = :cell where brand_id = :miraeId and metric = :metric',
  ).run({ ...where, cell })
}
