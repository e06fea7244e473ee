import { beforeAll, describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import { catalog, isPrimary } from '../../server/metrics/catalog.ts'
import type { BrandStory } from './synthetic-account.ts'
import { cellOf, now, syntheticAccount } from './synthetic-account.ts'

const all = { brandIds: 'all', metrics: 'all', now } as const

describe('an account with seven brands', () => {
  const stories: BrandStory[] = [
    { id: 1, name: 'Faster', movedOn: '2026-04-20', firstReplyRatio: 0.6 },
    { id: 2, name: 'Unchanged', movedOn: '2026-06-01', surveysAfter: true },
    { id: 3, name: 'Never', movedOn: null },
    { id: 4, name: 'Recent', movedOn: '2026-10-26' },
    { id: 5, name: 'Unhappy', movedOn: '2026-02-09', good: [0.88, 0.74], perDay: 90 },
    { id: 6, name: 'Busier', movedOn: '2026-05-04', demandRatio: 1.4 },
    { id: 7, name: 'Small', movedOn: '2026-05-04', perDay: 1.5 },
  ]
  let cells: Comparison[] = []
  beforeAll(() => {
    const db = syntheticAccount(stories, 2)
    updateCutovers(db)
    cells = compareBrands(db, all)
  })

  it('has a cell for every brand and metric, by name and in the order of the catalogue', () => {
    expect(cells).toHaveLength(7 * catalog.length)
    expect(cells.filter(({ metric }) => isPrimary(metric))).toHaveLength(42)
    expect(cells.slice(0, 6).map(({ brand, metric }) => `${brand.name} ${metric}`)).toEqual([
      'Busier first_reply',
      'Busier unserved_rate',
      'Busier recontact_rate',
      'Busier csat',
      'Busier demand',
      'Busier human_workload',
    ])
  })

  it('finds the faster brand improved, the true effect within its range', () => {
    const cell = cellOf(cells, 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'improved', direction: 'down', grade: 'A', method: 'staggered' })
    expect(cell.effect?.low).toBeLessThan(0.6)
    expect(cell.effect?.high).toBeGreaterThan(0.6)
    expect(cell.before).toMatchObject({ from: '2025-10-20', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-04-20', to: '2026-06-29' })
    expect((cell.after?.value ?? 0) / (cell.expected?.value ?? 0)).toBeCloseTo(cell.effect?.value ?? 0, 10)
  })

  it('finds satisfaction worse where it fell, and says that it was asked at another moment', () => {
    const cell = cellOf(cells, 5, 'csat')

    expect(cell).toMatchObject({ state: 'worse', direction: 'down', fairness: 'caution' })
    expect(cell.effect?.unit).toBe('points')
    expect(cell.effect?.low).toBeLessThan(-14)
    expect(cell.effect?.high).toBeGreaterThan(-14)
    expect(codes(cell)).toContain('asked_at_another_moment')
  })

  it('only calls more contacts higher, but more work for agents worse', () => {
    expect(cellOf(cells, 6, 'demand')).toMatchObject({ state: 'higher', direction: 'up' })
    expect(cellOf(cells, 6, 'human_workload')).toMatchObject({ state: 'worse', direction: 'up' })
  })

  it('finds no clear change at the brand where nothing changed', () => {
    for (const metric of [
      'first_reply',
      'unserved_rate',
      'recontact_rate',
      'demand',
      'human_workload',
    ] as const)
      expect(cellOf(cells, 2, metric)).toMatchObject({ state: 'no_clear_change', direction: null })
  })

  it('shows two families of satisfaction side by side without a verdict', () => {
    const cell = cellOf(cells, 2, 'csat')

    expect(cell).toMatchObject({
      state: 'not_comparable',
      fairness: 'none',
      effect: null,
      grade: null,
      method: null,
    })
    expect(codes(cell)).toEqual(['different_csat_family'])
    expect(cell.before?.value).toBeGreaterThan(0.8)
    expect(cell.after?.value).toBeGreaterThan(0.8)
  })

  it('shows a brand that never moved as it is now, without an after', () => {
    for (const cell of cells.filter(({ brand }) => brand.id === 3)) {
      expect(cell).toMatchObject({ state: 'not_comparable', after: null, before: null, effect: null })
      expect(codes(cell)).toEqual(['not_moved'])
      expect(cell.now?.value).not.toBeNull()
    }
    expect(cellOf(cells, 3, 'first_reply').now).toMatchObject({ from: '2026-10-12', to: '2026-11-09' })
  })

  it('says when a brand that moved recently can be judged', () => {
    expect(cellOf(cells, 4, 'first_reply')).toMatchObject({
      state: 'not_enough_data',
      readyOn: '2026-11-24',
      after: null,
    })
    expect(cellOf(cells, 4, 'recontact_rate').readyOn).toBe('2026-12-07')
    expect(codes(cellOf(cells, 4, 'csat'))).toEqual(['too_early'])
  })

  it('leaves the last week before the move out of recontact', () => {
    expect(cellOf(cells, 1, 'recontact_rate').before?.to).toBe('2026-04-13')
    expect(cellOf(cells, 1, 'recontact_rate').after?.to).toBe('2026-06-29')
  })

  it('says what a small brand lacks', () => {
    const cell = cellOf(cells, 7, 'csat')

    expect(cell).toMatchObject({ state: 'not_enough_data', effect: null, readyOn: null })
    expect(codes(cell)[0]).toBe('minimum_sample')
  })

  it('gives every cell a sentence in both languages', () => {
    for (const { sentence } of cells) {
      expect(sentence.en).toMatch(/\.$/)
      expect(sentence.ko).toMatch(/다\.$|시오\.$/)
    }
  })
})

describe('the choice of brands and metrics', () => {
  it('selects cells of the report and never changes them', () => {
    const db = syntheticAccount([
      { id: 1, name: 'One', movedOn: '2026-04-20', firstReplyRatio: 0.6 },
      { id: 2, name: 'Two', movedOn: '2026-06-01' },
    ])
    updateCutovers(db)

    const everything = compareBrands(db, all)
    const chosen = compareBrands(db, { brandIds: [2], metrics: ['first_reply'], now })

    expect(chosen).toEqual([cellOf(everything, 2, 'first_reply')])
  })

  it('uses only the days it is given', () => {
    const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20', firstReplyRatio: 0.6 }])
    updateCutovers(db)

    const [cell] = compareBrands(db, {
      brandIds: [1],
      metrics: ['first_reply'],
      from: '2026-03-01',
      to: '2026-07-01',
      now,
    })

    expect(cell.before).toMatchObject({ from: '2026-03-02', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-05-11', to: '2026-06-29' })
    expect(cell.state).toBe('improved')
  })
})

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}
