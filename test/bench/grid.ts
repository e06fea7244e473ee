import { computeGrid } from '../../server/comparison/compare-grid.ts'
import type { LoadedAccount } from './loaded-account.ts'
import { measureMedians, ratio } from './measure.ts'

/** The whole grid of verdicts against one pass over the conversations it rests on. */
export async function grid({ ctx, conversations }: LoadedAccount): Promise<string[]> {
  const onePass = ctx.db.prepare(
    'select brand_id, count(*), avg(first_reply_seconds) from conversation where deleted = 0 group by brand_id',
  )

  const medians = await measureMedians({
    onePass: () => onePass.all(),
    grid: () => computeGrid(ctx.db, ctx.clock.now()),
  })
  return [
    `Grid against one pass over ${conversations.toLocaleString('en')} conversations: ${ratio(medians.grid, medians.onePass)}`,
  ]
}
