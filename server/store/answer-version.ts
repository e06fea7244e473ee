import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Jobs that run side by side may end in another order than they began. */
const LATEST_RUNS = 50

/**
 * Changes whenever an answer worked out from the facts may: with a job that ended, with the grid, with the settings and
 * with a cutover. While a job runs the facts may move on under the same version.
 */
export function readAnswerVersion(db: Database): string {
  const parts = [
    statement(
      db,
      `select max(ended_at) as at, count(*) as n from (
         select ended_at from job_run order by id desc limit ${LATEST_RUNS}) where ended_at is not null`,
    ).all(),
    statement(db, 'select max(id) as id from job_run').all(),
    statement(
      db,
      "select key, value from setting where key in ('account', 'grid', 'grid_own_weeks') order by key",
    ).all(),
    statement(db, 'select * from brand_cutover order by brand_id').all(),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
