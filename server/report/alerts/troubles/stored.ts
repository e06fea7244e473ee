import type { Context } from '../../../context.ts'
import { addDays } from '../../../periods/day.ts'
import { dayOf } from '../../../periods/zone.ts'
import { freeShareBeside } from '../../../platform/free-space.ts'
import type { Standing } from '../../../store/alert-standings.ts'
import { readLatestRuns } from '../../../store/data-health.ts'
import { readDetailProgress } from '../../../store/detail-plan.ts'
import { lastGoodRun } from '../../../store/job-runs.ts'
import { readRedSlices } from '../../../store/reconciliation.ts'
import { listSchedules } from '../../../store/report-schedules.ts'
import type { Look } from '../look.ts'
import { troubleLook } from './trouble-look.ts'

const HOUR_MS = 3_600_000
/** Older red days are history: Data health shows them. */
const DAYS_BACK = 60
/** Less than this is the work of the next sync, not a backlog. */
const LEAST_BACKLOG = 100
const LEAST_BACKLOG_SHARE = 0.01
/** It shrinks again once a tenth is gone. */
const SHRUNK_TO = 0.9
const DISK_LEEWAY = 0.02

/** Days that differ from what Zendesk counts, also after they were read again. */
export function redDayLooks({ db }: Context, now: number): Look[] {
  const from = addDays(dayOf(now, 'UTC'), -DAYS_BACK)
  const byDay = new Map<string, number>()
  for (const { day, rereads, unexplained } of readRedSlices(db))
    if (rereads > 0 && day >= from) byDay.set(day, (byDay.get(day) ?? 0) + Math.abs(unexplained))
  return [...byDay].map(([day, count]) => troubleLook('reconciliation', { name: day, isOn: true, count }))
}

/** Whether the tickets still to be read have become fewer in the last hours. */
export function backlogLook(
  { db }: Context,
  { hours, now }: { hours: number; now: number },
  before: Standing | null,
): Look {
  const { wanted, waiting: left } = readDetailProgress(db)
  const name = 'ticket-details'
  if (left < Math.max(LEAST_BACKLOG, wanted * LEAST_BACKLOG_SHARE))
    return troubleLook('backlog', { name, isOn: false })
  const known = before?.memory.least ?? null
  const isShrunk = known === null || left <= known.left * (before?.isOn ? SHRUNK_TO : 1) - 1
  const least = known === null || isShrunk ? { left, at: now } : known
  return troubleLook('backlog', {
    name,
    isOn: now - least.at >= hours * HOUR_MS,
    isOver: isShrunk,
    since: least.at,
    count: left,
    least,
  })
}

/** Other jobs that have failed for so many hours; what the sync and the mails do is told elsewhere. */
export function jobLooks({ db }: Context, { hours, now }: { hours: number; now: number }): Look[] {
  return readLatestRuns(db)
    .filter(({ name }) => !name.startsWith('sync-') && !toldElsewhere.has(name))
    .map(({ name, outcome, started_at, message }) => {
      const since = lastGoodRun(db, name) ?? started_at
      const hasFailed = outcome === 'failed'
      return troubleLook('job', {
        name,
        isOn: hasFailed && now - since >= hours * HOUR_MS,
        isOver: outcome === 'ok',
        since: hasFailed ? since : null,
        words: hasFailed && message !== null ? { en: message, ko: message } : null,
      })
    })
}

const toldElsewhere = new Set(['weekly-report', 'alerts', 'import'])

/** Reports whose owners were told that something is wrong, until one goes well. */
export function mailLooks({ db }: Context): Look[] {
  return listSchedules(db).map(({ id, name, troubleSince }) =>
    troubleLook('mail', { key: String(id), name, isOn: troubleSince !== null }),
  )
}

/** Whether little room is left where the database is; nothing where that cannot be told. */
export function diskLooks(free: number | null, freePercent: number): Look[] {
  if (free === null) return []
  const least = freePercent / 100
  return [troubleLook('disk', { isOn: free < least, isOver: free >= least + DISK_LEEWAY, count: free })]
}

export function freeShare({ config }: Context): number | null {
  return freeShareBeside(config.databaseFile)
}
