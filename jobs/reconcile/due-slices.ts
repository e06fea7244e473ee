import type { Day, Period } from '../../server/periods/day.ts'
import { addDays, daysBetween, mondayOf } from '../../server/periods/day.ts'
import type { CheckedSlice } from '../../server/store/reconciliation.ts'

/** A day or a Monday–Sunday week to be compared now; the smaller `urgency`, the sooner. */
export type DueSlice = { day: Day; days: 1 | 7; urgency: number }

export type DueQuestion = {
  /** Days that may be compared at all. */
  settled: Period
  /** First day after the latest that counts as recent. */
  today: Day
  now: number
  /** Rows stored per day, deleted ones included. */
  oursOn: (day: Day) => number
  /** Earlier checks of the same series, by first day. */
  checks: ReadonlyMap<Day, CheckedSlice>
  /** Days a verdict may rest on: compared one by one. */
  verdictDays: readonly Period[]
  /** Days somebody asked for: compared one by one, whenever they were compared last. */
  asked: Period | null
  /** Whether equal weekly totals will do for old days. */
  mayCheckWeeks: boolean
}

const RECENT_DAYS = 35
const RECHECK_RECENT_MS = 7 * 86_400_000
const RECHECK_RED_MS = 86_400_000
const WEEK = 7

/**
 * What is to be compared, most urgent first: red days whose rows changed, days verdicts rest on, the last five weeks,
 * red days once a day, then history walking back. A slice that was compared is due again when other rows are stored now, when it is recent and
 * a week has passed, or when it is red and a day has passed. A week of the past is compared as a whole, and so is one
 * without any row: no rows on either side in a week means none on each of its days.
 */
export function dueSlices(question: DueQuestion): DueSlice[] {
  const { settled } = question
  const due: DueSlice[] = []
  for (let monday = mondayOf(settled.from); monday < settled.to; monday = addDays(monday, WEEK)) {
    const days = daysOfWeek(monday).filter((day) => day >= settled.from && day < settled.to)
    if (mayCheckAtOnce(question, days)) {
      const urgency = urgencyOf(question, monday, WEEK)
      if (urgency !== null) due.push({ day: monday, days: WEEK, urgency })
      continue
    }
    for (const day of days) {
      const urgency = urgencyOf(question, day, 1)
      if (urgency !== null) due.push({ day, days: 1, urgency })
    }
  }
  return due.sort(
    (one, other) => one.urgency - other.urgency || (one.day === other.day ? 0 : one.day < other.day ? 1 : -1),
  )
}

function mayCheckAtOnce(question: DueQuestion, days: readonly Day[]): boolean {
  if (!question.mayCheckWeeks || days.length < WEEK) return false
  if (days.some((day) => question.checks.get(day)?.days === 1)) return false
  return sumOf(question, days) === 0 || !days.some((day) => isComparedByDay(question, day))
}

function isComparedByDay(question: DueQuestion, day: Day): boolean {
  return isRecent(question, day) || isVerdictDay(question, day) || isAsked(question, day)
}

/** Null where nothing is to be done. */
function urgencyOf(question: DueQuestion, day: Day, length: 1 | 7): number | null {
  const check = question.checks.get(day)
  const last = addDays(day, length - 1)
  const standing = check?.days === length ? check : undefined
  const days = length === WEEK ? daysOfWeek(day) : [day]
  if (days.some((one) => isAsked(question, one))) return 0
  if (standing && standing.ours === sumOf(question, days)) {
    const age = question.now - standing.checkedAt
    if (standing.state === 'red') return age >= RECHECK_RED_MS ? 2 : null
    return isRecent(question, last) && age >= RECHECK_RECENT_MS ? 1 : null
  }
  // Its rows may have come back, and figures are withheld until that is known.
  if (standing?.state === 'red') return -1
  if (days.some((one) => isVerdictDay(question, one))) return 0
  return isRecent(question, last) ? 1 : 3
}

function sumOf({ oursOn }: DueQuestion, days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + oursOn(day), 0)
}

function isRecent({ today }: DueQuestion, day: Day): boolean {
  return daysBetween(day, today) <= RECENT_DAYS
}

function isVerdictDay({ verdictDays }: DueQuestion, day: Day): boolean {
  return verdictDays.some(({ from, to }) => day >= from && day < to)
}

function isAsked({ asked }: DueQuestion, day: Day): boolean {
  return asked !== null && day >= asked.from && day < asked.to
}

function daysOfWeek(monday: Day): Day[] {
  return Array.from({ length: WEEK }, (_, i) => addDays(monday, i))
}
