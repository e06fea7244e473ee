import { anchorOf } from './calendar.ts'
import type { WorldOptions } from './create-world.ts'
import { createWorld } from './create-world.ts'
import { crowdedEdges } from './edges.ts'
import type { BrandTruth } from './truth.ts'
import { truth } from './truth.ts'
import type { World } from './types.ts'

/**
 * A world for tests: twelve weeks, three brands, some 1,500 conversations, and everything rare in it. `worse` moved
 * six weeks before the anchor and has a bot since four (legacy ratings), `unchanged` moved five weeks before it
 * (surveys), `never_moved` is in live chat to this day.
 */
export function createSmallWorld(now: number, overrides: Partial<WorldOptions> = {}): World {
  return createWorld({
    anchor: anchorOf(now),
    weeks: 12,
    scale: 0.05,
    stories: smallStories,
    edges: crowdedEdges,
    ...overrides,
  })
}

const smallOffsets: Readonly<Record<string, Partial<BrandTruth>>> = {
  never_moved: {},
  worse: { movedWeeksAgo: 6, botWeeksAgo: 4 },
  unchanged: { movedWeeksAgo: 5 },
}
const smallStories = truth
  .filter((story) => story.key in smallOffsets)
  .map((story) => ({ ...story, ...smallOffsets[story.key] }))
