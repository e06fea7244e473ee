import type { TeamWindow } from '../server/contract-team.ts'
import type { TeamShow } from './team-choice.ts'

/** How dark a cell is: 0 = nothing, up to 9. */
export const DARKEST = 9
export const DARKEST_DIFFERENCE = 4
/** Two hours differ by more than chance where their means lie further apart than this many standard errors. */
const CLEARLY = 3
/** With less agent time than this, how many conversations were open at once says nothing. */
const LEAST_AGENT_SECONDS = 900

/**
 * What one hour of the week (0 = Monday 00:00) shows: a mean for one such hour, or how many conversations a working agent
 * had open; null where nothing is known.
 */
export function hourValue(window: TeamWindow, show: TeamShow, hour: number): number | null {
  const weekday = Math.floor(hour / 24)
  const { work } = window
  const mean = (amount: number, days: number) => (days === 0 ? null : amount / days)
  switch (show) {
    case 'people':
      return mean(window.forPeople[hour], window.weekdays[weekday])
    case 'all':
      return mean(window.conversations[hour], window.weekdays[weekday])
    case 'hours':
      return work && mean(work.agentSeconds[hour] / 3600, work.weekdays[weekday])
    case 'once':
      return work && work.agentSeconds[hour] >= LEAST_AGENT_SECONDS
        ? work.engagedSeconds[hour] / work.agentSeconds[hour]
        : null
  }
}

/** The largest value of any of the windows: both sides of the move are shaded alike. */
export function largestValue(windows: readonly TeamWindow[], show: TeamShow): number {
  return Math.max(0, ...windows.flatMap((window) => allHours((hour) => hourValue(window, show, hour) ?? 0)))
}

/** The hours of the day, both included, outside of which nothing happens on any day of any of the windows. */
export function busyHours(windows: readonly TeamWindow[], show: TeamShow): { first: number; last: number } {
  const busy = windows.flatMap((window) =>
    allHours((hour) => hour).filter((hour) => (hourValue(window, show, hour) ?? 0) > 0),
  )
  if (busy.length === 0) return { first: 0, last: 23 }
  const ofDay = busy.map((hour) => hour % 24)
  return { first: Math.min(...ofDay), last: Math.max(...ofDay) }
}

/** 1…9 by its part of the largest; 0 for nothing. Conversations at once begin at one, not at nothing. */
export function shadeOf(value: number | null, largest: number, show: TeamShow): number {
  const least = show === 'once' ? 1 : 0
  if (value === null || value <= least || largest <= least) return 0
  return Math.min(DARKEST, Math.max(1, Math.ceil(((value - least) / (largest - least)) * DARKEST)))
}

export type Difference = {
  value: number
  /** False where chance alone may differ as much; null where that cannot be told. */
  isClear: boolean | null
}

/** After minus before; null where one of both is not known. */
export function hourDifference(
  before: TeamWindow,
  after: TeamWindow,
  show: TeamShow,
  hour: number,
): Difference | null {
  const [was, is] = [before, after].map((window) => hourValue(window, show, hour))
  if (was === null || is === null) return null
  const value = is - was
  if (show === 'hours' || show === 'once') return { value, isClear: null }
  const weekday = Math.floor(hour / 24)
  // Counts of conversations that arrive independently of each other.
  const variance = was / before.weekdays[weekday] + is / after.weekdays[weekday]
  return { value, isClear: Math.abs(value) > CLEARLY * Math.sqrt(variance) }
}

/** −4…4 by its part of the largest difference; 0 where it may be chance. */
export function differenceShade(difference: Difference | null, largest: number): number {
  if (difference === null || difference.isClear === false || largest <= 0) return 0
  const part = Math.ceil((Math.abs(difference.value) / largest) * DARKEST_DIFFERENCE)
  return Math.sign(difference.value) * Math.min(DARKEST_DIFFERENCE, part)
}

export function largestDifference(before: TeamWindow, after: TeamWindow, show: TeamShow): number {
  return Math.max(0, ...allHours((hour) => Math.abs(hourDifference(before, after, show, hour)?.value ?? 0)))
}

/** Decimals with which values of this size are read at a glance. */
export function digitsFor(show: TeamShow, largest: number): number {
  if (show === 'once') return 2
  return largest < 20 ? 1 : 0
}

export function allHours<Value>(valueOf: (hour: number) => Value): Value[] {
  return Array.from({ length: 168 }, (_, hour) => valueOf(hour))
}
