import { describe, expect, it } from 'vitest'
import { finishAll, measureBrands, reportQuestion } from '../../../server/comparison/compare-brands.ts'
import { computeGrid } from '../../../server/comparison/compare-grid.ts'
import { GridKeeper } from '../../../server/comparison/grid/grid-keeper.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import type { GridKind } from '../../../server/store/comparison-cells.ts'
import { readGridStamp } from '../../../server/store/comparison-cells.ts'
import type { Database } from '../../../server/store/database.ts'
import { createDice } from '../../support/dice.ts'
import { now as begin } from '../synthetic-account.ts'
import { gridAccount, stories } from './grid-account.ts'
import { edits, syncToday } from './grid-edits.ts'

describe('a grid of which only what changed is made anew', () => {
  it('is the one that is made from scratch, whatever happens', { timeout: 600_000 }, () => {
    const { db, keeper } = keptAccount()
    const dice = createDice(7)
    let now = begin

    for (const { name, happen } of edits) {
      now = happen({ db, now }, dice)
      keeper.refresh(db, now)

      expect({ after: name, ...storedGrid(db) }).toEqual({ after: name, ...gridFromScratch(db, now) })
    }
  })

  it('makes no cell when only rows of the present day came', () => {
    const { db, keeper, made } = keptAccount()

    const now = syncToday({ db, now: begin })
    const { cells } = keeper.refresh(db, now)

    expect(cells).toBe(stories.length * catalog.length)
    expect(made).toEqual([])
    expect(storedGrid(db)).toEqual(gridFromScratch(db, now))
  })

  it('makes of a late rating the cells of its brand and of those it is compared with', () => {
    const { db, keeper, made } = keptAccount()

    lateRating(db, 5)
    keeper.refresh(db, begin)
    // Early moved before all others, which are not compared with it.
    expect(made.splice(0).sort()).toEqual(['1 csat', '2 csat', '3 csat', '5 csat'])

    lateRating(db, 1)
    keeper.refresh(db, begin)
    expect(made).toEqual(['1 csat'])
  })

  it('makes on another day the cells of brands that moved lately or never, and of others when a week is whole', () => {
    const { db, keeper, made } = keptAccount()
    const isOfAnOldMove = (cell: string) => /^[12] /.test(cell)

    let now = aDayLater(db, begin)
    keeper.refresh(db, now)
    // 16 November was a Monday, as both cutovers were: another week is whole for figures that are known after a day.
    expect(made.splice(0)).toContain('1 demand')

    now = aDayLater(db, now)
    keeper.refresh(db, now)
    expect(made.filter(isOfAnOldMove)).toEqual([])
    expect(made).toContain('3 demand')
    expect(made).toContain('5 demand')
    expect(storedGrid(db)).toEqual(gridFromScratch(db, now))
  })

  it('says of every cell what judging all drafts together says', () => {
    const { db } = keptAccount()
    const drafts = measureBrands(db, reportQuestion(begin)).map(({ draft }) => draft)

    const cells = computeGrid(db, begin).cells.map(({ cell }) => cell)

    expect(new Set(cells.map(({ state }) => state)).size).toBeGreaterThan(3)
    expect(cells).toEqual(JSON.parse(JSON.stringify(finishAll(drafts))))
  })

  it('makes every cell once more in a new process', () => {
    const { db } = keptAccount()
    const before = storedGrid(db)

    expect(new GridKeeper().refresh(db, begin)).toEqual({
      cells: stories.length * catalog.length,
      made: stories.length * catalog.length,
    })

    expect(storedGrid(db)).toEqual(before)
  })
})

function lateRating(db: Database, brandId: number): void {
  db.prepare(
    `update rollup_day set n = n + 1 where brand_id = ? and day = '2026-02-10' and metric = 'csat'`,
  ).run(brandId)
}

function aDayLater(db: Database, now: number): number {
  return syncToday({ db, now }, 24 * 60)
}

function keptAccount() {
  const db = gridAccount()
  updateCutovers(db)
  const made: string[] = []
  const keeper = new GridKeeper((brandId, metric) => made.push(`${brandId} ${metric}`))
  keeper.refresh(db, begin)
  made.length = 0
  return { db, keeper, made }
}

function storedGrid(db: Database, kind: GridKind = 'shared') {
  const table = kind === 'shared' ? 'comparison_cell' : 'own_weeks_cell'
  const rows = db
    .prepare<
      [],
      {
        brand_id: number
        metric: string
        cell: string
        series: string
        basis: string | null
        detail: string | null
      }
    >(`select brand_id, metric, cell, series, basis, detail from ${table} order by brand_id, metric`)
    .all()
  return {
    version: readGridStamp(db, kind)?.dataVersion,
    cells: rows.map(({ cell, series, basis, detail }) => ({
      cell: JSON.parse(cell) as unknown,
      series: JSON.parse(series) as unknown,
      basis,
      detail: detail === null ? null : (JSON.parse(detail) as unknown),
    })),
  }
}

function gridFromScratch(db: Database, now: number, kind: GridKind = 'shared') {
  const { cells, dataVersion } = computeGrid(db, now, kind)
  const keyOf = (one: (typeof cells)[number]) => [one.cell.brand.id, one.cell.metric] as const
  return {
    version: dataVersion,
    cells: cells.sort((one, other) => {
      const [[id, metric], [otherId, otherMetric]] = [keyOf(one), keyOf(other)]
      return id - otherId || (metric < otherMetric ? -1 : 1)
    }),
  }
}
