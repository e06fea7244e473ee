import { createTask, setLogger } from 'node-cron'
import type { ScheduledTask } from 'node-cron'
import type { Context } from '../server/context.ts'
import { lastGoodRun } from '../server/store/job-runs.ts'
import { readAccountSettings } from '../server/store/settings.ts'

/** Everything that runs by itself. Hours are the account's own. */
export const schedule: readonly { job: string; cron: string }[] = [
  // First, so that a new account is told at once what it may not read.
  { job: 'check-connection', cron: '15 2 * * *' },
  { job: 'sync-all', cron: '*/10 * * * *' },
  // Every hour only until the days verdicts rest on are compared; then what changed, and each recent day once a week.
  { job: 'reconcile', cron: '25 * * * *' },
  // Often: a mail goes out within minutes of its time, and of the data it waited for.
  { job: 'weekly-report', cron: '*/5 * * * *' },
  // Beside the run after each refresh: goals fall due and hours begin also where nothing arrives.
  { job: 'alerts', cron: '*/15 * * * *' },
  { job: 'prune', cron: '30 3 * * *' },
  { job: 'backup', cron: '0 4 * * *' },
]

const MINUTE_MS = 60_000
const LONGEST_LOOK_BACK_MINUTES = 2 * 24 * 60

/**
 * Starts the timetable: `enqueue` is called at each tick, and at once for a tick that was missed. A time zone that was
 * changed in the settings holds from the next tick of any job. Returns stop().
 */
export function startSchedule(ctx: Context, enqueue: (job: string) => void): () => void {
  const { logger } = ctx
  setLogger({
    info: (message) => logger.debug(message),
    warn: (message) => logger.warn(message),
    error: (message) => logger.error(message),
    debug: (message) => logger.debug(message),
  })
  let zone = zoneOf(ctx)
  let started = startIn(zone)

  function startIn(timezone: string): ScheduledTask[] {
    return schedule.map(({ job, cron }) => {
      const task = createTask(cron, () => tick(job), { timezone, name: job, suppressMissedWarning: true })
      task.on('execution:missed', () => tick(job))
      if (isOverdue(ctx, job, task)) enqueue(job)
      void task.start()
      return task
    })
  }

  function tick(job: string): void {
    const present = zoneOf(ctx)
    if (present === zone) return enqueue(job)
    zone = present
    stop()
    // What is due by the new zone is overdue by now, this tick's own job included.
    started = startIn(zone)
  }

  function stop(): void {
    for (const task of started) void task.destroy()
  }

  return stop
}

function zoneOf({ db }: Context): string {
  return readAccountSettings(db).zone
}

/** True when the latest tick before now has no good run that began since. A job that never ran is overdue. */
function isOverdue(ctx: Context, job: string, task: ScheduledTask): boolean {
  const lastRun = lastGoodRun(ctx.db, job)
  if (lastRun === null) return true
  const now = Math.floor(ctx.clock.now() / MINUTE_MS) * MINUTE_MS
  for (let minutes = 0; minutes <= LONGEST_LOOK_BACK_MINUTES; minutes++) {
    const tick = now - minutes * MINUTE_MS
    if (tick <= lastRun) return false
    if (task.match(new Date(tick))) return true
  }
  return false
}
