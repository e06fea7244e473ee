import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../server/comparison/verdict.ts'
import { responseBounds } from '../../server/comparison/response-bounds.ts'

const ln = Math.log

describe('the verdict', () => {
  it.each([
    ['a faster reply is improved', 'down', [0.6, 0.5, 0.7], 0.001, 'improved', 'down', 'called'],
    ['a slower reply is worse', 'down', [1.4, 1.2, 1.6], 0.001, 'worse', 'up', 'called'],
    ['more satisfied would be improved', 'up', [1.4, 1.2, 1.6], 0.001, 'improved', 'up', 'called'],
    ['fewer satisfied would be worse', 'up', [0.6, 0.5, 0.7], 0.001, 'worse', 'down', 'called'],
    ['more contacts are only higher', 'neutral', [1.4, 1.2, 1.6], 0.001, 'higher', 'up', 'called'],
    ['fewer contacts are only lower', 'neutral', [0.6, 0.5, 0.7], 0.001, 'lower', 'down', 'called'],
    [
      'certain and exactly the margin is called',
      'down',
      [0.9, 0.85, 0.95],
      0.001,
      'improved',
      'down',
      'called',
    ],
    ['a wide range follows the certainty', 'down', [0.6, 0.3, 1.2], 0.04, 'improved', 'down', 'called'],
    ['small for certain', 'down', [1.02, 0.95, 1.09], 0.4, 'no_clear_change', null, 'no_meaningful_change'],
    ['certain and small', 'down', [0.96, 0.94, 0.98], 0.001, 'no_clear_change', null, 'no_meaningful_change'],
    ['certain, small, perhaps larger', 'down', [0.92, 0.88, 0.97], 0.01, 'no_clear_change', null, 'slight'],
    ['large but uncertain', 'down', [0.7, 0.4, 1.3], 0.2, 'no_clear_change', null, 'cannot_tell'],
    ['just not certain', 'down', [0.7, 0.5, 0.98], 0.05, 'no_clear_change', null, 'cannot_tell'],
  ] as const)('%s', (_, better, [value, low, high], adjustedP, state, direction, because) => {
    const effect = { estimate: ln(value), low: ln(low), high: ln(high) }
    // 0.9 as a logarithm is not exactly 10 %: the margin gets a hair less.
    const margin = value === 0.9 ? 0.0999999 : 0.1

    expect(verdictOf({ effect, adjustedP, scale: 'log', margin, better })).toEqual({
      state,
      direction,
      because,
    })
  })

  it('counts the points of a rate', () => {
    const question = { adjustedP: 0.001, scale: 'identity', margin: 0.02, better: 'down' } as const

    expect(verdictOf({ ...question, effect: { estimate: 0.021, low: 0.01, high: 0.03 } }).state).toBe('worse')
    expect(verdictOf({ ...question, effect: { estimate: 0.019, low: 0.01, high: 0.03 } }).because).toBe(
      'slight',
    )
    expect(verdictOf({ ...question, effect: { estimate: 0.01, low: 0.005, high: 0.019 } }).because).toBe(
      'no_meaningful_change',
    )
  })
})

describe('the bounds of satisfaction when other people answer', () => {
  it('are not asked for while the response rate stays within 10 points', () => {
    expect(
      responseBounds(
        { before: { n: 300, numerator: 270 }, after: { n: 200, numerator: 160 } },
        { before: { n: 1000, numerator: 300 }, after: { n: 1000, numerator: 200 } },
      ),
    ).toBeNull()
  })

  it('count those who are missing as dissatisfied, then as satisfied', () => {
    const bounds = responseBounds(
      { before: { n: 400, numerator: 320 }, after: { n: 200, numerator: 180 } },
      { before: { n: 1000, numerator: 400 }, after: { n: 1000, numerator: 200 } },
    )

    expect(bounds?.low).toBeCloseTo(-35, 10)
    expect(bounds?.high).toBeCloseTo(15, 10)
  })

  it('take away those who came on top', () => {
    const bounds = responseBounds(
      { before: { n: 200, numerator: 160 }, after: { n: 400, numerator: 360 } },
      { before: { n: 1000, numerator: 200 }, after: { n: 1000, numerator: 400 } },
    )

    expect(bounds?.low).toBeCloseTo(0, 10)
    expect(bounds?.high).toBeCloseTo(20, 10)
  })
})
