import type { Day, Period } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { sumBetween } from '../day-table.ts'
import { isControlKnown } from '../guards/guard.ts'
import { hasMessaging, hasPilotTraffic } from '../pilot-traffic.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import { binsAround, usedDays } from '../windows.ts'
import { alignedValues } from './aligned-values.ts'
import type { ControlWeeks } from './control-levels.ts'
import { controlLevels } from './control-levels.ts'
import { holdsEnough } from './holds-enough.ts'
import type { MovedBrand } from './moved-brand.ts'
import type { Step, WeekAxis } from './week-axis.ts'

/** A brand that had not moved, with its level at each step of the axis. */
export type Control = {
  brand: BrandFacts
  /** NaN where the week has no value. */
  levels: readonly number[]
  /** The weeks a step's level stands for; null where it has none. */
  weekAt(step: number): ControlWeek | null
}
export type ControlWeek = Pick<WeeklyValue, 'position' | 'from' | 'to' | 'days' | 'level'>

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
  const first = Math.min(...axis.steps.filter(({ isUsed }) => isUsed).map(({ weeks }) => weeks[0]))
  const window = { from: addDays(moved.around.cutover, first * 7), to: end }
  const possible = moved.panel.brands
    .filter((brand) => brand.brand.id !== moved.brand.brand.id && isUntouched(moved, brand, window))
    .flatMap((brand) => controlOf(moved, brand, axis, window) ?? [])
  return completeTogether(possible, treated, axis)
}

/** Neither moved before the end of the window nor already used by customers within it. */
function isUntouched({ panel, metric }: MovedBrand, brand: BrandFacts, window: Period): boolean {
  if (brand.span === null) return false
  // First: of a brand that moved before, nothing else has to be known.
  if (brand.cutover !== null && brand.cutover.day < window.to) return false
  if (hasMessaging(brand.channelDays, window)) return false
  if (brand.cutover === null) return panel.historyOf(brand, metric).isReady
  const touched = hasPilotTraffic(brand) ? addDays(brand.cutover.day, -ANTICIPATION_DAYS) : brand.cutover.day
  return touched >= window.to
}

/** The control's weeks are counted from the moved brand's cutover. Null where they hold too little. */
function controlOf(
  { panel, metric, around, family, facts: treated, minimumWeekly }: MovedBrand,
  brand: BrandFacts,
  axis: WeekAxis,
  window: Period,
): Control | null {
  const weeks = {
    cutover: around.cutover,
    usable: knownDays(brand, panel.usableDays(brand, metric)),
    maskedDays: panel.maskedDays(brand, metric),
  }
  const own = panel.factsOf(brand.brand.id, metric.key)
  if (!isControlKnown(metric.key, own.shares, (facts) => sumBetween(facts, window))) return null
  // Answers to another question than the moved brand's customers were asked would not be comparable.
  const asked = family === null || own.satisfaction === null ? own.main : own.satisfaction[family].answers
  const facts = sameQuantile(asked, treated)
  if (axis.width === 1) {
    const { levels, totals } = controlLevels(facts, weeks, axis)
    if (!holdsEnough(totals, axis, minimumWeekly)) return null
    return { brand, levels, weekAt: (step) => weekOf(axis.steps[step], weeks, levels[step]) }
  }
  const rest = { rampEnd: around.cutover, weeksLeftOut: 0, unrecorded: null }
  const values = alignedValues(facts, binsAround({ ...weeks, ...rest }), axis)
  const totals = values.map((value) => value?.restoredTotal ?? NaN)
  if (!holdsEnough(totals, axis, minimumWeekly)) return null
  return { brand, levels: values.map((value) => value?.level ?? NaN), weekAt: (step) => values[step] }
}

/** A single week needs no more than its days: figures of it would be thrown away by most who ask. */
function weekOf(
  { position, weeks }: Step,
  { cutover, maskedDays }: ControlWeeks,
  level: number,
): ControlWeek | null {
  if (Number.isNaN(level)) return null
  const from = addDays(cutover, weeks[0] * 7)
  return { position, from, to: addDays(from, 7), days: usedDays(from, maskedDays), level }
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
    .map((control) => ({ control, missing: wanted.filter((i) => Number.isNaN(control.levels[i])) }))
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
