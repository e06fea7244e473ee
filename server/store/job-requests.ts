import { z } from 'zod'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { streamNames } from '../metrics/streams.ts'

/** Days a job is limited to, half-open (without them it does what is due), and options of single jobs by name. */
export type JobRequestOptions = {
  from?: Day
  to?: Day
  [option: string]: string | boolean | undefined
}

export type JobRequest = {
  id: number
  name: string
  options: JobRequestOptions
  /** E-mail address of who asked, or 'command line'. */
  requested_by: string
  requested_at: number
  run_id: number | null
  /** Null while it waits or runs. */
  done_at: number | null
  outcome: 'ok' | 'failed' | null
  message: string | null
  /** What was done; null until then. */
  summary: unknown
}

type JobRequestRow = Omit<JobRequest, 'options' | 'summary'> & { options: string; summary: string | null }

/** Every job a person may ask for, whether on the page or on the command line. */
export const jobNames: readonly string[] = [
  'sync-all',
  ...streamNames.map((name) => `sync-${name}`),
  'import',
  'check-connection',
  'compare',
  'reconcile',
  'weekly-report',
  'alerts',
  'backup',
  'prune',
]

const optionsSchema = z.record(z.string(), z.union([z.string(), z.boolean()]))

/** Asks the jobs process for one run; gives back the id under which its result can be read. */
export function requestJob(
  db: Database,
  request: { name: string; options: JobRequestOptions; requestedBy: string; now: number },
): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into job_request (name, options, requested_by, requested_at)
     values (:name, :options, :requestedBy, :now)`,
  ).run({ ...request, options: JSON.stringify(request.options) })
  return Number(lastInsertRowid)
}

export function readJobRequest(db: Database, id: number): JobRequest | null {
  const row = statement<JobRequestRow>(db, 'select * from job_request where id = :id').get({ id })
  return row ? toJobRequest(row) : null
}

/**
 * The oldest request that is not done, or null; with `runId` it is written down which run works for it. Only the holder
 * of the jobs lease may ask, and works on one at a time: what it took and did not finish is offered again.
 */
export function claimNextJobRequest(db: Database, runId?: number): JobRequest | null {
  return inTransaction(db, () => {
    const row = statement<JobRequestRow>(
      db,
      'select * from job_request where done_at is null order by id limit 1',
    ).get()
    if (!row) return null
    if (runId === undefined) return toJobRequest(row)
    statement(db, 'update job_request set run_id = :runId where id = :id').run({ id: row.id, runId })
    return { ...toJobRequest(row), run_id: runId }
  })
}

/** Writes the result down; a request that is done stays as it is. */
export function finishJobRequest(
  db: Database,
  id: number,
  end: {
    outcome: 'ok' | 'failed'
    message: string | null
    summary: unknown
    now: number
    runId?: number
  },
): void {
  statement(
    db,
    `update job_request set done_at = :now, outcome = :outcome, message = :message, summary = :summary,
       run_id = coalesce(:runId, run_id)
     where id = :id and done_at is null`,
  ).run({
    id,
    now: end.now,
    outcome: end.outcome,
    message: end.message,
    summary: JSON.stringify(end.summary ?? null),
    runId: end.runId ?? null,
  })
}

/** Forgets requests done before `before` (epoch ms); returns how many. */
export function pruneJobRequests(db: Database, before: number): number {
  return statement(db, 'delete from job_request where done_at < :before').run({ before }).changes
}

function toJobRequest(row: JobRequestRow): JobRequest {
  return {
    ...row,
    options: optionsSchema.parse(JSON.parse(row.options)),
    summary: row.summary === null ? null : z.unknown().parse(JSON.parse(row.summary)),
  }
}
