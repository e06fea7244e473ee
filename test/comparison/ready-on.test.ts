import { describe, expect, it } from 'vitest'
import type { MetricFacts } from '../../server/comparison/brand-facts.ts'
import type { DailyFacts } from '../../server/comparison/daily-facts.ts'
import type { Panel } from '../../server/comparison/panel.ts'
import { daysOf } from '../../server/comparison/windows.ts'
import type { Period } from '../../server/periods/day.ts'
import { movedOn, panelOf, settledOf } from './ladder/brands-on-panel.ts'

const today = '2026-11-03'
const treated = { id: 1, movedOn, rampEnd: '2026-06-15', weeksBefore: 20 }

describe('the day a result is promised for', () => {
  it('is none where conversations of the bot are never recorded', () => {
    // Three or four contacts a week: eight weeks would do.
    const few = { ...treated, perDay: (_: number, day: string) => (Number(day.slice(8)) % 2 === 0 ? 1 : 0) }
    const cell = settledOf(withoutBotSince(panelOf([few]), '2026-08-10'))

    expect(cell).toMatchObject({ state: 'not_enough_data', readyOn: null })
    expect(cell.reasons[0].code).toBe('minimum_sample')
  })

  it('is none either where they were never recorded since the ramp', () => {
    const cell = settledOf(withoutBotSince(panelOf([treated]), '2026-06-15'))

    expect(cell).toMatchObject({ state: 'not_comparable', readyOn: null })
    expect(cell.reasons.map(({ code }) => code)).toContain('bot_only_not_recorded')
  })

  it('is when enough weeks have come that hold answers to the same questions', () => {
    const cell = settledOf(answered(panelOf([treated]), { from: '2026-06-15', to: '2026-07-06' }), 'csat')

    expect(cell.state).toBe('not_enough_data')
    expect(cell.sentence.en).toBe(
      'Not enough data for customer satisfaction (CSAT) at Brand 1 yet. Only 3 of the 4 whole weeks needed after the ramp are complete. A result is expected from 9 November 2026.',
    )
    // Weeks are known to 26 October; the next one ends on 2 November and takes 7 days to mature.
    expect(cell.readyOn).toBe('2026-11-09')
  })

  it.each([
    ['no week', '2026-06-15', '2026-11-30'],
    ['one week', '2026-06-22', '2026-11-23'],
    ['two weeks', '2026-06-29', '2026-11-16'],
  ])('lies ahead, however long ago the ramp was: %s with the same questions', (_, to, readyOn) => {
    const cell = settledOf(answered(panelOf([treated]), { from: '2026-06-15', to }), 'csat')

    expect(cell.reasons[0].code).toBe('too_early')
    expect(cell.readyOn).toBe(readyOn)
    expect(readyOn > today).toBe(true)
  })

  it('is none where the source has not been read for so long that it has passed', () => {
    const panel = panelOf([treated])
    const readTo = (to: string) =>
      settledOf({ ...panel, usableDays: (brand, metric) => ({ ...panel.usableDays(brand, metric), to }) })

    expect(readTo('2026-07-01')).toMatchObject({ state: 'not_enough_data', readyOn: null })
    expect(readTo('2026-07-01').sentence.en).toMatch(/Only 2 of the 4 whole weeks needed .* are complete\.$/)
  })

  it('is none where weeks before the move are missing: they will not come', () => {
    const panel = answered(panelOf([treated]), { from: '2026-06-15', to: today })
    const cell = settledOf(withAnswersSince(panel, '2026-05-11'), 'csat')

    expect(cell.sentence.en).toContain('3 of the 4 whole weeks needed before the move')
    expect(cell.readyOn).toBeNull()
  })
})

function withoutBotSince(panel: Panel, from: string): Panel {
  const [brand] = panel.brands
  return { ...panel, brands: [{ ...brand, unrecorded: { from, to: '9999-12-31' } }] }
}

/** Since the ramp customers were asked only for so long. */
function answered(panel: Panel, asked: Period): Panel {
  return onlyDays(panel, (day) => day < treated.rampEnd || (day >= asked.from && day < asked.to))
}

function withAnswersSince(panel: Panel, first: string): Panel {
  return onlyDays(panel, (day) => day >= first)
}

function onlyDays(panel: Panel, isKept: (day: string) => boolean): Panel {
  const kept = new Set(daysOf({ from: '2025-06-01', to: today }).filter(isKept))
  const cut = (facts: DailyFacts): DailyFacts =>
    facts.kind === 'duration'
      ? facts
      : { ...facts, sums: new Map([...facts.sums].filter(([day]) => kept.has(day))) }
  const cutBoth = ({ answers, asked }: { answers: DailyFacts; asked: DailyFacts }) => ({
    answers: cut(answers),
    asked: cut(asked),
  })
  const cutAll = ({ main, satisfaction, ...rest }: MetricFacts): MetricFacts => ({
    ...rest,
    main: cut(main),
    satisfaction: satisfaction && {
      two_point: cutBoth(satisfaction.two_point),
      survey: cutBoth(satisfaction.survey),
    },
  })
  return { ...panel, factsOf: (brandId, metric) => cutAll(panel.factsOf(brandId, metric)) }
}
