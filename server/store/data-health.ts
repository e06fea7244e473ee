import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { JobRunRow } from './job-runs.ts'

const RUNS_LOOKED_AT = 200

export type QuarantineCount = { stream: string; reason: string; count: number }

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

/** Rows put aside because they could not be understood, per stream and reason, most first. */
export function countQuarantine(db: Database): QuarantineCount[] {
  return statement<QuarantineCount>(
    db,
    `select stream, reason, count(*) as count from quarantine
     group by stream, reason order by count desc, stream, reason`,
  ).all()
}

/** Conversations that belong to no brand as far as anyone can tell. */
export function countUnmappedConversations(db: Database): number {
  const row = statement<{ count: number }>(
    db,
    "select count(*) as count from conversation where brand_id is null and deleted = 0 and kind = 'conversation'",
  ).get()
  return row?.count ?? 0
}
