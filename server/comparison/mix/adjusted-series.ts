import type { Interval } from '../../statistics/interval.ts'
import { gapSeries } from '../../statistics/gap-series.ts'
import { interruptedSeries } from '../../statistics/interrupted-series.ts'
import type { Day } from '../../periods/day.ts'
import type { Interrupted } from '../ladder/interrupted.ts'
import type { Rung } from '../ladder/climb.ts'
import type { Control } from '../ladder/find-controls.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import type { Staggered } from '../ladder/staggered.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { BrandMix } from './brand-mix.ts'
import { brandMix } from './brand-mix.ts'
import type { StandardisedLevel } from './standardised-values.ts'
import { standardisedLevels } from './standardised-values.ts'
import type { HoldingsOf } from './read-strata.ts'

export type AdjustedSeries = { effect: Interval; missingWeight: number }
type Kind = 'duration' | 'rate'
type ByStep<Item> = (Item | null)[]

/**
 * The same staggered comparison over the same weeks, every brand with a mix of its own that is the same in all of them.
 * A control whose kinds of conversation are not known, or are too few to tell apart, stays as it is.
 */
export function adjustedGap(
  kind: Kind,
  moved: MovedBrand,
  rung: Rung,
  { question, controls }: Staggered,
  mix: BrandMix,
  holdingsOf: HoldingsOf,
): AdjustedSeries | null {
  const steps = question.weeks
  const values = valuesAt(steps, rung)
  const own = standardisedLevels(kind, mix, values, moved.facts, daysOfWeeks(rung.sample.before))
  const others = controls.map((control) => controlLevels(kind, moved, control, values, holdingsOf))
  const answer = gapSeries({
    ...question,
    treated: own.map(levelOf),
    controls: controls.map(({ brand }, i) => ({ id: brand.brand.id, values: others[i].map(levelOf) })),
  })
  if (answer === null) return null
  const missing = steps.map((_, step) =>
    Math.max(missingOf(own[step]), mean(others.map((levels) => missingOf(levels[step])))),
  )
  return { effect: intervalOf(answer.effect), missingWeight: Math.max(...missing) }
}

/** The same interrupted series over the same weeks; null where it would be another model for want of weeks. */
export function adjustedLine(
  kind: Kind,
  moved: MovedBrand,
  rung: Rung,
  { question, answer: crude }: Interrupted,
  mix: BrandMix,
): AdjustedSeries | null {
  const values = valuesAt(question.weeks, rung)
  const levels = standardisedLevels(kind, mix, values, moved.facts, daysOfWeeks(rung.sample.before))
  const answer = interruptedSeries({ ...question, values: levels.map(levelOf) })
  if (answer === null || answer.model !== crude.model) return null
  return { effect: intervalOf(answer.effect), missingWeight: Math.max(...levels.map(missingOf)) }
}

/** The moved brand's values at the steps the estimate used; null at all others. */
function valuesAt(steps: readonly number[], { sample }: Rung): ByStep<WeeklyValue> {
  const used = new Map([...sample.before, ...sample.after].map((value) => [value.position, value]))
  return steps.map((step) => used.get(step) ?? null)
}

function controlLevels(
  kind: Kind,
  { panel, metric, family }: MovedBrand,
  { brand, weekAt }: Control,
  treated: ByStep<WeeklyValue>,
  holdingsOf: HoldingsOf,
): ByStep<StandardisedLevel> {
  const used = treated.map((week, step) => (week === null ? null : weekAt(step)))
  const known = used.filter((week) => week !== null)
  const sides = {
    before: known.filter(({ position }) => position < 0),
    after: known.filter(({ position }) => position >= 0),
  }
  const mix = brandMix(holdingsOf(brand.brand.id), sides)
  if (mix === null || mix.weights.length < 2)
    return used.map((week) => week && { level: week.level, missingWeight: 0 })
  const own = panel.factsOf(brand.brand.id, metric.key)
  const facts = family === null || own.satisfaction === null ? own.main : own.satisfaction[family].answers
  return standardisedLevels(kind, mix, used, facts, daysOfWeeks(sides.before))
}

function daysOfWeeks(values: readonly Pick<WeeklyValue, 'days'>[]): (readonly Day[])[] {
  return values.map(({ days }) => days)
}

function intervalOf({ estimate, low, high }: Interval): Interval {
  return { estimate, low, high }
}

function levelOf(week: StandardisedLevel | null): number | null {
  return week && week.level
}

function missingOf(week: StandardisedLevel | null): number {
  return week === null ? 0 : week.missingWeight
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
