import { describe, expect, it } from 'vitest'
import { finishAll } from '../../../server/comparison/compare-brands.ts'
import type { Panel } from '../../../server/comparison/panel.ts'
import type { Comparison } from '../../../server/contract.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { Day, Period } from '../../../server/periods/day.ts'
import { daysOf } from '../../../server/comparison/windows.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { draftOf, movedOn, panelOf } from './brands-on-panel.ts'

const treated: PanelStory = { id: 1, movedOn, rampEnd: '2026-06-15' }
const others: PanelStory[] = [{ id: 2 }, { id: 3 }]
const withYear: PanelStory = { ...treated, weeksBefore: 60 }

describe('weeks after the ramp of which the bot’s conversations were not recorded', () => {
  it.each([
    ['with brands to compare with', [treated, ...others], '2026-07-13', '2026-08-10'],
    ['with a year of its own', [withYear], '2026-08-01', '2026-08-10'],
    ['until later', [treated, ...others], '2026-08-31', '2026-08-31'],
  ])('leave two windows of later weeks, D, and say why: %s', (_, stories, until, firstAfter) => {
    const cell = cellOf(unrecordedIn(panelOf(stories), { from: '2026-06-15', to: until }))

    expect(cell).toMatchObject({ method: 'windows', grade: 'D', expected: null })
    expect(cell.after).toMatchObject({ from: firstAfter, to: '2026-11-02' })
    expect(codes(cell)).toContain('bot_only_not_recorded')
    expect(codes(cell)).toContain('two_periods_only')
  })

  it('do so where only one of them lies within the ten weeks that are compared', () => {
    const cell = cellOf(unrecordedIn(panelOf([treated, ...others]), { from: '2026-08-23', to: '2026-08-24' }))

    expect(cell).toMatchObject({ method: 'windows', grade: 'D' })
  })

  it('change nothing during the ramp or after those ten weeks', () => {
    const during = cellOf(unrecordedIn(panelOf([treated, ...others]), { from: movedOn, to: '2026-06-15' }))
    const later = cellOf(
      unrecordedIn(panelOf([treated, ...others]), { from: '2026-08-24', to: '2026-09-07' }),
    )

    expect(during).toMatchObject({ method: 'staggered', after: { from: '2026-06-15', to: '2026-08-24' } })
    expect(later).toMatchObject({ method: 'staggered', after: { from: '2026-06-15', to: '2026-08-24' } })
    expect(codes(later)).not.toContain('bot_only_not_recorded')
  })

  it('do not matter for a figure that does not count them', () => {
    const cell = cellOf(
      unrecordedIn(panelOf([treated, ...others]), { from: '2026-06-15', to: '2026-07-13' }),
      'unserved_rate',
    )

    expect(cell).toMatchObject({ method: 'staggered', after: { from: '2026-06-15' } })
  })
})

describe('engagements Zendesk no longer keeps', () => {
  const keptFrom = (day: Day) => daysOf({ from: movedOn, to: day })

  it('of the weeks after the ramp leave two windows of later weeks, D, and say why', () => {
    const cell = cellOf(notHeldIn(panelOf([treated, ...others]), keptFrom('2026-08-19')), 'transfer_rate')

    expect(cell).toMatchObject({ method: 'windows', grade: 'D' })
    // Five days of that week are kept.
    expect(cell.after).toMatchObject({ from: '2026-08-17', to: '2026-11-02' })
    expect(codes(cell)).toContain('engagements_not_kept')
  })

  it('of single days are as any other lost day', () => {
    const cell = cellOf(
      notHeldIn(panelOf([treated, ...others]), ['2026-06-24', '2026-07-08']),
      'transfer_rate',
    )

    expect(cell).toMatchObject({ method: 'staggered', after: { from: '2026-06-15', to: '2026-08-24' } })
    expect(codes(cell)).toContain('days_left_out')
  })

  it('of the ramp alone change nothing', () => {
    const cell = cellOf(notHeldIn(panelOf([treated, ...others]), keptFrom('2026-06-15')), 'transfer_rate')

    expect(cell).toMatchObject({ method: 'staggered', after: { from: '2026-06-15', to: '2026-08-24' } })
  })
})

function unrecordedIn(panel: Panel, unrecorded: Period): Panel {
  const [first, ...rest] = panel.brands
  return { ...panel, brands: [{ ...first, unrecorded }, ...rest] }
}

/** The panel of brands whose engagements were read, but for some days of the first. */
function notHeldIn(panel: Panel, days: readonly Day[]): Panel {
  const notHeld = new Set(days)
  const demand = metricOf('demand')
  const ofFirst = (brand: Panel['brands'][number]) => (brand.brand.id === 1 ? notHeld : new Set<Day>())
  return {
    ...panel,
    historyOf: (brand) => panel.historyOf(brand, demand),
    usableDays: (brand) => panel.usableDays(brand, demand),
    daysNotHeld: ofFirst,
    maskedDays: (brand) => new Set([...brand.maskedDays, ...ofFirst(brand)]),
  }
}

function cellOf(panel: Panel, metric: 'demand' | 'unserved_rate' | 'transfer_rate' = 'demand'): Comparison {
  return finishAll([draftOf(panel, metric)])[0]
}

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}
