import { beforeEach, describe, expect, it } from 'vitest'
import type { DataTrouble } from '../../../server/contract-alert.ts'
import { diskLooks } from '../../../server/report/alerts/troubles/stored.ts'
import { listRules } from '../../../server/store/alert-rules.ts'
import { statement } from '../../../server/store/database.ts'
import { finishJobRun, startJobRun } from '../../../server/store/job-runs.ts'
import { storePermissionChecks } from '../../../server/store/permission-checks.ts'
import { noteReread, readRedSlices, saveCheck } from '../../../server/store/reconciliation.ts'
import { ensureWeeklySchedule, setTroubleSince } from '../../../server/store/report-schedules.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { seedSampleGrid } from '../sample-grid.ts'
import { addRule, day, hour, lookAt, withoutUsualRule } from './alert-rules.ts'

let ctx: TestContext
let admin: number

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  admin = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
})

function watch(...troubles: DataTrouble[]): number {
  const data = { kind: 'data' as const, troubles, hours: 6, freePercent: 5 }
  return addRule(ctx, admin, data, { tellsAdministrators: true, recipients: { personIds: [] } })
}

function sync(at: number, failures: string[] = [], name = 'sync-all'): void {
  const id = startJobRun(ctx.db, name, at)
  const failed = failures.map((stream) => ({
    stream,
    code: 'no_answer',
    detail: null,
    message: 'Zendesk does not answer',
  }))
  const outcome = failures.length > 0 ? 'failed' : 'ok'
  finishJobRun(ctx.db, id, { outcome, message: 'failed', summary: null, failures: failed, now: at + 60_000 })
}

const subjects = () => ctx.mails.map(({ subject }) => subject)

describe('a stream', () => {
  it('is told once it has failed for the hours of the alert, and when it is read again', async () => {
    watch('stream')
    sync(testNow - hour)
    sync(testNow, ['chats'])
    await lookAt(ctx, testNow + hour)
    const soon = ctx.mails.length
    sync(testNow + 5 * hour, ['chats'])
    await lookAt(ctx, testNow + 6 * hour)
    sync(testNow + 7 * hour)
    await lookAt(ctx, testNow + 8 * hour)

    expect(soon).toBe(0)
    expect(subjects()).toEqual([
      'Cutover alert: Live chats cannot be read',
      'Cutover, over: Live chats is read again',
    ])
    expect(ctx.mails[0].text).toContain('Zendesk does not answer')
    expect(ctx.mails[0].text).toContain('Open Data health: https://cutover.example/data-health?lang=en')
  })

  it('that failed already when the alert was made is told at once', async () => {
    sync(testNow - 10 * hour)
    sync(testNow - hour, ['chats', 'account'])
    watch('stream')

    await lookAt(ctx, testNow)

    expect(subjects()).toEqual(['Cutover alert: Brands and agents cannot be read and 1 more'])
  })

  it('is not told while the way in is refused: only that is', async () => {
    sync(testNow - 10 * hour)
    sync(testNow - hour, ['chats', 'account'])
    storePermissionChecks(ctx.db, [
      { subject: 'credential', state: 'refused', code: 'token_refused', detail: null, checked_at: testNow },
    ])
    watch('credential', 'stream')

    await lookAt(ctx, testNow)

    expect(subjects()).toEqual(['Cutover alert: Zendesk refuses the sign-in'])
  })
})

