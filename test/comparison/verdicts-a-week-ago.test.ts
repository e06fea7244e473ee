import { beforeEach, expect, it } from 'vitest'
import { changesInAWeek, noteVerdicts } from '../../server/comparison/verdicts-a-week-ago.ts'
import type { Comparison } from '../../server/contract.ts'
import { readGrid } from '../../server/store/comparison-cells.ts'
import { statement } from '../../server/store/database.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { miraeId, seedSampleGrid } from '../report/sample-grid.ts'

const day = 86_400_000
const shared = 'shared'
let ctx: TestContext

beforeEach(() => {
  ctx = testContext()
  seedSampleGrid(ctx.db)
})

it('a verdict that was another one a week ago is named with what it was', () => {
  noteVerdicts(ctx.db, testNow - 7 * day, shared)
  setState({ state: 'no_clear_change' })

  expect(changesAt(testNow)).toEqual({
    since: '2026-11-09',
    cells: [{ brandId: miraeId, metric: 'first_reply', from: 'improved' }],
  })
})

it('the first that was said on a day is kept', () => {
  noteVerdicts(ctx.db, testNow - 7 * day, shared)
  setState({ state: 'no_clear_change' })
  noteVerdicts(ctx.db, testNow - 7 * day + 3_600_000, shared)

  expect(changesAt(testNow)?.cells).toHaveLength(1)
})

it('a definition that changed meanwhile is no change', () => {
  noteVerdicts(ctx.db, testNow - 7 * day, shared)
  setState({ state: 'no_clear_change', metricVersion: 99 })

  expect(changesAt(testNow)?.cells).toEqual([])
})

it('where nothing was computed a week ago an earlier day of the week before counts, and else nothing is told', () => {
  noteVerdicts(ctx.db, testNow - 13 * day, shared)

  expect(changesAt(testNow)?.since).toBe('2026-11-03')
  expect(changesAt(testNow + 2 * day)).toBeNull()
  expect(changesAt(testNow - 7 * day)).toBeNull()
})

it('only the cells that are asked for are told', () => {
  noteVerdicts(ctx.db, testNow - 7 * day, shared)
  setState({ state: 'no_clear_change' })

  expect(changesInAWeek(ctx.db, { now: testNow, kind: shared, cells: cells([104]) })?.cells).toEqual([])
})

it('days older than a month are forgotten', () => {
  for (let days = 40; days >= 0; days--) noteVerdicts(ctx.db, testNow - days * day, shared)

  expect(statement(ctx.db, 'select min(day) as first, count(*) as days from verdict_day').all()).toEqual([
    { first: '2026-10-18', days: 30 },
  ])
})

function changesAt(now: number) {
  return changesInAWeek(ctx.db, { now, kind: shared, cells: cells('all') })
}

function cells(brandIds: 'all' | number[]): Comparison[] {
  return readGrid(ctx.db, { brandIds, metrics: 'all' }).cells
}

function setState(change: object): void {
  const where = { miraeId }
  const row = statement<{ cell: string }>(
    ctx.db,
    "select cell from comparison_cell where brand_id = :miraeId and metric = 'first_reply'",
  ).get(where)
  const cell = JSON.stringify({ ...(JSON.parse(row?.cell ?? '{}') as object), ...change })
  statement(
    ctx.db,
    "update comparison_cell set cell = :cell where brand_id = :miraeId and metric = 'first_reply'",
  ).run({ ...where, cell })
}
