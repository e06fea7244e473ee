import { describe, expect, it } from 'vitest'
import { textIn } from '../../client/locale.ts'
import { findings, headline, orderBrands, strength, tallyOf } from '../../client/verdicts.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import type { Comparison } from '../../server/contract.ts'
import { brands } from '../browser/fixture/brands.ts'
import { comparisons } from '../browser/fixture/cells.ts'

const english = textIn('en')
const cell = (state: Comparison['state'], more: Partial<Comparison> = {}): Comparison => ({
  ...comparisons[6],
  reasons: [],
  state,
  ...more,
})
const unmoved = cell('not_comparable', { reasons: [{ code: 'not_moved', en: 'Not moved.', ko: '전환 전' }] })

describe('headline', () => {
  it('counts what improved and what got worse', () => {
    expect(headline([cell('improved'), cell('improved'), cell('worse')], true, english)).toBe(
      '2 figures improved and 1 got worse after the move to messaging.',
    )
  })

  it('says that nothing got worse', () => {
    expect(headline([cell('improved'), cell('no_clear_change')], true, english)).toBe(
      '1 figure improved after the move to messaging; none got worse.',
    )
  })

  it('does not call a neutral change good or bad', () => {
    expect(headline([cell('higher'), cell('lower')], true, english)).toBe(
      'No figure shows a clear change after the move to messaging.',
    )
  })

  it('says that history is arriving only while nothing can be judged', () => {
    expect(headline([cell('not_enough_data')], false, english)).toBe('The history is still arriving.')
    expect(headline([cell('not_enough_data')], true, english)).toBe('No figure can be compared yet.')
  })

  it('says that no brand has moved', () => {
    expect(headline([unmoved], true, english)).toBe('No brand has moved to messaging yet.')
  })
})

describe('tallyOf', () => {
  it('leaves out brands that have not moved', () => {
    expect(tallyOf([unmoved, cell('not_comparable'), cell('worse')])).toMatchObject({
      not_comparable: 1,
      worse: 1,
    })
  })
})

describe('findings', () => {
  it('put what got worse first, then the largest change in margins', () => {
    const small = cell('improved', { metric: 'first_reply', effect: ratio(0.8) })
    const large = cell('improved', { metric: 'csat', effect: { value: 9, low: 7, high: 11, unit: 'points' } })
    const worse = cell('worse', { metric: 'first_reply', effect: ratio(1.2) })

    expect(
      findings([small, large, worse, cell('no_clear_change')], [metricOf('csat'), metricOf('first_reply')]),
    ).toEqual([worse, large, small])
  })
})

describe('strength', () => {
  it('is the change in units of the smallest change worth calling', () => {
    expect(strength(ratio(0.6), metricOf('first_reply'))).toBeCloseTo(4)
    expect(strength({ value: -12, low: -14, high: -9, unit: 'points' }, metricOf('csat'))).toBeCloseTo(6)
  })

  it('of no effect is nothing', () => {
    expect(strength(null, metricOf('csat'))).toBe(0)
  })
})

describe('orderBrands', () => {
  const names = (order: 'attention' | 'recent' | 'name') =>
    orderBrands(brands, comparisons, order, 'en').map((brand) => brand.name)

  it('begins with brands where something got worse, and ends with those that have not moved', () => {
    expect(names('attention')).toEqual([
      'Haneul Air',
      'Mirae Outdoor',
      'Badasori Travel',
      'Dalbit Beauty',
      'Noeul Home',
      'Saebyeok Foods',
      'Hanbit Books',
    ])
  })

  it('sorts by the day of the move, newest first', () => {
    expect(names('recent')).toEqual([
      'Saebyeok Foods',
      'Dalbit Beauty',
      'Badasori Travel',
      'Mirae Outdoor',
      'Noeul Home',
      'Haneul Air',
      'Hanbit Books',
    ])
  })

  it('sorts by name in the reader’s alphabet', () => {
    const korean = [
      { ...brands[1], name: '하늘' },
      { ...brands[2], name: '가람' },
    ]

    expect(orderBrands(korean, [], 'name', 'ko').map((brand) => brand.name)).toEqual(['가람', '하늘'])
  })
})

function ratio(value: number) {
  return { value, low: value - 0.05, high: value + 0.05, unit: 'ratio' as const }
}
