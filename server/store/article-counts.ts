import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Articles in a brand's help centre on one day of the account. */
export type ArticleCount = { brand_id: number; day: Day; count: number }

/** Keeps the first count of each day; returns how many were new. */
export function storeArticleCounts(db: Database, counts: readonly ArticleCount[]): number {
  let changed = 0
  for (const count of counts) {
    changed += statement(
      db,
      `insert into article_count (brand_id, day, count) values (:brand_id, :day, :count)
       on conflict (brand_id, day) do nothing`,
    ).run(count).changes
  }
  return changed
}

export function hasArticleCount(db: Database, brandId: number, day: Day): boolean {
  const find = statement(db, 'select 1 from article_count where brand_id = :brandId and day = :day')
  return find.get({ brandId, day }) !== undefined
}
