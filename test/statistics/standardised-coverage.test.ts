import { describe, expect, it } from 'vitest'
import type { Interval } from '../../server/statistics/interval.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { rateWindow } from '../../server/statistics/rate-window.ts'
import { standardisedQuantile } from '../../server/statistics/standardised-quantile.ts'
import { standardisedRate } from '../../server/statistics/standardised-rate.ts'
import { planStrata } from '../../server/statistics/strata.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'

/**
 * Eight weeks a side, 40 conversations a day with day shocks. A slow kind of conversation grows from 30 % to 50 %;
 * nothing changes within either kind, so the true effect is 0.
 */
const RUNS = 300
const WEEKS = 8
const PER_DAY = 40
const SLOWER = Math.log(4)

type Conversation = { isSlow: boolean; seconds: number; isHandedOff: boolean }
type Weeks = Conversation[][]

describe('coverage under a change of mix (300 runs, error about 1.3 points)', () => {
  it('medians: standardised they hold, crude they fail', () => {
    const covered = coverage((before, after, weights) => ({
      crude: quantileWindow(durationsOf(before), durationsOf(after), 0.5),
      standardised: standardisedQuantile(byKind(before, durationOf), byKind(after, durationOf), weights, 0.5)
        ?.effect,
    }))

    expect(covered.standardised).toBeGreaterThanOrEqual(0.91)
    expect(covered.standardised).toBeLessThanOrEqual(0.995)
    expect(covered.crude).toBeLessThan(0.85)
  })

  it('90 % quantiles', () => {
    const covered = coverage((before, after, weights) => ({
      crude: quantileWindow(durationsOf(before), durationsOf(after), 0.9),
      standardised: standardisedQuantile(byKind(before, durationOf), byKind(after, durationOf), weights, 0.9)
        ?.effect,
    }))

    expect(covered.standardised).toBeGreaterThanOrEqual(0.91)
    expect(covered.standardised).toBeLessThanOrEqual(0.995)
  })

  it('rates: standardised they hold, crude they fail', () => {
    const covered = coverage((before, after, weights) => ({
      crude: rateWindow(before.map(handedOff), after.map(handedOff)),
      standardised: standardisedRate(cellsOf(before), cellsOf(after), weights).effect,
    }))

    expect(covered.standardised).toBeGreaterThanOrEqual(0.91)
    expect(covered.standardised).toBeLessThanOrEqual(0.995)
    expect(covered.crude).toBeLessThan(0.85)
  })
})

function coverage(
  answer: (
    before: Weeks,
    after: Weeks,
    weights: number[],
  ) => { crude: Interval; standardised: Interval | undefined },
): { crude: number; standardised: number } {
  const dice = createDice(17)
  let crude = 0
  let standardised = 0
  for (let run = 0; run < RUNS; run++) {
    const before = weeksOf(dice, 0.3)
    const after = weeksOf(dice, 0.5)
    const plan = planStrata([kindOf(before, after, false), kindOf(before, after, true)])
    const intervals = answer(
      before,
      after,
      plan.strata.map(({ weight }) => weight),
    )
    if (holdsNoChange(intervals.crude)) crude++
    if (intervals.standardised && holdsNoChange(intervals.standardised)) standardised++
  }
  return { crude: crude / RUNS, standardised: standardised / RUNS }
}

function holdsNoChange({ low, high }: Interval): boolean {
  return low <= 0 && high >= 0
}

function weeksOf(dice: Dice, slowShare: number): Weeks {
  let shock = dice.normal()
  return Array.from({ length: WEEKS }, () =>
    Array.from({ length: 7 }, () => {
      shock = 0.3 * shock + Math.sqrt(1 - 0.09) * dice.normal()
      return Array.from({ length: PER_DAY }, () => conversation(dice, dice.uniform() < slowShare, shock))
    }).flat(),
  )
}

function conversation(dice: Dice, isSlow: boolean, shock: number): Conversation {
  const noise = dice.uniform() < 0.9 ? dice.normal() : 1 + 1.5 * dice.normal()
  const share = 1 / (1 + Math.exp(-((isSlow ? 0.4 : -1) + 0.35 * shock)))
  return {
    isSlow,
    seconds: Math.exp(Math.log(90) + (isSlow ? SLOWER : 0) + 0.25 * shock + noise),
    isHandedOff: dice.uniform() < share,
  }
}

function kindOf(before: Weeks, after: Weeks, isSlow: boolean) {
  const count = (weeks: Weeks) => weeks.flat().filter((one) => one.isSlow === isSlow).length
  return { stratum: isSlow ? 'b slow' : 'a quick', before: count(before), after: count(after) }
}

function byKind<Value>(weeks: Weeks, valueOf: (one: Conversation) => Value): Value[][][] {
  return weeks.map((week) =>
    [false, true].map((isSlow) => week.filter((one) => one.isSlow === isSlow).map(valueOf)),
  )
}

function cellsOf(weeks: Weeks) {
  return byKind(weeks, (one) => one).map((kinds) => kinds.map(handedOff))
}

function handedOff(conversations: Conversation[]) {
  return {
    numerator: conversations.filter((one) => one.isHandedOff).length,
    denominator: conversations.length,
  }
}

function durationOf({ seconds }: Conversation): number {
  return seconds
}

function durationsOf(weeks: Weeks): number[][] {
  return weeks.map((week) => week.map(durationOf))
}
