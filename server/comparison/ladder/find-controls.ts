import type { Day, Period } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { isControlKnown } from '../guards/guard.ts'
import { hasMessaging, hasPilotTraffic } from '../pilot-traffic.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { Bins } from '../windows.ts'
import { binsAround } from '../windows.ts'
import { alignedValues } from './aligned-values.ts'
import { holdsEnough } from './holds-enough.ts'
import type { MovedBrand } from './moved-brand.ts'
import type { WeekAxis } from './week-axis.ts'

export type Control = { brand: BrandFacts; values: (WeeklyValue | null)[] }

/** Customers of a brand with pilot traffic were touched a week before its move. */
const ANTICIPATION_DAYS = 7
/** Controls that lack more of the treated brand's weeks than this would cost the others theirs. */
const MOST_MISSING = 0.1

/**
 * Brands that had not moved (nor begun to) before the end of the window, with a value for nearly every step that the
 * moved brand has one for. A brand that moved before never is a control.
 * @param end the day after the window
 */
export function findControls(
  moved: MovedBrand,
  treated: readonly (WeeklyValue | null)[],
  axis: WeekAxis,
  end: Day,
): Control[] {
  const possible = moved.panel.brands
    .filter(
      (brand) =>
        brand.brand.id !== moved.brand.brand.id && isUntouched(moved, brand, { from: startOf(), to: end }),
    )
    .map((brand) => ({ brand, values: valuesOf(moved, brand, axis) }))
    .filter(({ values }) => holdsEnough(values, axis, moved.minimumWeekly))
  return completeTogether(possible, treated, axis)

  function startOf(): Day {
    const first = Math.min(...axis.steps.filter(({ isUsed }) => isUsed).flatMap(({ weeks }) => weeks))
    return addDays(moved.around.cutover, first * 7)
  }
}

/** Neither moved before the end of the window nor already used by customers within it. */
function isUntouched({ panel, metric }: MovedBrand, brand: BrandFacts, window: Period): boolean {
  if (brand.span === null || hasMessaging(brand.channelDays, window)) return false
  if (brand.cutover === null) return panel.historyOf(brand, metric).isReady
  const touched = hasPilotTraffic(brand) ? addDays(brand.cutover.day, -ANTICIPATION_DAYS) : brand.cutover.day
  return touched >= window.to
}

/** The control's weeks are counted from the moved brand's cutover. */
function valuesOf(
  { panel, metric, around, family, facts: treated }: MovedBrand,
  brand: BrandFacts,
  axis: WeekAxis,
): (WeeklyValue | null)[] {
  const bins = binsAround({
    cutover: around.cutover,
    rampEnd: around.cutover,
    usable: knownDays(brand, panel.usableDays(brand, metric)),
    weeksLeftOut: 0,
    maskedDays: panel.maskedDays(brand, metric),
    unrecorded: null,
  })
  const own = panel.factsOf(brand.brand.id, metric.key)
  const onAxis = weeksOf(bins, axis)
  if (!isControlKnown(metric.key, own.shares, onAxis)) return axis.steps.map(() => null)
  // Answers to another question than the moved brand's customers were asked would not be comparable.
  const facts = family === null || own.satisfaction === null ? own.main : own.satisfaction[family].answers
  return alignedValues(sameQuantile(facts, treated), bins, axis)
}

/** The days of each week that stands on the axis. */
function weeksOf(bins: Bins, { steps }: WeekAxis): (readonly Day[])[] {
  const onAxis = new Set<number>()
  for (const { weeks } of steps) for (const week of weeks) onAxis.add(week)
  const found: (readonly Day[])[] = []
  for (const side of [bins.before, bins.after])
    for (const { index, days } of side) if (onAxis.has(index)) found.push(days)
  return found
}

/** After its last contact a brand may be closed for good: then no contacts are not a number that fell to 0. */
function knownDays({ channelDays }: BrandFacts, usable: Period): Period {
  const last = channelDays.at(-1)?.day
  const end = last === undefined ? usable.to : addDays(last, 1)
  return { from: usable.from, to: end < usable.to ? end : usable.to }
}

/** The slowest tenth is compared with the slowest tenth. */
function sameQuantile(facts: DailyFacts, treated: DailyFacts): DailyFacts {
  if (facts.kind !== 'duration' || treated.kind !== 'duration' || treated.quantile === undefined) return facts
  return { ...facts, quantile: treated.quantile }
}

/**
 * The brands that hold the weeks the moved brand holds: those that lack none first, and as many others as leave nine
 * tenths of the weeks in which nobody lacks anything.
 */
function completeTogether(
  controls: readonly Control[],
  treated: readonly (WeeklyValue | null)[],
  { steps }: WeekAxis,
): Control[] {
  const wanted = steps.flatMap(({ isUsed }, i) => (isUsed && treated[i] !== null ? [i] : []))
  const byMissing = controls
    .map((control) => ({ control, missing: wanted.filter((i) => control.values[i] === null) }))
    .sort((one, other) => one.missing.length - other.missing.length)
  const lost = new Set<number>()
  const chosen = new Set<Control>()
  for (const { control, missing } of byMissing) {
    const together = new Set([...lost, ...missing]).size
    if (together > wanted.length * MOST_MISSING) break
    for (const i of missing) lost.add(i)
    chosen.add(control)
  }
  return controls.filter((control) => chosen.has(control))
}
