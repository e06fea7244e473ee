import { describe, expect, it } from 'vitest'
import type { InterruptedAnswer } from '../../server/statistics/interrupted-series.ts'
import { interruptedSeries } from '../../server/statistics/interrupted-series.ts'
import { createDice } from '../support/dice.ts'
import { brandWeeks, weekNumbers, yearlyWave } from './simulated-weeks.ts'

describe('which weeks and which model', () => {
  it('looks at the last 13 weeks and the first 8 after the ramp without a year of weeks', () => {
    const answer = ask(-51, 20)

    expect(answer.model).toBe('local')
    expect(answer.before).toEqual(weekNumbers(-13, -1))
    expect(answer.after).toEqual(weekNumbers(2, 9))
    expect(answer.widening).toBe(1)
    expect(answer.swing).toBe(null)
  })

  it('looks at a year with its wave and the latest 12 weeks from 52 weeks on', () => {
    const answer = ask(-52, 20)

    expect(answer.model).toBe('year')
    expect(answer.before).toEqual(weekNumbers(-52, -1))
    expect(answer.after).toEqual(weekNumbers(9, 20))
    expect(answer.widening).toBeGreaterThanOrEqual(1)
    expect(answer.swing).toBeGreaterThan(0)
  })

  it('looks at no more than two years', () => {
    expect(ask(-130, 20).before).toEqual(weekNumbers(-104, -1))
  })

  it('makes up for a missing week with an earlier one, but not with one long ago', () => {
    expect(ask(-30, 20, [-5]).before).toEqual(weekNumbers(-14, -1).filter((week) => week !== -5))
    expect(ask(-30, 20, weekNumbers(-9, -4)).before).toEqual([...weekNumbers(-16, -10), -3, -2, -1])
  })

  it('takes weeks in any order', () => {
    const weeks = weekNumbers(-20, 9)
    const values = brandWeeks(createDice(3), -20, 9, () => 0)
    const turned = interruptedSeries({
      weeks: [...weeks].reverse(),
      values: [...values].reverse(),
      firstAfter: 2,
    })

    expect(turned).toEqual(interruptedSeries({ weeks, values, firstAfter: 2 }))
  })

  it('gives no answer with fewer than 10 weeks before or 4 after the ramp', () => {
    expect(tryToAsk(-10, 5)).not.toBe(null)
    expect(tryToAsk(-9, 5)).toBe(null)
    expect(tryToAsk(-10, 4)).toBe(null)
    expect(tryToAsk(-60, 4)).toBe(null)
  })
})

describe('the answer', () => {
  it.each([
    ['local', -20],
    ['year', -60],
  ])('moves by exactly the shift that is added after the move (%s)', (_, from) => {
    const plain = ask(from, 9)
    const shifted = ask(from, 9, [], (week) => (week < 0 ? 0 : -0.25))

    expect(shifted.effect.estimate - plain.effect.estimate).toBeCloseTo(-0.25, 11)
    expect(shifted.effect.high - shifted.effect.low).toBeCloseTo(plain.effect.high - plain.effect.low, 10)
    expect(shifted.expected[0].estimate).toBeCloseTo(plain.expected[0].estimate, 11)
  })

  it('does not depend on the unit of a duration', () => {
    const seconds = ask(-60, 9)
    const minutes = ask(-60, 9, [], () => -Math.log(60))

    expect(minutes.effect.estimate).toBeCloseTo(seconds.effect.estimate, 11)
    expect(minutes.effect.low).toBeCloseTo(seconds.effect.low, 10)
    expect(minutes.effect.p).toBeCloseTo(seconds.effect.p, 10)
  })

  it('does not take a steady trend for an effect', () => {
    const answer = ask(-13, 9, [], (week) => 0.02 * week)
    const flat = ask(-13, 9)

    expect(answer.effect.estimate).toBeCloseTo(flat.effect.estimate, 10)
  })

  it('does not take the time of year for an effect when there is a year of weeks', () => {
    const wave = yearlyWave(createDice(9))
    const answer = ask(-60, 9, [], (week) => 5 * wave(week))
    const flat = ask(-60, 9)

    expect(answer.effect.estimate).toBeCloseTo(flat.effect.estimate, 9)
    expect(answer.effect.high).toBeCloseTo(flat.effect.high, 9)
  })

  it('draws where each week would have been, and the line before', () => {
    const answer = ask(-60, 9)

    expect(answer.expected.map(({ week }) => week)).toEqual(weekNumbers(2, 9))
    expect(answer.expectedBefore.map(({ week }) => week)).toEqual(weekNumbers(-26, -1))
    for (const { estimate, low, high } of [...answer.expected, ...answer.expectedBefore]) {
      expect(low).toBeLessThan(estimate)
      expect(high).toBeGreaterThan(estimate)
    }
  })

  it('holds about 95 of 100 weeks of the year before within the band', () => {
    const values = brandWeeks(createDice(12), -104, 9, () => 0)
    const answer = interruptedSeries({
      weeks: weekNumbers(-104, 9),
      values,
      firstAfter: 2,
      shownBefore: 104,
    })
    const inside = answer?.expectedBefore.filter(
      ({ week, low, high }) => values[week + 104] >= low && values[week + 104] <= high,
    )

    expect(inside?.length).toBeGreaterThanOrEqual(94)
    expect(inside?.length).toBeLessThanOrEqual(104)
  })

  it('tells how much steeper the series runs after the move', () => {
    const steeper = ask(-20, 9, [], (week) => (week < 0 ? 0 : (week - 5.5) * 0.05)).slopeChange
    const plain = ask(-20, 9).slopeChange

    expect((steeper?.estimate ?? NaN) - (plain?.estimate ?? NaN)).toBeCloseTo(26 * 0.05, 9)
  })

  it('says that a series never varied', () => {
    const weeks = weekNumbers(-20, 9)
    const answer = interruptedSeries({ weeks, values: weeks.map(() => 0.5), firstAfter: 2 })

    expect(answer?.noVariation).toBe(true)
    expect(answer?.effect.estimate).toBeCloseTo(0, 10)
    expect(answer?.effect.p).toBeGreaterThan(0.9)
    expect(ask(-20, 9).noVariation).toBe(false)
  })
})

function tryToAsk(
  from: number,
  to: number,
  missing: number[] = [],
  added: (week: number) => number = () => 0,
): InterruptedAnswer | null {
  const weeks = weekNumbers(from, to)
  const noise = brandWeeks(createDice(3), from, to, () => 0)
  return interruptedSeries({
    weeks,
    values: noise.map((value, i) => (missing.includes(weeks[i]) ? null : value + added(weeks[i]))),
    firstAfter: 2,
  })
}

function ask(...question: Parameters<typeof tryToAsk>): InterruptedAnswer {
  const answer = tryToAsk(...question)
  if (answer === null) throw new Error('the weeks are too few')
  return answer
}
