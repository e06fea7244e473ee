import type { MetricDefinition } from '../metrics/definition.ts'
import type { CountedThing } from '../text/reasons.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import type { WeeklyValue } from './weekly-values.ts'
import { weeklyValues } from './weekly-values.ts'
import type { Bin, Bins } from './windows.ts'
import { leastWeeks, mostWeeks } from './windows.ts'

const WIDTHS = [1, 2, 4]
const LEAST_EVENTS = 5

export type Sample = {
  before: WeeklyValue[]
  after: WeeklyValue[]
  /** Weeks on each side. */
  weeks: number
}
export type Shortage = {
  have: number
  need: number
  counted: CountedThing
  /** Weeks needed on each side at the present rate; null where waiting does not help. */
  weeksNeeded: number | null
}
/** So many conversations have not ended that nobody can say how long they take at most. */
export const unfinished: Shortage = { have: 0, need: 0, counted: 'unfinished', weeksNeeded: null }
export type SampleAnswer = { isEnough: true; sample: Sample } | { isEnough: false; shortage: Shortage }

/**
 * The latest weeks after and the last weeks before the move, equally many. Where single weeks hold too little, two
 * and then four weeks are taken together, as long as four such values remain on each side.
 */
export function chooseSample(
  facts: DailyFacts,
  bins: Bins,
  metric: Pick<MetricDefinition, 'key' | 'minimumWeekly'>,
  minimum = metric.minimumWeekly,
): SampleAnswer {
  for (const width of WIDTHS) {
    const sample = sampleOf(facts, bins, width)
    if (sample === null || Math.min(medianCount(sample.before), medianCount(sample.after)) < minimum) continue
    return facts.kind === 'rate' ? withEnoughEvents(sample) : { isEnough: true, sample }
  }
  return {
    isEnough: false,
    shortage: tooFew(facts, bins, minimum, metric.key === 'csat' ? 'ratings' : 'conversations'),
  }
}

/** The windows with `width` weeks to a value; null where fewer than four values remain on a side. */
function sampleOf(facts: DailyFacts, bins: Bins, width: number): Sample | null {
  const weeks = windowWeeks(bins, width)
  if (weeks < leastWeeks * width) return null
  const values = weeklyValues(facts, lastOf(bins.before, weeks), lastOf(bins.after, weeks), width)
  return Math.min(values.before.length, values.after.length) < leastWeeks ? null : { ...values, weeks }
}

/** Equal, whole multiples of the width; longer than usual only where four values need it. */
function windowWeeks(bins: Bins, width: number): number {
  const available = Math.min(Math.max(mostWeeks, leastWeeks * width), bins.before.length, bins.after.length)
  return Math.floor(available / width) * width
}

/** A share that is nearly 0 or nearly 1 in both periods cannot be told from chance. */
export function hasEnoughEvents(values: readonly Sum[]): boolean {
  return rarerOf(values) >= LEAST_EVENTS
}

function withEnoughEvents(sample: Sample): SampleAnswer {
  const have = rarerOf([...sample.before, ...sample.after])
  if (have >= LEAST_EVENTS) return { isEnough: true, sample }
  return {
    isEnough: false,
    shortage: {
      have,
      need: LEAST_EVENTS,
      counted: 'events',
      weeksNeeded: weeksForEvents(have, sample.weeks),
    },
  }
}

/** How many there are of what is rarer: of what is counted, or of the rest. */
function rarerOf(values: readonly Sum[]): number {
  const n = values.reduce((sum, value) => sum + value.n, 0)
  const numerator = values.reduce((sum, value) => sum + value.numerator, 0)
  return Math.min(numerator, n - numerator)
}

function weeksForEvents(have: number, weeks: number): number | null {
  const needed = have === 0 ? Infinity : Math.ceil((weeks * LEAST_EVENTS) / have)
  return needed <= mostWeeks ? needed : null
}

function tooFew(facts: DailyFacts, bins: Bins, minimum: number, counted: CountedThing): Shortage {
  const weekly = weeklyValues(facts, lastOf(bins.before, mostWeeks), lastOf(bins.after, mostWeeks), 1)
  const before = medianCount(weekly.before)
  const after = medianCount(weekly.after)
  const width = WIDTHS.find((weeks) => Math.min(before, after) * weeks >= minimum)
  const weeksNeeded =
    width !== undefined && bins.before.length >= leastWeeks * width ? leastWeeks * width : null
  return { have: Math.min(before, after), need: minimum, counted, weeksNeeded }
}

/** Of one value on the axis: 0 without any. */
export function medianCount(values: readonly Pick<WeeklyValue, 'restoredTotal'>[]): number {
  return medianOf(values.map((value) => value.restoredTotal))
}

/** 0 without any. */
export function medianOf(unsorted: readonly number[]): number {
  const counts = Float64Array.from(unsorted).sort()
  return counts.length === 0
    ? 0
    : (counts[Math.floor((counts.length - 1) / 2)] + counts[Math.floor(counts.length / 2)]) / 2
}

/** The windows as they are shown beside each other: equally many weeks, the latest of each side. */
export function commonWeeks(bins: Bins): Bins {
  const weeks = windowWeeks(bins, 1)
  return { before: lastOf(bins.before, weeks), after: lastOf(bins.after, weeks) }
}

function lastOf(bins: readonly Bin[], weeks: number): Bin[] {
  return bins.slice(Math.max(0, bins.length - weeks))
}
