import type { Day, Period } from '../../periods/day.ts'
import { dayNumberOf } from '../../periods/day.ts'
import type { DailyFacts } from '../daily-facts.ts'
import type { MaskedTable } from '../masked-table.ts'
import { dayTableOf } from '../day-table.ts'
import { isMasked, maskedInWeek, maskedTableOf } from '../masked-table.ts'
import { weekTableOf } from '../week-table.ts'
import { levelOfWeekday, weekdayPlaceOf } from '../weekday-pattern.ts'
import { leastDays } from '../windows.ts'
import type { WeekAxis } from './week-axis.ts'

/** The weeks of a brand, counted from the cutover of the one it is compared with. */
export type ControlWeeks = { cutover: Day; usable: Period; maskedDays: ReadonlySet<Day> }
export type ControlLevels = {
  /** On the metric's scale, by step of the axis; NaN where the week has no value. */
  levels: number[]
  /** Conversations at each step, a number's as if no day had been lost; NaN where there is no level. */
  totals: number[]
}
/** How many conversations a weekday has, and its level, by place of the weekday; NaN without one. */
type Pattern = { perDay: Float64Array; level: Float64Array }

const WEEK = 7

/**
 * What `alignedValues` says of single weeks, as numbers alone: every brand that moved asks them of every brand that had
 * not, for every metric.
 */
export function controlLevels(facts: DailyFacts, brand: ControlWeeks, axis: WeekAxis): ControlLevels {
  const { steps } = axis
  const zero = dayNumberOf(brand.cutover)
  const from = dayNumberOf(brand.usable.from)
  const to = dayNumberOf(brand.usable.to)
  const masked = maskedTableOf(brand.maskedDays)
  const table = weekTableOf(facts, brand.maskedDays)
  const isCount = facts.kind === 'count'
  let pattern: Pattern | null = null
  const levels: number[] = []
  const totals: number[] = []
  for (let i = 0; i < steps.length; i++) {
    const start = zero + steps[i].weeks[0] * WEEK
    const lost = maskedInWeek(masked, start)
    levels[i] = NaN
    totals[i] = NaN
    if (!isWeekUsable(start, lost, from, to)) continue
    let level = isCount ? 0 : table.levelAt(start)
    if (Number.isNaN(level)) continue
    let total = table.countAt(start)
    if (lost > 0) {
      pattern ??= patternOf(facts, masked, startsBefore())
      if (isCount) total *= shareLostAt(pattern, masked, start)
      else level += levelLostAt(pattern, masked, start)
    }
    levels[i] = isCount ? Math.log(total + 0.5) : level
    totals[i] = total
  }
  return { levels, totals }

  function startsBefore(): number[] {
    const starts: number[] = []
    for (const { side, weeks } of steps) {
      if (side !== 'before') continue
      const start = zero + weeks[0] * WEEK
      if (isWeekUsable(start, maskedInWeek(masked, start), from, to)) starts.push(start)
    }
    return starts
  }
}

function isWeekUsable(start: number, lost: number, from: number, to: number): boolean {
  return start >= from && start + WEEK <= to && WEEK - lost >= leastDays
}

/** What the days of each weekday held; filled anew for each question. */
const days = new Float64Array(WEEK)
const counts = new Float64Array(WEEK)
const numerators = new Float64Array(WEEK)
const denominators = new Float64Array(WEEK)

/** `patternOfWeeks` of the weeks that begin on some days. */
function patternOf(facts: DailyFacts, masked: MaskedTable, starts: readonly number[]): Pattern {
  const { first, n, numerator, denominator } = dayTableOf(facts)
  for (const sums of [days, counts, numerators, denominators]) sums.fill(0)
  for (const start of starts) {
    let weekday = weekdayPlaceOf(start)
    for (let day = start; day < start + WEEK; day++) {
      const place = day - first
      if (!isMasked(masked, day)) {
        days[weekday] += 1
        if (place >= 0 && place < n.length) {
          counts[weekday] += n[place]
          numerators[weekday] += numerator[place]
          denominators[weekday] += denominator[place]
        }
      }
      weekday = weekday === WEEK - 1 ? 0 : weekday + 1
    }
  }
  const pattern = { perDay: new Float64Array(WEEK), level: new Float64Array(WEEK) }
  for (let weekday = 0; weekday < WEEK; weekday++) {
    const sum = { n: counts[weekday], numerator: numerators[weekday], denominator: denominators[weekday] }
    pattern.perDay[weekday] = days[weekday] === 0 ? 0 : sum.n / days[weekday]
    pattern.level[weekday] = levelOfWeekday(facts.kind, sum) ?? NaN
  }
  return pattern
}

/** `shareLost` of a week that begins on a day. */
function shareLostAt({ perDay }: Pattern, masked: MaskedTable, start: number): number {
  let kept = 0
  let wanted = 0
  let keptDays = 0
  for (let day = start; day < start + WEEK; day++) {
    const conversations = perDay[weekdayPlaceOf(day)]
    wanted += conversations
    if (isMasked(masked, day)) continue
    kept += conversations
    keptDays++
  }
  return kept > 0 ? wanted / kept : WEEK / keptDays
}

/** `levelLost` of a week that begins on a day. */
function levelLostAt({ perDay, level: levels }: Pattern, masked: MaskedTable, start: number): number {
  let kept = 0
  let keptWeight = 0
  let wanted = 0
  let wantedWeight = 0
  for (let day = start; day < start + WEEK; day++) {
    const weekday = weekdayPlaceOf(day)
    const conversations = perDay[weekday]
    const level = levels[weekday]
    if (Number.isNaN(level)) continue
    wanted += conversations * level
    wantedWeight += conversations
    if (isMasked(masked, day)) continue
    kept += conversations * level
    keptWeight += conversations
  }
  return wantedWeight > 0 && keptWeight > 0 ? wanted / wantedWeight - kept / keptWeight : 0
}
