import type { TeamWindow, WorkByHour } from '../../contract-team.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { agentHoursOfWeek } from '../../metrics/team/agent-hours-of-week.ts'
import type { Day, Period } from '../../periods/day.ts'
import { addDays, weekdayOf } from '../../periods/day.ts'
import { holidaysOf } from '../../settings/brand-hours.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import type { Database } from '../../store/database.ts'
import { readStartedByHour } from '../../store/hours-of-week.ts'
import type { EngagementCover } from '../../store/measures/team/engagement-cover.ts'
import { daysNotHeld, readEngagementCover } from '../../store/measures/team/engagement-cover.ts'
import { readWorkPieces } from '../../store/measures/team/work-pieces.ts'
import type { RedDays } from '../../store/red-days.ts'
import { readRedDays, redDaysOf } from '../../store/red-days.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { weeksOf } from './team-windows.ts'

const HOURS = 168

/** What is known of a brand's days, read once for both sides of the move. */
export type TeamDaysKnown = {
  zone: string
  closed: ReadonlySet<Day>
  red: RedDays
  cover: EngagementCover
  notHeld: ReadonlySet<Day>
}

export function readTeamDaysKnown(db: Database, brandId: number): TeamDaysKnown {
  const settings = brandSettingsOf(readAccountSettings(db), brandId)
  const cover = readEngagementCover(db, brandId, settings.zone)
  return {
    zone: settings.zone,
    closed: new Set(holidaysOf(settings)),
    red: readRedDays(db, brandId, settings.zone),
    cover,
    notHeld: daysNotHeld(cover),
  }
}

/** Days whose conversations are in no hour: the brand was closed, or Zendesk counts others. */
export function daysWithoutCount({ closed, red }: Pick<TeamDaysKnown, 'closed' | 'red'>): Set<Day> {
  return new Set([...closed, ...redDaysOf(red, metricOf('demand').streams)])
}

/** The hours of the week of one stretch of whole weeks. */
export function readTeamWindow(
  db: Database,
  brandId: number,
  period: Period,
  known: TeamDaysKnown,
): TeamWindow {
  const days = daysOf(period)
  const uncounted = daysWithoutCount(known)
  const openDays = days.filter((day) => !known.closed.has(day))
  const used = new Set(days.filter((day) => !uncounted.has(day)))
  const started = readStartedByHour(db, brandId, period).filter(({ day }) => used.has(day))
  const byHour = (of: 'conversations' | 'forPeople') =>
    sumsByHour(started.map((row) => [row.hourOfWeek, row[of]]))
  const served = days.flatMap((day) => known.cover.get(day) ?? [])
  return {
    ...period,
    weeks: weeksOf(period),
    weekdays: weekdaysOf(used),
    daysClosed: days.length - openDays.length,
    daysRed: openDays.length - used.size,
    conversations: byHour('conversations'),
    forPeople: byHour('forPeople'),
    outsideHours: {
      n: started.reduce((sum, row) => sum + row.knownHours, 0),
      outside: started.reduce((sum, row) => sum + row.outside, 0),
    },
    work: readWork(db, brandId, period, openDays, known),
    cover: {
      served: served.reduce((sum, day) => sum + day.served, 0),
      held: served.reduce((sum, day) => sum + day.held, 0),
    },
  }
}

function readWork(
  db: Database,
  brandId: number,
  period: Period,
  openDays: readonly Day[],
  { zone, red, notHeld }: TeamDaysKnown,
): WorkByHour | null {
  const redDays = redDaysOf(red, metricOf('concurrency').streams)
  const used = new Set(openDays.filter((day) => !redDays.has(day) && !notHeld.has(day)))
  const pieces = readWorkPieces(db, brandId, period, zone).filter(({ day }) => used.has(day))
  if (pieces.length === 0) return null
  const hours = agentHoursOfWeek(pieces, zone)
  const byHour = (of: 'engagements' | 'engagedSeconds' | 'agentSeconds') =>
    sumsByHour(hours.map((hour) => [hour.hourOfWeek, hour[of]]))
  return {
    weekdays: weekdaysOf(used),
    daysLeftOut: openDays.length - used.size,
    agents: new Set(pieces.map(({ agentId }) => agentId)).size,
    engagements: byHour('engagements'),
    engagedSeconds: byHour('engagedSeconds'),
    agentSeconds: byHour('agentSeconds'),
  }
}

function sumsByHour(numbers: readonly (readonly [hour: number, amount: number])[]): number[] {
  const sums = Array.from({ length: HOURS }, () => 0)
  for (const [hour, amount] of numbers) sums[hour] += amount
  return sums
}

function weekdaysOf(days: Iterable<Day>): number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (const day of days) counts[weekdayOf(day) - 1] += 1
  return counts
}

function daysOf({ from, to }: Period): Day[] {
  const days: Day[] = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day)
  return days
}
