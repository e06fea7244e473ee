import { beforeAll, describe, expect, it } from 'vitest'
import { compareBrands } from '../../support/compare-brands.ts'
import { draftComparison } from '../../../server/comparison/draft-comparison.ts'
import { readPanel } from '../../../server/comparison/read-panel.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../../server/contract.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays, daysBetween } from '../../../server/periods/day.ts'
import type { BrandStory } from '../synthetic-account.ts'
import { cellOf, now, syntheticAccount } from '../synthetic-account.ts'

const movedOn: Day = '2026-04-20'

describe('brands that move one after the other in a rising season', () => {
  /** Half as much again within the eight weeks around the first move. */
  const season = (day: Day) => 1 + 0.5 / (1 + Math.exp(-daysBetween(movedOn, day) / 10))
  const stories: BrandStory[] = [
    { id: 1, name: 'Faster', movedOn, firstReplyRatio: 0.6, demandRatio: 1.5, season },
    { id: 2, name: 'Unchanged', movedOn: '2026-05-11', season },
    { id: 3, name: 'Never', movedOn: null, season },
    { id: 4, name: 'Last', movedOn: '2026-10-05', season },
  ]
  let cells: Comparison[] = []
  beforeAll(() => {
    cells = cellsOf(stories)
  })

  it('a fall by 40 % is found against the brands that had not moved, for what it is', () => {
    const cell = cellOf(cells, 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'improved', direction: 'down', method: 'staggered' })
    expect(['A', 'B']).toContain(cell.grade)
    expect(cell.effect?.low).toBeLessThan(0.6)
    expect(cell.effect?.high).toBeGreaterThan(0.6)
    expect(cell.effect?.high).toBeLessThan(0.8)
    // Two windows would have shown hardly more than half of it.
    expect((cell.after?.value ?? 0) / (cell.before?.value ?? 1)).toBeGreaterThan(0.75)
  })

  it('what all brands go through is no change, and is said to be that', () => {
    for (const metric of ['first_reply', 'demand'] as const) {
      const cell = cellOf(cells, 2, metric)

      expect(cell).toMatchObject({ state: 'no_clear_change', method: 'staggered' })
      expect((cell.after?.value ?? 0) / (cell.before?.value ?? 1)).toBeGreaterThan(1.2)
      expect(cell.effect?.low).toBeLessThan(1)
      expect(cell.effect?.high).toBeGreaterThan(1)
      expect(codes(cell)).toContain('season_in_all')
    }
  })

  it('volumes are B at most, satisfaction asked at another moment C at most', () => {
    expect(cellOf(cells, 1, 'demand')).toMatchObject({ state: 'higher', method: 'staggered' })
    expect(['B', 'C']).toContain(cellOf(cells, 1, 'demand').grade)
    expect(['C', 'D']).toContain(cellOf(cells, 1, 'csat').grade)
  })

  it('only a brand that had not moved is left for the last but one', () => {
    const cell = cellOf(cells, 4, 'first_reply')

    expect(cell).toMatchObject({ method: 'staggered', after: { from: '2026-10-05', to: '2026-11-09' } })
    expect(codes(cell)).toContain('one_control_only')
  })

  it('gives each a sentence in both languages', () => {
    for (const { sentence } of cells) {
      expect(sentence.en).toMatch(/\.$/)
      expect(sentence.ko).toMatch(/다\.$|시오\.$/)
    }
  })
})

