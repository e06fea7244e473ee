import type { Comparison } from '../../contract.ts'
import type { Day, Period } from '../../periods/day.ts'
import { addDays, daysBetween } from '../../periods/day.ts'
import { InvalidRequestError } from '../../platform/problem.ts'

const MOST_WEEKS = 26
const WEEKS_WITHOUT_CELL = 8

/** Whole weeks, as many before as after; `now` for a brand that has not moved. */
export type TeamPeriods = { before: Period | null; after: Period | null; now: Period | null }
export type TeamBasis = {
  move: { wentLiveOn: Day; rampEnd: Day | null } | null
  /** The cell of the report whose windows are used; null before there is one. */
  cell: Pick<Comparison, 'before' | 'after' | 'now'> | null
  /** The brand's first day with a conversation; null without any. */
  firstDay: Day | null
  /** The day after the last whole one. */
  lastDay: Day
}

/**
 * The weeks whose hours are shown: the report's own, cut to the same number of whole weeks on both sides, or those that
 * were asked for with as many before the move.
 * @throws InvalidRequestError for days that were asked for and cannot be used, naming each
 */
export function teamPeriods(basis: TeamBasis, asked: { from?: Day; to?: Day }): TeamPeriods {
  const { move, cell } = basis
  const isAsked = asked.from !== undefined || asked.to !== undefined
  const earliest = move ? (move.rampEnd ?? move.wentLiveOn) : basis.firstDay
  const wanted = isAsked ? askedPeriod(basis, asked, earliest) : null
  if (move === null) {
    const now = wanted ?? periodOf(cell?.now) ?? latest(basis.lastDay, WEEKS_WITHOUT_CELL)
    return { before: null, after: null, now: wholeWeeks(now, basis.firstDay) }
  }
  const after = wholeWeeks(
    wanted ?? periodOf(cell?.after) ?? { from: earliest ?? move.wentLiveOn, to: basis.lastDay },
    earliest,
  )
  const beforeEnd = cell?.before?.to ?? move.wentLiveOn
  const usual = wanted ? null : periodOf(cell?.before)
  const weeks = usual ? weeksOf(usual) : after ? weeksOf(after) : wanted ? 0 : WEEKS_WITHOUT_CELL
  const before = wholeWeeks({ from: addDays(beforeEnd, -7 * weeks), to: beforeEnd }, basis.firstDay)
  if (!after || !before) return { before, after, now: null }
  const both = Math.min(weeksOf(after), weeksOf(before))
  return { before: latest(before.to, both), after: latest(after.to, both), now: null }
}

export function weeksOf({ from, to }: Period): number {
  return Math.floor(daysBetween(from, to) / 7)
}

function askedPeriod({ lastDay }: TeamBasis, asked: { from?: Day; to?: Day }, earliest: Day | null): Period {
  const to = asked.to ?? lastDay
  const from = asked.from ?? later(addDays(to, -7 * WEEKS_WITHOUT_CELL), earliest)
  const fields: { field: string; message: string }[] = []
  if (earliest !== null && from < earliest)
    fields.push({ field: 'from', message: `must not be before ${earliest}, from which weeks can be used` })
  if (to > lastDay)
    fields.push({ field: 'to', message: `must not be after ${lastDay}, up to which days are complete` })
  if (fields.length === 0 && daysBetween(from, to) < 7)
    fields.push({ field: 'to', message: 'must be at least 7 days after from' })
  if (fields.length > 0) {
    const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new InvalidRequestError(`The request cannot be answered: ${words}.`, fields)
  }
  return { from, to }
}

/** The last whole weeks of a period that lie on or after a day; null without any. */
function wholeWeeks({ from, to }: Period, earliest: Day | null): Period | null {
  const weeks = Math.min(MOST_WEEKS, weeksOf({ from: later(from, earliest), to }))
  return weeks > 0 ? latest(to, weeks) : null
}

function latest(to: Day, weeks: number): Period {
  return { from: addDays(to, -7 * weeks), to }
}

function later(day: Day, earliest: Day | null): Day {
  return earliest !== null && earliest > day ? earliest : day
}

function periodOf(window: Period | null | undefined): Period | null {
  return window ? { from: window.from, to: window.to } : null
}
