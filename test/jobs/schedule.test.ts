import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { schedule, startSchedule } from '../../jobs/schedule.ts'
import { defaultAccountSettings } from '../../server/settings/default-settings.ts'
import { finishJobRun, startJobRun } from '../../server/store/job-runs.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'

const MINUTE_MS = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-16T03:57:30+09:00') })
})
afterEach(() => vi.useRealTimers())

it('runs nightly jobs by the hours of the account', async () => {
  const { due, stop } = started()

  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)

  expect(due).toEqual(['sync-all', 'weekly-report', 'alerts', 'backup'])
  stop()
})

it('follows a changed time zone without a restart', async () => {
  const { due, stop, ctx } = started()

  writeAccountSettings(ctx.db, defaultAccountSettings('Asia/Tashkent'), Date.now())
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)
  expect(due).toEqual(['sync-all', 'weekly-report', 'alerts'])
  for (const { job } of schedule) noteGoodRun(ctx, job)
  due.length = 0
  await vi.advanceTimersByTimeAsync(4 * 60 * MINUTE_MS)

  expect(due.filter((job) => job !== 'sync-all')).toContain('backup')
  stop()
})

/** A timetable in Seoul whose jobs have all run just now. */
function started() {
  const ctx = testContext({ clock: { now: () => Date.now() } })
  writeAccountSettings(ctx.db, defaultAccountSettings('Asia/Seoul'), Date.now())
  for (const { job } of schedule) noteGoodRun(ctx, job)
  const due: string[] = []
  return { ctx, due, stop: startSchedule(ctx, (job) => due.push(job)) }
}

function noteGoodRun({ db }: TestContext, job: string): void {
  const now = Date.now()
  finishJobRun(db, startJobRun(db, job, now), { outcome: 'ok', message: null, summary: null, now })
}
