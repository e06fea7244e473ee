import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import { brandParameters } from './page.ts'
import type { ListQuestion } from './question.ts'
import { rowsSql } from './rows-sql.ts'

/** `adds`: how many count towards the figure, or what they add up to; `seconds`: of all that have ended. */
export type ListTotals = { rows: number; adds: number; seconds: number | null }

/** How many rows a question has, and what they come to. */
export function readListTotals(db: Database, question: ListQuestion): ListTotals {
  const { sql, parameters } = rowsSql(question, 'started')
  const totals: ListTotals = { rows: 0, adds: 0, seconds: null }
  for (const brandId of question.brandIds) {
    const own = statement<ListTotals>(
      db,
      `select count(*) as rows, coalesce(sum(adds), 0) as adds,
         sum(case when seconds < 9e999 then seconds end) as seconds
       from (${sql})`,
    ).get({ ...parameters, ...brandParameters(db, question, brandId), brandId })
    if (!own) continue
    totals.rows += own.rows
    totals.adds += own.adds
    if (own.seconds !== null) totals.seconds = (totals.seconds ?? 0) + own.seconds
  }
  return totals
}
