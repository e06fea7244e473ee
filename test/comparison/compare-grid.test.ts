import { describe, expect, it } from 'vitest'
import { computeGrid, refreshGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { MetricKey } from '../../server/contract.ts'
import { catalog } from '../../server/metrics/catalog.ts'
import { readBrands, readCutovers } from '../../server/store/brands.ts'
import { readGrid } from '../../server/store/comparison-cells.ts'
import type { Database } from '../../server/store/database.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { BrandStory } from './synthetic-account.ts'
import { now, settingsOf, syntheticAccount, writeCheckpoints, writeSum } from './synthetic-account.ts'

const stories: BrandStory[] = [
  { id: 1, name: 'Moved', movedOn: '2026-04-20', perDay: 30 },
  { id: 2, name: 'Stayed', movedOn: null, perDay: 30 },
]
const everything = { brandIds: 'all', metrics: 'all' } as const

describe('the stored grid', () => {
  it('holds every brand and metric, and says how far its data reach', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)

    expect(refreshGrid(db, now)).toEqual({ cells: 2 * catalog.length })

    const grid = readGrid(db, everything)
    expect(grid.cells).toHaveLength(2 * catalog.length)
    expect(grid.asOf).toBe('2026-11-16T00:00:00.000Z')
    expect(grid.dataCompleteTo).toBe('2026-11-15T23:59:00.000Z')
  })

  it('is read by brand and metric', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    refreshGrid(db, now)

    const { cells, series } = readGrid(db, { brandIds: [2], metrics: ['demand', 'csat'] })

    expect(cells.map(({ brand, metric }) => `${brand.id} ${metric}`)).toEqual(['2 csat', '2 demand'])
    expect(series.map(({ brandId, metric }) => `${brandId} ${metric}`)).toEqual(['2 csat', '2 demand'])
    expect(readGrid(db, { brandIds: [], metrics: 'all' }).cells).toEqual([])
  })

  it('is as complete as the metrics that are asked for', () => {
    const db = syntheticAccount(stories)
    db.prepare(`delete from checkpoint where stream = 'survey-responses'`).run()
    db.prepare(
      `update checkpoint set complete_to = complete_to - 3600000 where stream = 'tickets-ai-agent'`,
    ).run()
    refreshGrid(db, now)
    const completeTo = (metrics: MetricKey[]) => readGrid(db, { brandIds: 'all', metrics }).dataCompleteTo

    expect(completeTo(['first_reply'])).toBe('2026-11-15T23:59:00.000Z')
    expect(completeTo(['first_reply', 'demand'])).toBe('2026-11-15T22:59:00.000Z')
    expect(completeTo(['first_reply', 'csat'])).toBeNull()
    expect(readGrid(db, everything).dataCompleteTo).toBeNull()
  })

  it('of an earlier version is as complete as all metrics together', () => {
    const db = syntheticAccount(stories)
    refreshGrid(db, now)
    db.prepare(
      `update setting set value = json_remove(value, '$.dataCompleteToByMetric') where key = 'grid'`,
    ).run()

    expect(readGrid(db, { brandIds: 'all', metrics: ['csat'] }).dataCompleteTo).toBe(
      '2026-11-15T23:59:00.000Z',
    )
  })

  it('is empty before the first computation', () => {
    expect(readGrid(syntheticAccount([]), everything)).toEqual({
      asOf: null,
      dataCompleteTo: null,
      cells: [],
      series: [],
    })
  })

  it('changes no row when nothing changed', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    refreshGrid(db, now)
    const before = changesOf(db)

    updateCutovers(db)
    refreshGrid(db, now)

    expect(changesOf(db)).toBe(before)
  })

  it('drops the cells of a brand that was deleted', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    refreshGrid(db, now)
    db.prepare('update brand set deleted = 1 where id = 2').run()

    refreshGrid(db, now)

    const { cells } = readGrid(db, everything)
    expect(cells).toHaveLength(catalog.length)
    expect(new Set(cells.map(({ brand }) => brand.id))).toEqual(new Set([1]))
  })
})

describe('the weekly series', () => {
  it('runs from the first whole week to the present one, Mondays to Sundays', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)

    const { series } = cellsOf(db).get('1 demand')!

    expect(series[0]).toMatchObject({ from: '2025-10-06', to: '2025-10-13', complete: true })
    expect(series.at(-1)).toMatchObject({ from: '2026-11-16', value: null, n: 0, complete: false })
    expect(series.at(-2)).toMatchObject({ from: '2026-11-09', complete: false })
    expect(series.at(-3)).toMatchObject({ from: '2026-11-02', complete: true })
  })

  it('says nothing for a week that holds too little', () => {
    const db = syntheticAccount([{ id: 1, name: 'Small', movedOn: '2026-04-20', perDay: 2 }])
    updateCutovers(db)

    const weeks = cellsOf(db).get('1 csat')!.series

    expect(weeks.every(({ value }) => value === null)).toBe(true)
    expect(weeks.some(({ n }) => n > 0)).toBe(true)
  })
})