describe('other trouble', () => {
  it('is a day that differs also after it was read again, until it agrees', async () => {
    watch('reconciliation')
    const slice = {
      ...{ kind: 'tickets' as const, brandId: 101, channel: 'native_messaging', scope: 'agent' as const },
      ...{ day: '2026-11-10', days: 1 as const },
    }
    const tally = { theirs: 100, ours: 60, explained: 0, unexplained: 40, causes: {} }
    saveCheck(ctx.db, slice, tally, testNow)
    await lookAt(ctx, testNow)
    const unread = ctx.mails.length
    noteReread(ctx.db, readRedSlices(ctx.db))
    await lookAt(ctx, testNow + hour)
    saveCheck(ctx.db, slice, { ...tally, ours: 100, unexplained: 0 }, testNow + 2 * hour)
    await lookAt(ctx, testNow + 3 * hour)

    expect(unread).toBe(0)
    expect(subjects()).toEqual([
      'Cutover alert: 10 November 2026 differs from Zendesk’s counts by 40',
      'Cutover, over: 10 November 2026 agrees with Zendesk’s counts again',
    ])
  })

  it('is what is left to read where it does not become less', async () => {
    watch('backlog')
    setWaiting(5000)
    await lookAt(ctx, testNow)
    setWaiting(4000)
    await lookAt(ctx, testNow + 5 * hour)
    setWaiting(4200)
    await lookAt(ctx, testNow + 10 * hour)
    const shrank = ctx.mails.length
    await lookAt(ctx, testNow + 11 * hour)
    setWaiting(3000)
    await lookAt(ctx, testNow + 13 * hour)

    expect(shrank).toBe(0)
    expect(subjects()).toEqual([
      'Cutover alert: What is left to read does not become less: 4,200 of First replies and hand-offs',
      'Cutover, over: What is left to read becomes less again: First replies and hand-offs',
    ])
  })

  it('is a job that fails for long, and never the sync or the mails, which are told elsewhere', async () => {
    watch('job')
    sync(testNow - day, [], 'backup')
    for (const name of ['backup', 'weekly-report', 'sync-all']) sync(testNow, ['chats'], name)

    await lookAt(ctx, testNow)

    expect(subjects()).toEqual(['Cutover alert: Backup fails'])
  })

  it('is a report in trouble, told to administrators who were not told of it as its owner', async () => {
    const other = addPerson(ctx, { email: 'other@demo.example', role: 'administrator' })
    const id = ensureWeeklySchedule(ctx.db, {
      ...{ name: 'Weekly', zone: 'Asia/Seoul', weekday: 1, hour: 8, ownerId: admin, recipientIds: [] },
    })
    setTroubleSince(ctx.db, id, '2026-11-16')
    watch('mail')

    await lookAt(ctx, testNow)

    expect(other).not.toBe(admin)
    expect(ctx.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['other@demo.example', 'Cutover alert: The report “Weekly” is in trouble'],
    ])
  })

  it('is a disk with little room, over once there is some more than the limit', () => {
    const states = [0.04, 0.06, 0.08].map((free) => {
      const [{ isOn, isOver }] = diskLooks(free, 5)
      return { isOn, isOver }
    })

    expect(states).toEqual([
      { isOn: true, isOver: false },
      { isOn: false, isOver: false },
      { isOn: false, isOver: true },
    ])
    expect(diskLooks(null, 5)).toEqual([])
  })
})

describe('the alert that is there from the start', () => {
  beforeEach(() => {
    statement(ctx.db, "delete from setting where key = 'usual_alert_made'").run()
  })

  it('tells every administrator of trouble with data and jobs', async () => {
    addPerson(ctx, { email: 'other@demo.example', role: 'administrator' })
    addPerson(ctx, { email: 'manager@demo.example', role: 'manager' })
    sync(testNow - 10 * hour)
    sync(testNow - hour, ['chats'])

    await lookAt(ctx, testNow)

    expect(ctx.mails.map(({ to }) => to).sort()).toEqual(['admin@demo.example', 'other@demo.example'])
  })

  it('is made once, and not again when somebody removed it', async () => {
    await lookAt(ctx, testNow)
    const made = listRules(ctx.db).length
    statement(ctx.db, 'delete from alert_rule').run()
    await lookAt(ctx, testNow + hour)

    expect([made, listRules(ctx.db).length]).toEqual([1, 0])
  })

  it('goes over to another administrator when its owner leaves', async () => {
    await lookAt(ctx, testNow)
    const other = addPerson(ctx, { email: 'other@demo.example', role: 'administrator' })
    statement(ctx.db, 'update person set disabled_at = 1 where id = :admin').run({ admin })

    await lookAt(ctx, testNow + hour)

    expect(listRules(ctx.db).map(({ ownerId, pausedAt }) => [ownerId, pausedAt])).toEqual([[other, null]])
  })
})

function setWaiting(waiting: number): void {
  statement(ctx.db, 'delete from detail_week').run()
  statement(
    ctx.db,
    `insert into detail_week (brand_id, week_start, tickets, sampled, known, unreadable, wanted, waiting,
       waiting_outside, sample_below, search_below, bot_start, per_week, bot_search)
     values (101, '2026-11-09', 9000, 9000, 0, 0, 9000, :waiting, 0, null, 0, 0, null, 0)`,
  ).run({ waiting })
}
