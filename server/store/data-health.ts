import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { JobRunRow } from './job-runs.ts'

const RUNS_LOOKED_AT = 200
const REQUESTS_SHOWN = 5

export type QuarantineCount = {
  stream: string
  path: string
  reason: string
  count: number
  /** Epoch ms. */
  first_seen_at: number
  example_id: string
}

/** The latest sync runs, newest first: of one stream ('sync-chats') or of all ('sync-all'). */
export function readSyncRuns(db: Database): JobRunRow[] {
  return statement<JobRunRow>(
    db,
    "select * from job_run where name like 'sync-%' order by id desc limit :limit",
  ).all({ limit: RUNS_LOOKED_AT })
}

/** The latest run of each job, by name. */
export function readLatestRuns(db: Database): JobRunRow[] {
  return statement<JobRunRow>(
    db,
    'select * from job_run where id in (select max(id) from job_run group by name) order by name',
  ).all()
}

export type RecentRequest = {
  id: number
  name: string
  requested_at: number
  done_at: number | null
  outcome: 'ok' | 'failed' | null
  message: string | null
  is_oldest: number
}

/** The last few jobs people asked for since `from` (epoch ms), and all that are not done; latest first. */
export function readRecentRequests(db: Database, from: number): RecentRequest[] {
  return statement<RecentRequest>(
    db,
    `select id, name, requested_at, done_at, outcome, message,
       id = (select min(id) from job_request where done_at is null) as is_oldest
     from job_request where done_at is null or done_at >= :from
     order by id desc limit :limit`,
  ).all({ from, limit: REQUESTS_SHOWN })
}

/** Rows put aside because they could not be understood, per stream, place and reason, most first. */
export function countQuarantine(db: Database): QuarantineCount[] {
  return statement<QuarantineCount>(
    db,
    `select stream, path, reason, count(*) as count, min(first_seen_at) as first_seen_at, min(id) as example_id
     from quarantine group by stream, path, reason order by count desc, stream, path, reason`,
  ).all()
}

/** How many rows of each stream were put aside; one that fails in several places counts once. */
export function countPutAside(db: Database): Map<string, number> {
  const rows = statement<{ stream: string; count: number }>(
    db,
    'select stream, count(distinct id) as count from quarantine group by stream',
  ).all()
  return new Map(rows.map(({ stream, count }) => [stream, count]))
}

/** Conversations that belong to no brand as far as anyone can tell. */
export function countUnmappedConversations(db: Database): number {
  const row = statement<{ count: number }>(
    db,
    "select count(*) as count from conversation where brand_id is null and deleted = 0 and kind = 'conversation'",
  ).get()
  return row?.count ?? 0
}

/** Changes whenever anything in the database does, by this connection or another. */
export function readDataVersion(db: Database): string {
  const row = statement<{ others: number; own: number }>(
    db,
    'select (select data_version from pragma_data_version) as others, total_changes() as own',
  ).get()
  return `${row?.others ?? 0} ${row?.own ?? 0}`
}
