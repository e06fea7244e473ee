import type { Context } from '../server/context.ts'
import { GridKeeper } from '../server/comparison/grid/grid-keeper.ts'
import { updateCutovers } from '../server/comparison/update-cutovers.ts'
import { refreshRollups } from '../server/store/rollups.ts'
import type { JobContext } from './job-context.ts'

const DAYS_AT_ONCE = 100

/** Everything that follows from the facts, in order: sums, cutover days, and those cells of the grid that rest on them. */
export async function refreshDerived(
  ctx: JobContext,
  signal: AbortSignal,
): Promise<{ days: number; cutovers: number; cells: number }> {
  const days = await refreshAllRollups(ctx, signal)
  const cutovers = updateCutovers(ctx.db)
  const { db, clock, config, grid = new GridKeeper() } = ctx
  const { cells } = grid.refresh(db, clock.now(), config.isScopeStrict)
  return { days, cutovers, cells }
}

/** Works through the changed days in short transactions, letting other work in between. */
async function refreshAllRollups(ctx: Context, signal: AbortSignal): Promise<number> {
  let days = 0
  // Summing a day can mark another one, into which an agent's work reaches.
  for (let done = DAYS_AT_ONCE; done > 0;) {
    signal.throwIfAborted()
    done = refreshRollups(ctx.db, DAYS_AT_ONCE)
    days += done
    await new Promise((resolve) => setImmediate(resolve))
  }
  return days
}
