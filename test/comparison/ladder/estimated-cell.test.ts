import { describe, expect, it } from 'vitest'
import { finishAll } from '../../../server/comparison/compare-brands.ts'
import type { Comparison } from '../../../server/contract.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { draftOf, movedOn, panelOf, settledOf, unsteady } from './brands-on-panel.ts'

const halved = (level: (week: number, day: Day) => number) => (week: number, day: Day) =>
  level(week, day) * (week >= 0 ? 0.5 : 1)
const treated: PanelStory = { id: 1, movedOn, perDay: halved(unsteady(1000, 1)) }
const others: PanelStory[] = [
  { id: 2, perDay: unsteady(500, 2) },
  { id: 3, perDay: unsteady(800, 3) },
]

describe('what was to be expected', () => {
  it('of a number is what is there divided by the effect', () => {
    for (const stories of [
      [treated, ...others],
      [{ ...treated, weeksBefore: 60 }],
      [{ ...treated, weeksBefore: 20 }],
    ]) {
      const { after, expected, effect } = draftOf(panelOf(stories)).comparison
      if (!after?.value || effect === null) throw new Error('there is no estimate')

      expect(expected?.value).toBeCloseTo(after.value / effect.value, 8)
      // The largest fall goes with the highest expectation.
      expect(expected?.low).toBeCloseTo(after.value / effect.high, 8)
      expect(expected?.high).toBeCloseTo(after.value / effect.low, 8)
    }
  })

  it('of a share is what is there less the points, and never below 0 or above 1', () => {
    const share = (week: number) => (week >= 0 ? 0.02 : 0.2) + (week % 3) * 0.01
    const { after, expected, effect } = draftOf(
      panelOf([{ ...treated, share }, ...others]),
      'unserved_rate',
    ).comparison
    if (!after?.value || effect === null) throw new Error('there is no estimate')

    expect(expected?.value).toBeCloseTo(after.value - effect.value / 100, 8)

    const rare = (week: number) => 0.02 + 0.002 * (week % 2)
    const swinging = (week: number) => 0.3 + 0.05 * ((week * week) % 7)
    const cell = draftOf(
      panelOf([
        { ...treated, share: rare },
        { id: 2, share: swinging },
      ]),
      'unserved_rate',
    ).comparison
    expect(cell.expected?.low).toBe(0)
  })

  it('of a share is not said where it would lie below 0: the effect alone is', () => {
    const own = (week: number) => 0.02 + 0.003 * Math.sin(week * week)
    const fallen = (seed: number) => (week: number) => (week < 0 ? 0.1 : 0.03) + 0.003 * Math.sin(week * seed)
    const { after, expected, effect } = draftOf(
      panelOf([
        { ...treated, share: own },
        { id: 2, share: fallen(3) },
        { id: 3, share: fallen(5) },
      ]),
      'unserved_rate',
    ).comparison

    expect(after?.value).toBeCloseTo(0.02, 2)
    expect(effect?.value).toBeCloseTo(7, 0)
    expect(expected).toBeNull()
  })

  it('of a share is not said where it would lie above 1', () => {
    const own = (week: number) => 0.98 + 0.003 * Math.sin(week * week)
    const risen = (week: number) => (week < 0 ? 0.9 : 0.97) + 0.003 * Math.sin(week * 3)
    const stories = [
      { ...treated, share: own },
      { id: 2, share: risen },
    ]

    expect(draftOf(panelOf(stories), 'unserved_rate').comparison.expected).toBeNull()
  })

  it('is not said of two windows', () => {
    expect(draftOf(panelOf([{ ...treated, weeksBefore: 6 }])).comparison).toMatchObject({
      method: 'windows',
      expected: null,
    })
  })
})

describe('the windows that are shown', () => {
  it('are those of the rung: number a week, first and last day', () => {
    const plain: PanelStory[] = [
      { id: 1, movedOn, perDay: (week) => (week >= 0 ? 50 : 100) },
      { id: 2, perDay: () => 100 },
    ]
    const cell = draftOf(panelOf(plain)).comparison

    expect(cell.before).toEqual({ value: 700, n: 18_200, from: '2025-12-01', to: '2026-06-01' })
    expect(cell.after).toEqual({ value: 350, n: 3500, from: '2026-06-01', to: '2026-08-10' })
    expect(cell.now).toMatchObject({ value: 350, from: '2026-10-05', to: '2026-11-02' })
  })

  it('leave out the last week before the move where customers were on the new channel already', () => {
    const { comparison } = draftOf(panelOf([{ ...treated, pilotShare: 0.05 }, ...others]))

    expect(comparison.before).toMatchObject({ from: '2025-11-24', to: '2026-05-25' })
    expect(codes(comparison)).toEqual(['pilot_traffic'])
  })

  it('are in numbers a week where two weeks are taken together', () => {
    const few: PanelStory[] = [
      { id: 1, movedOn, perDay: () => 1 },
      { id: 2, perDay: () => 100 },
    ]

    expect(draftOf(panelOf(few)).comparison).toMatchObject({ before: { value: 7 }, after: { value: 7 } })
  })
})

