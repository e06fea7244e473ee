import { GridKeeper } from '../../server/comparison/grid/grid-keeper.ts'
import { markDirty } from '../../server/store/rollup-dirty.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import type { LoadedAccount } from './loaded-account.ts'
import { measureMedians, ratio } from './measure.ts'

/**
 * The whole grid of verdicts against one pass over the conversations it rests on, and what a refresh costs that finds
 * hardly anything changed against one that makes every cell.
 */
export async function grid({ ctx, conversations }: LoadedAccount): Promise<string[]> {
  const { db, clock } = ctx
  const onePass = db.prepare(
    'select brand_id, count(*), avg(first_reply_seconds) from conversation where deleted = 0 group by brand_id',
  )
  const keeper = new GridKeeper()
  keeper.refresh(db, clock.now())
  const old = db
    .prepare<[], { brandId: number; day: string }>(
      `select brand_id as brandId, min(day) as day from rollup_day group by brand_id order by brand_id limit 1`,
    )
    .get()
  const oneMore = db.prepare(
    `update rollup_day set n = n + 1 where brand_id = :brandId and day = :day and metric = 'demand'`,
  )
  let made = 0

  const medians = await measureMedians({
    onePass: () => onePass.all(),
    whole: () => new GridKeeper().refresh(db, clock.now()),
    unchanged: () => keeper.refresh(db, clock.now()),
    oneDay: () => {
      if (old) oneMore.run(old)
      made = keeper.refresh(db, clock.now()).made
    },
  })
  // The sums are what the conversations say again.
  if (old) markDirty(db, old.brandId, old.day)
  while (refreshRollups(db, 100) > 0);
  return [
    `Grid against one pass over ${conversations.toLocaleString('en')} conversations: ${ratio(medians.whole, medians.onePass)}`,
    `Grid of which nothing changed against the whole one: ${ratio(medians.unchanged, medians.whole)}`,
    `Grid with one old day of one brand changed (${made} cells) against the whole one: ${ratio(medians.oneDay, medians.whole)}`,
  ]
}
