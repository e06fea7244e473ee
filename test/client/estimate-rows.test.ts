import { describe, expect, it } from 'vitest'
import type { Figure } from '../../client/brand-answer.ts'
import { otherRamps, otherWays, reachOf, shareOf, withoutEach } from '../../client/estimate-rows.ts'
import { textIn } from '../../client/locale.ts'
import type { ComparisonDetail } from '../../server/contract-detail.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import { comparisons } from '../browser/fixture/cells.ts'
import { detailOf } from '../browser/fixture/details.ts'
import { seriesOf } from '../browser/fixture/series.ts'

const english = { text: textIn('en'), language: 'en' as const }
const korean = { text: textIn('ko'), language: 'ko' as const }

describe('otherWays', () => {
  it('begins with what the verdict rests on', () => {
    const [first, ...others] = otherWays(english, figure(), detail())

    expect(first).toMatchObject({ name: 'This verdict', isUsed: true, effect: { value: 0.602 } })
    expect(others.map(({ isUsed }) => isUsed)).toEqual([false, false, false, false])
  })

  it('names every other way there is, with the values it compares', () => {
    expect(otherWays(english, figure(), detail()).map(({ name, note }) => [name, note])).toEqual([
      ['This verdict', null],
      ['Plain before and after', '2 min 10 s → 1 min 18 s'],
      ['With the same mix of questions', 'A different mix explains about 24% of the difference.'],
      ['With weighted comparison brands', null],
      ['The slowest tenth of the conversations', '8 min 40 s → 5 min'],
    ])
  })

  it('says the same in Korean', () => {
    expect(otherWays(korean, figure(), detail()).map(({ name }) => name)).toEqual([
      '현재 판정',
      '전환 전후 단순 비교',
      '문의 구성이 같을 때',
      '비교 브랜드에 가중치를 둔 결과',
      '가장 느린 10%의 대화',
    ])
  })

  it('gives the weighted figure no range', () => {
    const weighted = otherWays(english, figure(), detail()).find(({ hasRange }) => !hasRange)

    expect(weighted?.effect).toMatchObject({ low: weighted?.effect?.value, high: weighted?.effect?.value })
  })

  it('leaves out what was not worked out', () => {
    const nothing = { ...detail(), simple: null, mix: null, synthetic: null, slowestTenth: null }

    expect(otherWays(english, figure(), nothing).map(({ name }) => name)).toEqual(['This verdict'])
  })

  it('tells no share of the mix that is too small to rely on', () => {
    const mix = { adjusted: { value: 0.6, low: 0.5, high: 0.7, unit: 'ratio' as const }, share: 0.004 }
    const rows = otherWays(english, figure(), { ...detail(), mix: { ...mix, overlap: 1, leftOut: [] } })

    expect(rows.find(({ name }) => name === 'With the same mix of questions')?.note).toBeNull()
  })
})

describe('otherRamps', () => {
  it('marks the one closest to what was used, and keeps those without a result', () => {
    expect(
      otherRamps(english, detail()).map(({ name, isUsed, effect }) => [name, isUsed, effect === null]),
    ).toEqual([
      ['0 days', false, false],
      ['7 days', false, false],
      ['14 days', true, false],
      ['28 days', false, true],
    ])
  })
})

describe('withoutEach', () => {
  it('is a row per comparison brand, and none for whoever may not see them', () => {
    expect(withoutEach(detail()).map(({ name }) => name)).toEqual(['Hanbit Books', 'Saebyeok Foods'])
    expect(withoutEach({ ...detail(), withoutControl: null })).toEqual([])
  })
})

describe('the scale of several rows', () => {
  it('reaches beyond the farthest end, and never less than two margins', () => {
    const [wide] = otherWays(english, figure(), detail())

    expect(reachOf([wide], 0.1)).toBeCloseTo(0.44 * 1.1)
    expect(reachOf([], 0.1)).toBeCloseTo(0.22)
  })

  it('counts ratios and points in shares', () => {
    expect(shareOf(0.6, { unit: 'ratio' })).toBeCloseTo(-0.4)
    expect(shareOf(-3.2, { unit: 'points' })).toBeCloseTo(-0.032)
  })
})

function figure(): Figure {
  const comparison = comparisons.find((cell) => cell.brand.id === 3 && cell.metric === 'first_reply')
  if (!comparison) throw new Error('the fixture has no first reply time for brand 3')
  return { metric: metricOf('first_reply'), comparison, series: seriesOf(comparison) }
}

function detail(): ComparisonDetail {
  const found = detailOf(figure().comparison, '2026-04-21')
  if (!found) throw new Error('the fixture has nothing behind brand 3')
  return found
}
