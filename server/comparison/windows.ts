import type { Day, Period } from '../periods/day.ts'
import { addDays, dayNumberOf, daysBetween } from '../periods/day.ts'

/** Seven days counted from the cutover; bin 0 begins on the cutover day, bin −1 ends there. */
export type Bin = {
  index: number
  from: Day
  to: Day
  /** The days that are used: not closed, not silent. */
  days: readonly Day[]
}
export type BinQuestion = {
  cutover: Day
  /** First day after the ramp. */
  rampEnd: Day
  /** Days that may be used at all. */
  usable: Period
  /** Whole weeks before the cutover that are left out. */
  weeksLeftOut: number
  maskedDays: ReadonlySet<Day>
  /** Bins that touch these days are left out. */
  unrecorded: Period | null
}
export type Bins = { before: Bin[]; after: Bin[] }

const WEEK = 7
/** Weeks a side needs at least, and uses at most. */
export const leastWeeks = 4
export const mostWeeks = 12
/** A week with fewer days does not count. */
export const leastDays = 5

/** Whole weeks between the cutover and the first one that may be used: the ramp, rounded up. */
export function rampWeeks(cutover: Day, rampEnd: Day): number {
  return Math.max(0, Math.ceil(daysBetween(cutover, rampEnd) / WEEK))
}

/** Every metric of a brand, and every brand it is compared with, asks for the same weeks. */
const binsKept = new WeakMap<ReadonlySet<Day>, Map<string, Bins>>()

/** The usable weeks on both sides of a cutover, each side oldest first. The masked days may not change afterwards. */
export function binsAround(question: BinQuestion): Bins {
  const { cutover, rampEnd, usable, weeksLeftOut, unrecorded, maskedDays } = question
  let kept = binsKept.get(maskedDays)
  if (!kept) binsKept.set(maskedDays, (kept = new Map()))
  const days = [cutover, rampEnd, usable.from, usable.to, unrecorded?.from, unrecorded?.to]
  const key = `${days.join(' ')} ${weeksLeftOut}`
  let bins = kept.get(key)
  if (!bins) kept.set(key, (bins = findBins(question)))
  return bins
}

function findBins(question: BinQuestion): Bins {
  const { cutover, rampEnd, usable, weeksLeftOut } = question
  const before: Bin[] = []
  const firstIndex = Math.ceil(daysBetween(cutover, usable.from) / WEEK)
  for (let index = firstIndex; index < -weeksLeftOut; index++) addUsable(before, index, question)
  const after: Bin[] = []
  const lastIndex = Math.floor(daysBetween(cutover, usable.to) / WEEK)
  for (let index = Math.max(firstIndex, rampWeeks(cutover, rampEnd)); index < lastIndex; index++)
    addUsable(after, index, question)
  return { before: before.filter(({ to }) => to <= usable.to), after }
}

function addUsable(bins: Bin[], index: number, question: BinQuestion): void {
  const bin = binAt(index, question)
  if (bin !== null) bins.push(bin)
}

/** One week, or null where too few of its days can be used. */
function binAt(index: number, { cutover, maskedDays, unrecorded }: BinQuestion): Bin | null {
  const from = addDays(cutover, index * WEEK)
  const to = addDays(from, WEEK)
  if (unrecorded && from < unrecorded.to && to > unrecorded.from) return null
  const days = usedDays(from, maskedDays)
  return days.length >= leastDays ? { index, from, to, days } : null
}

/** Which days of which week a list holds. */
export type UsedWeek = {
  from: Day
  maskedDays: ReadonlySet<Day>
  /** The days since 1970-01-01. */
  numbers: readonly number[]
}

/** The same week of a brand is used around every move it is compared with. */
const weeksUsed = new WeakMap<ReadonlySet<Day>, Map<Day, readonly Day[]>>()
const weeksOfLists = new WeakMap<readonly Day[], UsedWeek>()

/** Days of a week that are not masked: one list for each week, so that what it holds is worked out once. */
export function usedDays(from: Day, maskedDays: ReadonlySet<Day>): readonly Day[] {
  let weeks = weeksUsed.get(maskedDays)
  if (!weeks) weeksUsed.set(maskedDays, (weeks = new Map()))
  let days = weeks.get(from)
  if (!days) {
    days = daysOf({ from, to: addDays(from, WEEK) }).filter((day) => !maskedDays.has(day))
    weeks.set(from, days)
    weeksOfLists.set(days, { from, maskedDays, numbers: days.map(dayNumberOf) })
  }
  return days
}

/** The week whose used days a list holds, where it is the very list that `usedDays` made; null of any other. */
export function usedWeekOf(days: readonly Day[]): UsedWeek | null {
  return weeksOfLists.get(days) ?? null
}

/** The days by number (see `dayNumberOf`): of weeks they are known. */
export function numbersOf(days: readonly Day[]): readonly number[] {
  return weeksOfLists.get(days)?.numbers ?? days.map(dayNumberOf)
}

/** The day on which enough weeks after the ramp will be usable and mature. */
export function readyDay(
  question: Pick<BinQuestion, 'cutover' | 'rampEnd' | 'maskedDays' | 'unrecorded'>,
  weeks: number,
  maturityDays: number,
): Day {
  const usable = { from: question.cutover, to: question.cutover }
  let found = 0
  for (let index = rampWeeks(question.cutover, question.rampEnd); ; index++) {
    const bin = binAt(index, { ...question, usable, weeksLeftOut: 0 })
    if (bin !== null && ++found >= weeks) return addDays(bin.to, maturityDays)
  }
}

const noDays: ReadonlySet<Day> = new Set()

/** All seven days of a week: one list for each. */
export function daysOfWeek(from: Day): readonly Day[] {
  return usedDays(from, noDays)
}

/** Every day of a period, in order. */
export function daysOf({ from, to }: Period): Day[] {
  const days: Day[] = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day)
  return days
}
