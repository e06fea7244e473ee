import { describe, expect, it } from 'vitest'
import { blankCell } from '../../server/comparison/comparison-cell.ts'
import { finishAll } from '../../server/comparison/compare-brands.ts'
import type { EstimatedDraft } from '../../server/comparison/draft.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import { movedBrand, movedOn, panelOf } from './ladder/brands-on-panel.ts'

describe('the family of a report', () => {
  it('calls a figure alone that it does not call among many', () => {
    const [alone] = finishAll([draftWith(1, 0.03)])
    const [among] = finishAll([draftWith(1, 0.03), ...[2, 3, 4, 5].map((id) => draftWith(id, 0.9))])

    expect(alone.state).toBe('improved')
    expect(among.state).toBe('no_clear_change')
    expect(among.reasons.map(({ code }) => code)).toEqual(['cannot_tell', 'multiple_checks'])
    expect(among.reasons[1].ko).toBe(
      '여러 지표를 동시에 확인한 점을 감안하면, 이 수치만으로는 변화라고 판단하기에 부족합니다.',
    )
  })

  it('does not tell a reader how many figures of other brands there are', () => {
    const [among] = finishAll([draftWith(1, 0.03), ...[2, 3, 4, 5].map((id) => draftWith(id, 0.9))])

    expect(among.reasons[1].en).toBe(
      'After allowing for checking many figures at once, this one is not strong enough to call.',
    )
    expect(JSON.stringify(among)).not.toMatch(/\b5 figures|5개/)
  })

  it('tells a range on one side of no change from what is called', () => {
    const [among] = finishAll([draftWith(1, 0.03), ...[2, 3, 4, 5].map((id) => draftWith(id, 0.9))])
    const [swinging] = finishAll([draftWith(1, 0.2)])

    expect(among.sentence.en).toContain(
      'with many figures checked at once this is not certain enough to be called a change.',
    )
    expect(swinging.sentence.en).toContain('swings so much from week to week that it is not called a change.')
    expect(swinging.reasons.map(({ en }) => en)).toEqual([
      'The figure swings so much from week to week that the difference is not called a change.',
    ])
  })

  it('does not count figures without an estimate', () => {
    const settled = {
      kind: 'settled',
      comparison: blankCell({ id: 9, name: 'None' }, metricOf('demand')),
    } as const

    const [first, ...rest] = finishAll([draftWith(1, 0.03), settled, settled, settled])

    expect(first.state).toBe('improved')
    expect(rest.map(({ brand }) => brand.name)).toEqual(['None', 'None', 'None'])
  })

  it('calls every figure that is certain enough together', () => {
    const finished = finishAll([draftWith(1, 0.03), draftWith(2, 0.04), draftWith(3, 0.001)])

    expect(finished.map(({ state }) => state)).toEqual(['improved', 'improved', 'improved'])
  })
})

/** An estimate of −30 % between two windows, as certain as `p` says. */
function draftWith(id: number, p: number): EstimatedDraft {
  const metric = metricOf('first_reply')
  const side = { n: 1000, from: '2026-01-05', to: '2026-03-30' }
  return {
    kind: 'estimated',
    // No contacts: with another ramp nothing could be estimated.
    moved: { ...movedBrand(panelOf([{ id, movedOn, perDay: () => 0 }])), metric },
    comparison: {
      ...blankCell({ id, name: `Brand ${id}` }, metric),
      grade: 'D',
      method: 'windows',
      effect: { value: 0.7, low: 0.5, high: 0.98, unit: 'ratio' },
      before: { ...side, value: 100 },
      after: { ...side, value: 70 },
    },
    rung: {
      method: 'windows',
      effect: { estimate: Math.log(0.7), low: Math.log(0.5), high: Math.log(0.98) },
      p,
      sample: { before: [], after: [], weeks: 12 },
      staggered: null,
      interrupted: null,
    },
    windows: () => null,
    checks: [],
    mix: { kind: 'not_applicable' },
    bounds: null,
    everyoneMoved: false,
  }
}
