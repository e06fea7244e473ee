import type { Database } from './database.ts'
import { statement } from './database.ts'

export type JobRunRow = {
  id: number
  name: string
  started_at: number
  ended_at: number | null
  outcome: 'running' | 'ok' | 'failed' | 'interrupted'
  message: string | null
  summary: string | null
  /** JSON of what failed, stream by stream; null where nobody said. */
  failures: string | null
}

/** Why a stream failed. `code` names the sentence in every language; null for an error that has none. */
export type StreamFailure = {
  stream: string
  code: string | null
  /** What Zendesk said. */
  detail: string | null
  /** In English, for the log. */
  message: string
}

export function startJobRun(db: Database, name: string, now: number): number {
  const { lastInsertRowid } = statement(
    db,
    "insert into job_run (name, started_at, outcome) values (:name, :now, 'running')",
  ).run({ name, now })
  return Number(lastInsertRowid)
}

export function finishJobRun(
  db: Database,
  id: number,
  end: {
    outcome: 'ok' | 'failed' | 'interrupted'
    message: string | null
    summary: unknown
    failures?: readonly StreamFailure[] | null
    now: number
  },
): void {
  statement(
    db,
    `update job_run set ended_at = :now, outcome = :outcome, message = :message, summary = :summary,
       failures = :failures
     where id = :id`,
  ).run({
    id,
    now: end.now,
    outcome: end.outcome,
    message: end.message,
    summary: JSON.stringify(end.summary),
    failures: end.failures ? JSON.stringify(end.failures) : null,
  })
}

/** Runs a dead process left open are closed as interrupted; only the holder of the lease may call this. */
export function closeAbandonedRuns(db: Database, now: number): number {
  return statement(
    db,
    "update job_run set ended_at = :now, outcome = 'interrupted', message = 'the process ended during the run' where outcome = 'running'",
  ).run({ now }).changes
}

/** The start of the latest run that ended well, or null. */
export function lastGoodRun(db: Database, name: string): number | null {
  const row = statement<{ at: number | null }>(
    db,
    "select max(started_at) as at from job_run where name = :name and outcome = 'ok'",
  ).get({ name })
  return row?.at ?? null
}

/** Forgets runs that ended before `before` (epoch ms), but never a job's latest. */
export function pruneJobRuns(db: Database, before: number): number {
  return statement(
    db,
    `delete from job_run where ended_at < :before
       and id not in (select max(id) from job_run group by name, outcome)
       and id not in (select run_id from job_request where run_id is not null and done_at is null)`,
  ).run({ before }).changes
}
