import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPrimary } from '../../server/metrics/catalog.ts'
import type { Database } from '../../server/store/database.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
import type { JudgedCell } from './compare-with-truth.ts'
import { holdsTruth, judgedCells, unexpected } from './compare-with-truth.ts'
import { loadWorld, withoutBotSearch } from './load-world.ts'

/**
 * The method promises the same states from here on: a week holds enough of everything (satisfaction of the smallest
 * brand some 40 answers), and the two true changes are several times as large as their ranges.
 */
const scale = 0.5
const minutes = 60_000
/** Of 28 intervals at 95 %, more than three miss the truth once in twenty accounts. */
const mostMisses = 3

/** The same account told from another week, and in other zones: its cells say the same. */
export function describeAnchor(name: string, moment: string, zones: Readonly<Record<string, string>> = {}) {
  describe(name, () => {
    const now = Date.parse(moment)
    let db: Database
    let cells: JudgedCell[]

    beforeAll(async () => {
      const world = createWorld({ anchor: anchorOf(now), scale, zones })
      db = await loadWorld(world, { now, settings: withoutBotSearch })
      cells = judgedCells(db, world, now)
    }, 30 * minutes)

    afterAll(() => db.close())

    it('says in every cell what the truth table and the method say beforehand', () => {
      expect(cells.map(unexpected).filter((text) => text !== null)).toEqual([])
    })

    it('holds the truth in the intervals of its report, chance misses of one in twenty excepted', () => {
      const report = cells.filter(({ cell }) => isPrimary(cell.metric)).map(holdsTruth)
      const holding = report.filter((holds) => holds !== null)

      expect(holding).toHaveLength(28)
      expect(holding.filter((holds) => !holds).length).toBeLessThanOrEqual(mostMisses)
    })
  })
}