describe('while history is arriving', () => {
  it('verdicts wait until 26 weeks before the move are here', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    writeCheckpoints(db, 'chats', { coveredFrom: '2026-01-01', isDone: false })

    const waiting = cellsOf(db).get('1 demand')!.cell
    expect(waiting).toMatchObject({ state: 'not_enough_data', readyOn: null })
    expect(waiting.reasons).toEqual([
      {
        code: 'history_arriving',
        en: 'The history is still arriving: 81% is here.',
        ko: '과거 데이터를 가져오는 중입니다. 현재 81%까지 들어왔습니다.',
      },
    ])

    writeCheckpoints(db, 'chats', { coveredFrom: '2025-10-01', isDone: false })
    expect(cellsOf(db).get('1 demand')!.cell.state).toBe('no_clear_change')
  })

  it('a brand without a cutover day is not called unmoved', () => {
    const db = syntheticAccount(stories)
    writeCheckpoints(db, 'chats', { coveredFrom: '2025-10-01', isDone: false })
    updateCutovers(db)

    expect(cellsOf(db).get('2 demand')!.cell.reasons[0].code).toBe('history_arriving')
  })

  it('no figure calls a brand unmoved while the stream that would show the move is still arriving', () => {
    const db = syntheticAccount(stories)
    writeCheckpoints(db, 'tickets-ai-agent', { coveredFrom: '2025-10-01', isDone: false })

    const codes = [...cellsOf(db).values()].map(({ cell }) => cell.reasons[0].code)

    expect(new Set(codes)).toEqual(new Set(['history_arriving']))
  })

  it('before the first sync nothing is known', () => {
    const db = syntheticAccount([])
    db.prepare('delete from checkpoint').run()
    db.prepare(`insert into brand values (1, 'New', null, 0, 1, 0, 0, null)`).run()

    const grid = computeGrid(db, now)

    expect(grid.dataCompleteTo).toBeNull()
    expect(grid.cells.map(({ cell }) => cell.reasons[0].code)).toEqual(catalog.map(() => 'history_arriving'))
    expect(grid.cells[0].series).toEqual([])
  })

  it('no cutover is proposed from less than it takes', () => {
    const db = syntheticAccount(stories)
    writeCheckpoints(db, 'chats', { coveredFrom: '2026-01-01', isDone: false })

    expect(updateCutovers(db)).toBe(0)
    expect(readCutovers(db).size).toBe(0)
  })
})

describe('the cutover record', () => {
  it('is found in the data', () => {
    const db = syntheticAccount(stories)

    expect(updateCutovers(db)).toBe(1)
    expect([...readCutovers(db).values()]).toEqual([
      {
        brand_id: 1,
        went_live_on: '2026-04-20',
        went_live_source: 'detected',
        ramp_end: '2026-04-20',
        ramp_source: 'measured',
        detected_on: '2026-04-20',
        confirmed_by: null,
        note: null,
      },
    ])
  })

  it('keeps what the data say beside a confirmed day', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    const settings = settingsOf(stories)
    settings.brands[0].cutover = { day: '2026-04-13', confirmedBy: 'admin@demo.example', note: 'soft launch' }
    writeAccountSettings(db, settings, now)

    expect(updateCutovers(db)).toBe(1)
    expect(updateCutovers(db)).toBe(0)
    expect(readCutovers(db).get(1)).toMatchObject({
      went_live_on: '2026-04-13',
      went_live_source: 'confirmed',
      detected_on: '2026-04-20',
      confirmed_by: 'admin@demo.example',
      note: 'soft launch',
    })
  })

  it('goes when the data no longer show a move', () => {
    const db = syntheticAccount(stories)
    updateCutovers(db)
    db.prepare(`update rollup_day set source = 'chat' where source = 'messaging'`).run()

    expect(updateCutovers(db)).toBe(1)
    expect(readCutovers(db).size).toBe(0)
  })

  it('counts conversations of the bot as messaging', () => {
    const db = syntheticAccount(stories)
    db.prepare(`update rollup_day set source = 'bot' where source = 'messaging' and metric = 'demand'`).run()
    writeSum(db, { brandId: 2, day: '2026-11-10', source: 'bot', metric: 'demand', n: 1, numerator: 0 })

    updateCutovers(db)

    expect(readBrands(db)).toHaveLength(2)
    expect([...readCutovers(db).keys()]).toEqual([1])
  })
})

function cellsOf(db: Database) {
  return new Map(computeGrid(db, now).cells.map((one) => [`${one.cell.brand.id} ${one.cell.metric}`, one]))
}

function changesOf(db: Database): number {
  return db.prepare<[], { n: number }>('select total_changes() as n').get()?.n ?? 0
}