describe('what is said of the method', () => {
  it.each([
    ['one control', [treated, others[0]], 'one_control_only'],
    ['a year of its own', [{ ...treated, weeksBefore: 60 }], 'own_trend_only'],
    ['a quarter of its own', [{ ...treated, weeksBefore: 20 }], 'local_trend_only'],
    ['two windows', [{ ...treated, weeksBefore: 6 }], 'two_periods_only'],
  ])('%s', (_, stories, code) => {
    expect(codes(draftOf(panelOf(stories)).comparison)[0]).toBe(code)
  })

  it('nothing with two controls and every check passed', () => {
    expect(codes(draftOf(panelOf([treated, ...others])).comparison)).toEqual([])
  })

  it('that a series does not vary', () => {
    const constant = draftOf(
      panelOf([
        { id: 1, movedOn, perDay: () => 20 },
        { id: 2, perDay: () => 20 },
      ]),
    )
    const [cell] = finishAll([constant])

    expect(codes(cell)).toContain('no_variation')
    expect(cell).toMatchObject({ state: 'no_clear_change', effect: { value: 1 } })
  })

  it('that a plain before and after points the other way', () => {
    const rising = (by: number) => {
      const level = unsteady(1000, by * 10)
      return (week: number, day: Day) => level(week, day) * (week >= 0 ? by : 1)
    }
    const stories = [
      { id: 1, movedOn, perDay: rising(1.3) },
      { id: 2, perDay: rising(2) },
      { id: 3, perDay: rising(2.1) },
    ]
    const [cell] = finishAll([draftOf(panelOf(stories))])

    expect(cell).toMatchObject({ state: 'lower', direction: 'down', method: 'staggered' })
    expect(codes(cell)).toEqual(['windows_disagree', 'season_in_all'])
  })
})

describe('red days', () => {
  const red = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, i) => addDays(first, i))

  it.each([
    ['after the move', '2026-07-01', 15, 'On 15 of the 70 days after the move'],
    ['before the move', '2026-02-02', 37, 'On 37 of the 182 days before the move'],
  ])('on more than a fifth of a gap’s weeks %s withhold the verdict', (_, first, count, said) => {
    const cell = settledOf(panelOf([{ ...treated, redDays: red(first, count) }, ...others]))

    expect(cell).toMatchObject({ state: 'not_enough_data', effect: null })
    expect(cell.reasons[0].code).toBe('reconciliation')
    expect(cell.reasons[0].en.startsWith(said)).toBe(true)
  })

  it('on a fifth of them do not, and are said', () => {
    const { comparison } = draftOf(panelOf([{ ...treated, redDays: red('2026-07-06', 14) }, ...others]))

    expect(comparison.method).toBe('staggered')
    expect(codes(comparison)).toContain('red_days_left_out')
  })

  it.each([
    ['after', '2026-06-10', 12, 'On 12 of the 56 days after the move'],
    ['before', '2026-04-06', 19, 'On 19 of the 91 days before the move'],
  ])('on more than a fifth of a short line’s weeks %s withhold it', (_, first, count, said) => {
    const cell = settledOf(panelOf([{ ...treated, weeksBefore: 20, redDays: red(first, count) }]))

    expect(cell.reasons[0].en.startsWith(said)).toBe(true)
  })

  it('of a control only cost that control', () => {
    const stories = [treated, others[0], { ...others[1], redDays: red('2026-06-01', 35) }]

    expect(codes(draftOf(panelOf(stories)).comparison)).toEqual(['one_control_only'])
  })

  it('outside the weeks that are compared do not matter', () => {
    const late = draftOf(panelOf([{ ...treated, redDays: red('2026-08-10', 60) }, ...others])).comparison

    expect([late.method, codes(late)]).toEqual(['staggered', []])
  })
})

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}
