import { simplexWeights } from './simplex-weights.ts'

export type SyntheticDid = {
  estimate: number
  /** Of the controls, in the order of the input; their sum is 1. */
  unitWeights: number[]
  /** Of the weeks before, in order; their sum is 1. */
  timeWeights: number[]
}

/** Penalty on uneven time weights, in units of the weekly variation: only to have one answer. */
const TIME_PENALTY = 1e-6

/**
 * Synthetic difference-in-differences: how much more did a series change than a mixture of others that moved like it
 * before, compared over the weeks before that resembled those after?
 *
 * Unit weights with an intercept and a penalty of (weeks after)^¼ times the standard deviation of the controls' weekly
 * changes, time weights with an intercept and hardly any penalty. A sensitivity figure: fitted weights follow the
 * noise of the weeks before, so no interval is given. Reference: Arkhangelsky, Athey, Hirshberg, Imbens & Wager 2021,
 * AER 111:4088, algorithm 1.
 *
 * @param treated weekly values on the metric's scale, without gaps
 * @param controls the same weeks of the series without a change
 * @param weeksBefore how many of the weeks come before the change
 * @throws with fewer than two controls, fewer than three weeks before, no week after, series of unequal length or
 *   controls that do not vary at all
 * @example syntheticDid([…], [[…], […]], 20).estimate
 */
export function syntheticDid(
  treated: readonly number[],
  controls: readonly (readonly number[])[],
  weeksBefore: number,
): SyntheticDid {
  const weeksAfter = treated.length - weeksBefore
  if (controls.length < 2 || weeksBefore < 3 || weeksAfter < 1)
    throw new Error('syntheticDid requires two controls, three weeks before and a week after')
  if (controls.some((control) => control.length !== treated.length))
    throw new Error('syntheticDid requires series of equal length')
  const before = controls.map((control) => control.slice(0, weeksBefore))
  const after = controls.map((control) => mean(control.slice(weeksBefore)))
  const variation = deviationOfChanges(before)
  if (!(variation > 0)) throw new Error('syntheticDid requires controls that vary from week to week')
  const unitWeights = unitWeightsFor(before, treated.slice(0, weeksBefore), weeksAfter, variation)
  const timeWeights = timeWeightsFor(before, after, variation)
  const changeOf = (series: readonly number[]) =>
    mean(series.slice(weeksBefore)) - dot(timeWeights, series.slice(0, weeksBefore))
  return {
    estimate: changeOf(treated) - dot(unitWeights, controls.map(changeOf)),
    unitWeights,
    timeWeights,
  }
}

/** In units of the variation, so that neither the answer nor its precision depends on the metric's scale. */
function unitWeightsFor(
  before: readonly (readonly number[])[],
  treatedBefore: readonly number[],
  weeksAfter: number,
  variation: number,
): number[] {
  const scaled = (series: readonly number[]) => centre(series).map((value) => value / variation)
  const penalty = Math.sqrt(weeksAfter) * treatedBefore.length
  return simplexWeights(before.map(scaled), scaled(treatedBefore), penalty)
}

function timeWeightsFor(
  before: readonly (readonly number[])[],
  after: readonly number[],
  variation: number,
): number[] {
  const scaled = (values: readonly number[]) => centre(values).map((value) => value / variation)
  const weeks = before[0].map((_, week) => scaled(before.map((control) => control[week])))
  return simplexWeights(weeks, scaled(after), TIME_PENALTY ** 2 * after.length)
}

/** Standard deviation of all week-to-week changes of the controls. */
function deviationOfChanges(before: readonly (readonly number[])[]): number {
  const changes = before.flatMap((control) => control.slice(1).map((value, i) => value - control[i]))
  return Math.sqrt(dot(centre(changes), centre(changes)) / (changes.length - 1))
}

function centre(values: readonly number[]): number[] {
  const middle = mean(values)
  return values.map((value) => value - middle)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, i) => sum + value * second[i], 0)
}
