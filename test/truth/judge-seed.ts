import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
import { holdsTruth, judgedCells, unexpected } from './compare-with-truth.ts'
import { loadWorld, withoutBotSearch } from './load-world.ts'

/** What became of one cell in one world. */
export type SeedCell = {
  story: string
  metric: string
  /** What the cell says: state, method and grade. */
  says: string
  hasExpectedState: boolean
  /** State, method, grade and first reason. */
  isExpected: boolean
  /** Whether its interval holds the truth; null without one. */
  holdsTruth: boolean | null
}

/** Every cell of the demo account made of another seed: the same story, other chances. */
export async function judgeSeed(seed: number, scale: number, now: number): Promise<SeedCell[]> {
  const world = createWorld({ anchor: anchorOf(now), scale, seed })
  const db = await loadWorld(world, { now, settings: withoutBotSearch })
  const cells = judgedCells(db, world, now).map((judged) => ({
    story: judged.story,
    metric: judged.cell.metric,
    says: [judged.cell.state, judged.cell.method, judged.cell.grade].join(' '),
    hasExpectedState: judged.expected.states.includes(judged.cell.state),
    isExpected: unexpected(judged) === null,
    holdsTruth: holdsTruth(judged),
  }))
  db.close()
  return cells
}
