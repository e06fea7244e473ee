import type { Express } from 'express'
import { createApp } from '../../server/app.ts'
import type { Comparison, MetricKey, SeriesWeek } from '../../server/contract.ts'
import { writeCutover } from '../../server/store/brands.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { addBrand } from '../support/brands.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext, TestContextOverrides } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'

export const HANEUL = 101
export const MIRAE = 102
export const BADA = 103
export const DELETED = 104
export const UNKNOWN = 999

/** Three brands and one deleted, one person per role; the viewer and the 'limited' manager see Haneul only. */
export function smallAccount(overrides: TestContextOverrides = {}): { ctx: TestContext; app: Express } {
  const ctx = testContext(overrides)
  addBrand(ctx, HANEUL, 'Haneul')
  addBrand(ctx, MIRAE, 'Mirae')
  addBrand(ctx, BADA, 'Bada')
  addBrand(ctx, DELETED, 'Gone', true)
  writeCutover(ctx.db, {
    brand_id: HANEUL,
    went_live_on: '2026-04-20',
    went_live_source: 'confirmed',
    ramp_end: '2026-05-04',
    ramp_source: 'measured',
    detected_on: '2026-04-21',
    confirmed_by: 'admin@example.com',
    note: 'half a day of pilot before',
  })
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'manager@example.com', role: 'manager' })
  addPerson(ctx, { email: 'limited@example.com', role: 'manager', brandIds: [HANEUL] })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [HANEUL, DELETED] })
  return { ctx, app: createApp(ctx) }
}

/** Stores a grid with one cell per brand and metric, as the comparison would. */
export function storeGrid(db: Database, brandIds: readonly number[], metrics: readonly MetricKey[]): void {
  const grid = {
    asOf: '2026-11-15T23:30:00.000Z',
    dataCompleteTo: '2026-11-15T23:00:00.000Z',
    dataVersion: '1',
  }
  writeSetting(db, 'grid', JSON.stringify(grid), testNow)
  for (const brandId of brandIds)
    for (const metric of metrics)
      statement(
        db,
        'insert into comparison_cell (brand_id, metric, cell, series) values (:brandId, :metric, :cell, :series)',
      ).run({
        brandId,
        metric,
        cell: JSON.stringify(cellOf(brandId, metric)),
        series: JSON.stringify(weeks),
      })
}

export const weeks: SeriesWeek[] = [
  { from: '2026-11-02', to: '2026-11-09', value: 95.5, n: 410, complete: true },
  { from: '2026-11-09', to: '2026-11-16', value: null, n: 3, complete: false },
]

export function cellOf(brandId: number, metric: MetricKey): Comparison {
  return {
    brand: { id: brandId, name: `brand ${brandId}` },
    metric,
    metricVersion: 1,
    state: 'improved',
    direction: 'down',
    grade: 'D',
    fairness: 'conditional',
    method: 'windows',
    effect: { value: 0.62, low: 0.55, high: 0.7, unit: 'ratio' },
    before: { value: 150, n: 5000, from: '2026-01-26', to: '2026-04-20' },
    after: { value: 93, n: 5100, from: '2026-08-10', to: '2026-11-02' },
    expected: null,
    now: { value: 95.5, n: 1600, from: '2026-10-12', to: '2026-11-09' },
    mixAdjusted: null,
    reasons: [],
    readyOn: null,
    sentence: { en: 'The first reply is faster.', ko: '첫 응답이 빨라졌습니다.' },
  }
}
