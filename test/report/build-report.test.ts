import { beforeEach, describe, expect, it } from 'vitest'
import { buildReport, saysNothing } from '../../server/report/build-report.ts'
import type { Report } from '../../server/report/report.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { dawonId, haneulId, miraeId, saebyeokId, seedSampleGrid } from './sample-grid.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

let db: Database

beforeEach(() => {
  db = migratedDatabase()
})

describe('buildReport', () => {
  it('is null before the first grid', () => {
    expect(buildReport(db, reader([miraeId]))).toBeNull()
  })

  it('covers the last Monday to Sunday of the zone', () => {
    seedSampleGrid(db)

    expect(build([miraeId]).period).toEqual({ from: '2026-11-09', to: '2026-11-16' })
    expect(build([miraeId], 'America/Los_Angeles').period).toEqual({ from: '2026-11-02', to: '2026-11-09' })
  })

  it('puts brands with news first and brands that never moved last', () => {
    seedSampleGrid(db)

    expect(build([saebyeokId, dawonId, haneulId, miraeId]).brands.map(({ id }) => id)).toEqual([
      miraeId,
      haneulId,
      dawonId,
      saebyeokId,
    ])
  })

  it('ranks news of different units by their margins', () => {
    seedSampleGrid(db)

    expect(build([haneulId, miraeId]).news.map(({ metric }) => metric)).toEqual(['csat', 'first_reply'])
  })

  it('takes the figures of the week and of the week before, with whether they are complete', () => {
    seedSampleGrid(db)
    const [mirae] = build([miraeId]).brands

    expect(mirae.rows[2]).toMatchObject({
      metric: 'recontact_rate',
      week: { value: 0.064, n: 655, complete: false },
      weekBefore: { value: 0.109, n: 675, complete: false },
    })
    expect(mirae.rows[0].week).toEqual({ value: 76, n: 812, complete: true })
  })

  it('has no figure for a week the series does not hold', () => {
    seedSampleGrid(db)
    const [saebyeok] = build([saebyeokId]).brands

    expect(saebyeok.rows[3]).toMatchObject({ metric: 'csat', week: null, weekBefore: null })
  })

  it('counts the verdicts of moved brands only', () => {
    seedSampleGrid(db)
    const { counts, notMoved } = build([miraeId, haneulId, dawonId, saebyeokId])

    expect(counts).toEqual({
      improved: 1,
      worse: 1,
      higher: 1,
      lower: 0,
      no_clear_change: 8,
      not_enough_data: 6,
      not_comparable: 1,
    })
    expect(notMoved).toBe(1)
  })

  it('asks for attention to what got worse and to a brand that is too young', () => {
    seedSampleGrid(db)

    expect(build([miraeId, haneulId, dawonId]).attention).toMatchObject([
      { kind: 'worse', brand: { id: haneulId }, metrics: ['csat'] },
      { kind: 'unconfirmed', brands: [{ id: dawonId }], by: '2026-12-08' },
      { kind: 'too_early', brand: { id: dawonId }, readyOn: '2026-12-08' },
    ])
  })

  it('names single figures that are not ready by their day', () => {
    seedSampleGrid(db)
    statement(
      db,
      `update comparison_cell set cell = json_set(cell, '$.state', 'not_enough_data', '$.readyOn', '2026-12-01')
       where brand_id = :miraeId and metric in ('csat', 'recontact_rate')`,
    ).run({ miraeId })

    expect(build([miraeId]).attention).toEqual([
      {
        kind: 'not_ready',
        brand: { id: miraeId, name: 'Mirae Outdoor' },
        readyOn: '2026-12-01',
        metrics: ['recontact_rate', 'csat'],
      },
    ])
  })

  it('warns of data that ends more than a day ago', () => {
    seedSampleGrid(db, { dataCompleteTo: '2026-11-14T23:59:00.000Z' })

    expect(build([miraeId]).attention).toEqual([
      { kind: 'stale', dataCompleteTo: '2026-11-14T23:59:00.000Z' },
    ])
  })

  it('says nothing when there is neither a verdict nor a figure', () => {
    seedSampleGrid(db)
    expect(saysNothing(build([saebyeokId]))).toBe(false)

    statement(db, `update comparison_cell set series = '[]'`).run()

    expect(saysNothing(build([saebyeokId]))).toBe(true)
    expect(saysNothing(build([miraeId]))).toBe(false)
  })
})

function reader(brandIds: number[], zone = 'Asia/Seoul') {
  return { brandIds, language: 'en' as const, zone, now: Date.parse('2026-11-16T09:00:00+09:00') }
}

function build(brandIds: number[], zone?: string): Report {
  const report = buildReport(db, reader(brandIds, zone))
  if (report === null) throw new Error('the sample has a grid')
  return report
}