describe('brands that all move on one day', () => {
  const stories: BrandStory[] = [
    { id: 1, name: 'Old', movedOn, firstDay: '2025-02-03', firstReplyRatio: 0.5 },
    { id: 2, name: 'Young', movedOn, firstDay: '2025-12-01', firstReplyRatio: 0.5 },
    { id: 3, name: 'New', movedOn, firstDay: '2026-03-09', firstReplyRatio: 0.5 },
  ]
  let cells: Comparison[] = []
  beforeAll(() => {
    cells = cellsOf(stories)
  })

  it('with a year of history each is held against its own line: B at most', () => {
    const cell = cellOf(cells, 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'improved', method: 'interrupted', grade: 'B' })
    expect(cell.before).toMatchObject({ from: '2025-02-03', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-08-17', to: '2026-11-09' })
    expect(cell.effect?.low).toBeLessThan(0.5)
    expect(cell.effect?.high).toBeGreaterThan(0.5)
    expect(codes(cell)[0]).toBe('own_trend_only')
  })

  it('with 20 weeks against the line of the last 13: C', () => {
    const cell = cellOf(cells, 2, 'first_reply')

    expect(cell).toMatchObject({ method: 'interrupted', grade: 'C' })
    expect(cell.before).toMatchObject({ from: '2026-01-19', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-04-20', to: '2026-06-15' })
    expect(cell.effect?.low).toBeLessThan(0.5)
    expect(cell.effect?.high).toBeGreaterThan(0.5)
    expect(codes(cell)).toContain('local_trend_only')
  })

  it('with 6 weeks only the two windows are left: D, and no cause', () => {
    const cell = cellOf(cells, 3, 'first_reply')

    expect(cell).toMatchObject({ method: 'windows', grade: 'D', expected: null })
    expect(cell.before).toMatchObject({ from: '2026-03-09', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-09-28', to: '2026-11-09' })
    expect(codes(cell)).toContain('two_periods_only')
    expect(`${cell.sentence.en} ${cell.sentence.ko}`).not.toMatch(/because of|due to|때문/)
  })
})

describe('a move on 24 December', () => {
  const closed: Day[] = ['2025-12-25', '2026-01-01']
  const common = { firstDay: '2025-06-04', silentDays: closed } as const
  let cells: Comparison[] = []
  beforeAll(() => {
    cells = cellsOf([
      { ...common, id: 1, name: 'Moved', movedOn: '2025-12-24', firstReplyRatio: 0.6 },
      { ...common, id: 2, name: 'Second', movedOn: null },
      { ...common, id: 3, name: 'Third', movedOn: null },
    ])
  })

  it('counts weeks from that Wednesday, and restores the days that were closed', () => {
    const demand = cellOf(cells, 1, 'demand')

    expect(demand).toMatchObject({ state: 'no_clear_change', method: 'staggered' })
    expect(demand.before).toMatchObject({ from: '2025-06-25', to: '2025-12-24' })
    expect(demand.after).toMatchObject({ from: '2025-12-24', to: '2026-03-04' })
    expect(demand.reasons.map(({ en }) => en)).toContain(
      '2 days on which the brand was closed or nothing came in were left out.',
    )
    expect(demand.after?.value).toBeGreaterThan(0.95 * (demand.before?.value ?? Infinity))
  })

  it('finds the effect all the same', () => {
    const cell = cellOf(cells, 1, 'first_reply')

    expect(cell.state).toBe('improved')
    expect(cell.effect?.low).toBeLessThan(0.6)
    expect(cell.effect?.high).toBeGreaterThan(0.6)
  })
})

describe('days without anything', () => {
  const daysFrom = (day: Day, count: number): Day[] =>
    Array.from({ length: count }, (_, i) => addDays(day, i))
  let cells: Comparison[] = []
  beforeAll(() => {
    cells = cellsOf([
      { id: 1, name: 'Silent', movedOn, silentDays: daysFrom('2026-05-11', 7) },
      { id: 2, name: 'Never', movedOn: null },
      { id: 3, name: 'Lost', movedOn: null, silentDays: daysFrom('2026-05-25', 175) },
    ])
  })

  it('a week in which nothing came in is left out, not counted as 0', () => {
    const cell = cellOf(cells, 1, 'demand')

    expect(cell).toMatchObject({ state: 'no_clear_change', method: 'staggered' })
    expect(cell.after).toMatchObject({ from: '2026-04-20', to: '2026-06-29' })
    expect(cell.after?.value).toBeGreaterThan(250)
    expect(cell.effect?.value).toBeGreaterThan(0.9)
    expect(cell.reasons.map(({ en }) => en)).toContain(
      '7 days were left out, 1 whole week among them: the brand was closed, nothing came in, or too little of a week remained.',
    )
  })

  it('a control that is lost in the middle of the window is none', () => {
    expect(codes(cellOf(cells, 1, 'demand'))).toContain('one_control_only')
  })
})

it('a share that all customers share is not compared', () => {
  const stories: BrandStory[] = [
    { id: 1, name: 'Loved', movedOn, good: [1, 1] },
    { id: 2, name: 'Never', movedOn: null },
  ]
  const cell = cellOf(cellsOf(stories), 1, 'csat')

  expect(cell).toMatchObject({ state: 'not_enough_data', effect: null })
  expect(codes(cell)).toContain('minimum_sample')
})

it('intervals hold the truth in account after account', () => {
  const seeds = Array.from({ length: 16 }, (_, i) => i + 50)
  const held = seeds.filter((seed) => {
    const { low, high } = effectOf(
      [
        { id: 1, name: 'Moved', movedOn, firstReplyRatio: 0.8, perDay: 25 },
        { id: 2, name: 'Second', movedOn: null, perDay: 25 },
        { id: 3, name: 'Third', movedOn: null, perDay: 25 },
      ],
      seed,
    )
    return low < 0.8 && high > 0.8
  })

  expect(held.length).toBeGreaterThanOrEqual(14)
})

function cellsOf(stories: readonly BrandStory[]): Comparison[] {
  const db = syntheticAccount(stories, 7)
  updateCutovers(db)
  return compareBrands(db, { brandIds: 'all', metrics: 'all', now })
}

/** The effect on the first brand's first replies. */
function effectOf(stories: readonly BrandStory[], seed: number): { low: number; high: number } {
  const db = syntheticAccount(stories, seed)
  updateCutovers(db)
  const panel = readPanel(db, { now })
  const adjust = () => ({ kind: 'not_applicable' }) as const
  const [brand] = panel.brands
  const draft = draftComparison({ panel, brand, metric: metricOf('first_reply'), adjust })
  if (draft.kind === 'settled' || draft.comparison.effect === null) throw new Error('effectOf: no estimate')
  return draft.comparison.effect
}

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}
