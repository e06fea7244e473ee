import { describe, expect, it } from 'vitest'
import { computeGrid, refreshGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { readDetail, readGrid, readGridStamp } from '../../server/store/comparison-cells.ts'
import { statement } from '../../server/store/database.ts'
import type { BrandStory } from './synthetic-account.ts'
import { cellOf, now, syntheticAccount } from './synthetic-account.ts'

const stories: BrandStory[] = [
  { id: 1, name: 'Moved', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
  { id: 2, name: 'Stayed', movedOn: null, perDay: 30 },
  { id: 3, name: 'Stayed too', movedOn: null, perDay: 30 },
]
const everything = { brandIds: 'all', metrics: 'all' } as const

function account(own: readonly BrandStory[] = stories) {
  const db = syntheticAccount(own)
  updateCutovers(db)
  return db
}

describe('the grid without comparison brands', () => {
  it('holds every brand against its own weeks', () => {
    const db = account()
    const [shared, ownWeeks] = (['shared', 'own_weeks'] as const).map((kind) => computeGrid(db, now, kind))

    expect(cellOf(cellsOf(shared), 1, 'first_reply')).toMatchObject({
      method: 'staggered',
      state: 'improved',
    })
    expect(cellsOf(ownWeeks).map(({ method }) => method)).not.toContain('staggered')
    expect(cellOf(cellsOf(ownWeeks), 1, 'first_reply').method).toBe('interrupted')
    expect(ownWeeks.cells.flatMap(({ detail }) => detail?.controls ?? [])).toEqual([])
  })

  it('says the same of a brand whatever the others do', () => {
    const [one, other] = [
      account(),
      account([stories[0], { ...stories[1], perDay: 90, season: (day) => (day > '2026-05-01' ? 3 : 1) }]),
    ].map((db) => computeGrid(db, now, 'own_weeks').cells.filter(({ cell }) => cell.brand.id === 1))

    const figures = (cells: typeof one) =>
      cells.map(({ cell, detail, series }) => [
        cell.metric,
        cell.effect,
        cell.expected,
        cell.grade,
        detail,
        series,
      ])
    expect(figures(one)).toEqual(figures(other))
  })

  it('is made and kept while it is asked for, and removed afterwards', () => {
    const db = account()

    refreshGrid(db, now)
    expect(readGrid(db, everything, 'own_weeks')).toMatchObject({ asOf: null, cells: [] })

    refreshGrid(db, now, true)
    const shared = readGrid(db, everything)
    expect(readGrid(db, everything, 'own_weeks').cells).toHaveLength(shared.cells.length)
    expect(readDetail(db, 1, 'first_reply', 'own_weeks')?.controls).toBeNull()
    expect(readDetail(db, 1, 'first_reply')?.controls).toHaveLength(2)

    // Whoever does not know of the switch keeps both.
    statement(db, 'delete from own_weeks_cell').run()
    refreshGrid(db, now)
    expect(readGrid(db, everything, 'own_weeks').cells).toHaveLength(shared.cells.length)

    refreshGrid(db, now, false)
    expect(readGridStamp(db, 'own_weeks')).toBeNull()
    expect(readGrid(db, everything)).toEqual(shared)
  })
})

function cellsOf({ cells }: ReturnType<typeof computeGrid>) {
  return cells.map(({ cell }) => cell)
}
