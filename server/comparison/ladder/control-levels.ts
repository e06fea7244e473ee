import type { Day, Period } from '../../periods/day.ts'
import { dayNumberOf } from '../../periods/day.ts'
import type { DailyFacts } from '../daily-facts.ts'
import type { MaskedTable } from '../masked-table.ts'
import { isMasked, maskedInWeek, maskedTableOf } from '../masked-table.ts'
import type { WeekTable } from '../week-table.ts'
import { weekTableOf } from '../week-table.ts'
import { levelOfWeekday } from '../weekday-pattern.ts'
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
/** How many conversations a weekday has, and its level (NaN without one), in the order of the weeks' days. */
type Pattern = { perDay: number[]; level: number[] }

const WEEK = 7

/**
 * What `alignedValues` says of single weeks, as numbers alone: every brand that moved asks them of every brand that had
 * not, for every metric, and its sensitivities ask again.
 */
export function controlLevels(facts: DailyFacts, weeks: ControlWeeks, { steps }: WeekAxis): ControlLevels {
  const before = steps.filter(({ side }) => side === 'before')
  const known = knownOf(facts, weeks, before[0]?.weeks[0] ?? 0, before.length)
  const levels = new Array<number>(steps.length)
  const totals = new Array<number>(steps.length)
  for (let i = 0; i < steps.length; i++) {
    const place = steps[i].weeks[0] - known.first
    if (known.levels[place] === undefined) known.add(steps[i].weeks[0])
    levels[i] = known.levels[place]
    totals[i] = known.totals[place]
  }
  return { levels, totals }
}

/** The weeks of a control around one move, as far as somebody asked for them, from the first one on. */
type KnownWeeks = ControlLevels & { first: number; add(week: number): void }
const kept = new WeakMap<WeekTable, Map<string, KnownWeeks>>()

/** @param first of the weeks before the move that stand on the axis, one after the other */
function knownOf(facts: DailyFacts, weeks: ControlWeeks, first: number, before: number): KnownWeeks {
  const table = weekTableOf(facts, weeks.maskedDays)
  let ofTable = kept.get(table)
  if (!ofTable) kept.set(table, (ofTable = new Map()))
  const key = `${weeks.cutover} ${weeks.usable.from} ${weeks.usable.to} ${first} ${before}`
  let known = ofTable.get(key)
  if (!known) ofTable.set(key, (known = createKnown(facts.kind, table, weeks, first, before)))
  return known
}

function createKnown(
  kind: DailyFacts['kind'],
  table: WeekTable,
  brand: ControlWeeks,
  first: number,
  before: number,
): KnownWeeks {
  const zero = dayNumberOf(brand.cutover)
  const from = dayNumberOf(brand.usable.from)
  const to = dayNumberOf(brand.usable.to)
  const masked = maskedTableOf(brand.maskedDays)
  const levels: number[] = []
  const totals: number[] = []
  let pattern: Pattern | null = null
  return { first, levels, totals, add }

  function add(week: number): void {
    const place = week - first
    levels[place] = NaN
    totals[place] = NaN
    const start = zero + week * WEEK
    const lost = maskedInWeek(masked, start)
    if (!isWeekUsable(start, lost, from, to)) return
    const held = start - table.first
    const isHeld = held >= 0 && held < table.counts.length
    let level = kind === 'count' ? 0 : isHeld ? table.levels[held] : NaN
    if (Number.isNaN(level)) return
    let total = isHeld ? table.counts[held] : 0
    if (lost > 0) {
      pattern ??= patternOf(kind, table, masked, startsBefore())
      if (kind === 'count') total *= shareLostAt(pattern, masked, start)
      else level += levelLostAt(pattern, masked, start)
    }
    levels[place] = kind === 'count' ? Math.log(total + 0.5) : level
    totals[place] = total
  }

  function startsBefore(): number[] {
    const starts: number[] = []
    for (let start = zero + first * WEEK; starts.length < before; start += WEEK) starts.push(start)
    return starts.filter((start) => isWeekUsable(start, maskedInWeek(masked, start), from, to))
  }
}

function isWeekUsable(start: number, lost: number, from: number, to: number): boolean {
  return start >= from && start + WEEK <= to && WEEK - lost >= leastDays
}

/** `patternOfWeeks` of the weeks that begin on some days, all of them on the same weekday. */
function patternOf(
  kind: DailyFacts['kind'],
  { used: { first, n, numerator, denominator } }: WeekTable,
  masked: MaskedTable,
  starts: readonly number[],
): Pattern {
  const pattern: Pattern = { perDay: [], level: [] }
  for (let offset = 0; offset < WEEK; offset++) {
    const sum = { n: 0, numerator: 0, denominator: 0 }
    let days = 0
    for (let i = 0; i < starts.length; i++) {
      const day = starts[i] + offset
      const place = day - first
      if (!isMasked(masked, day)) days++
      if (!(place >= 0 && place < n.length)) continue
      sum.n += n[place]
      sum.numerator += numerator[place]
      sum.denominator += denominator[place]
    }
    pattern.perDay.push(days === 0 ? 0 : sum.n / days)
    pattern.level.push(levelOfWeekday(kind, sum) ?? NaN)
  }
  return pattern
}

/** `shareLost` of a week that begins on a day. */
function shareLostAt({ perDay }: Pattern, masked: MaskedTable, start: number): number {
  let kept = 0
  let wanted = 0
  let keptDays = 0
  for (let offset = 0; offset < WEEK; offset++) {
    const conversations = perDay[offset]
    wanted += conversations
    if (isMasked(masked, start + offset)) continue
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
  for (let offset = 0; offset < WEEK; offset++) {
    const conversations = perDay[offset]
    const level = levels[offset]
    if (Number.isNaN(level)) continue
    wanted += conversations * level
    wantedWeight += conversations
    if (isMasked(masked, start + offset)) continue
    kept += conversations * level
    keptWeight += conversations
  }
  return wantedWeight > 0 && keptWeight > 0 ? wanted / wantedWeight - kept / keptWeight : 0
}
