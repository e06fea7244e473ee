import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPrimary } from '../../server/metrics/catalog.ts'
import type { Database } from '../../server/store/database.ts'
import { testNow } from '../support/test-context.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
import type { JudgedCell } from './compare-with-truth.ts'
import { adjustedHoldsTruth, holdsTruth, judgedCells, unexpected } from './compare-with-truth.ts'
import { loadWorld } from './load-world.ts'

const minutes = 60_000

describe('the demo account at its full size', () => {
  let db: Database
  let cells: JudgedCell[]

  beforeAll(async () => {
    const world = createWorld({ anchor: anchorOf(testNow), scale: 1 })
    db = await loadWorld(world, { now: testNow })
    cells = judgedCells(db, world, testNow)
  }, 30 * minutes)

  afterAll(() => db.close())

  it('has a cell for each of seven brands and 27 metrics', () => {
    expect(cells).toHaveLength(7 * 27)
  })

  it('says in every cell what the truth table and the method say beforehand', () => {
    expect(cells.map(unexpected).filter((text) => text !== null)).toEqual([])
  })

  it('calls two changes of the report, and no other', () => {
    expect(
      cells
        .filter(({ cell }) => isPrimary(cell.metric) && cell.direction !== null)
        .map(({ story, cell }) => `${story} ${cell.metric} ${cell.state}`),
    ).toEqual(['worse csat worse', 'faster first_reply improved'])
  })

  it('holds the truth in its intervals, one in twenty at most excepted', () => {
    const holding = cells.map(holdsTruth).filter((holds) => holds !== null)

    expect(holding.length).toBeGreaterThan(70)
    expect(holding.filter((holds) => !holds).length).toBeLessThanOrEqual(holding.length / 20)
  })

  it('holds the truth within topics in what it adjusts for their mix', () => {
    const holding = cells.map(adjustedHoldsTruth).filter((holds) => holds !== null)

    expect(holding.length).toBeGreaterThan(50)
    expect(holding.filter((holds) => !holds).length).toBeLessThanOrEqual(holding.length / 20)
  })

  it('tells the brand that moved three weeks ago from when there will be enough', () => {
    const waiting = cells.filter(({ cell }) => cell.state === 'not_enough_data')

    expect(new Set(waiting.map(({ story }) => story))).toEqual(new Set(['recent']))
    expect(waiting.map(({ cell }) => cell.readyOn)).not.toContain(null)
  })
})
