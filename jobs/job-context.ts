import type { GridKeeper } from '../server/comparison/grid/grid-keeper.ts'
import type { Context } from '../server/context.ts'

/** What jobs are given. `grid`: the verdicts of earlier runs of this process; a run of its own has none and makes all. */
export type JobContext = Context & { grid?: GridKeeper }
