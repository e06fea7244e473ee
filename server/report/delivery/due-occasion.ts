import type { IsWorkingDay } from '../../periods/cadence.ts'
import { lastOccasion, nextOccasions } from '../../periods/cadence.ts'
import type { Day, Period } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import { startOfDay } from '../../periods/zone.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { lastCompleteWeek } from '../report-week.ts'

const HOUR_MS = 3_600_000
/** A mail that could not go out for a week is no news any more. */
const DAYS_OPEN = 7

export type DueOccasion = {
  day: Day
  /** When it falls due (epoch ms). */
  at: number
  /** The week to tell of: the last that was over when the mail fell due, however late it goes out. */
  period: Period
  /** Nobody waits for the week's data any longer. */
  isPastDeadline: boolean
}

/**
 * The occasion a schedule's mails go out for at `now`, or null. It stays due until the next one, or for a week, so that
 * a process that was stopped catches up.
 * @param isForced does not wait: takes the next occasion where none is due
 */
export function dueOccasion(
  now: number,
  schedule: Pick<ReportSchedule, 'timing' | 'notBefore' | 'deadlineHours'>,
  { isWorkingDay, isForced = false }: { isWorkingDay: IsWorkingDay; isForced?: boolean },
): DueOccasion | null {
  const { timing, notBefore, deadlineHours } = schedule
  const last = lastOccasion(now, timing, isWorkingDay)
  const isOpen =
    last !== null &&
    (notBefore === null || last.at >= notBefore) &&
    now < startOfDay(addDays(last.day, DAYS_OPEN), timing.zone)
  if (isOpen)
    return {
      day: last.day,
      at: last.at,
      period: lastCompleteWeek(last.at, timing.zone),
      isPastDeadline: now >= last.at + deadlineHours * HOUR_MS,
    }
  if (!isForced) return null
  const next = nextOccasions(now, timing, { count: 1, isWorkingDay }).at(0)
  if (next === undefined) return null
  return { ...next, period: lastCompleteWeek(now, timing.zone), isPastDeadline: false }
}
