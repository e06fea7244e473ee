import { addDays, daysBetween, mondayOf, weekdayOf } from '../../../server/periods/day.ts'
import { dayOf, instantOf } from '../../../server/periods/zone.ts'
import { koreanHolidays } from '../../../server/settings/korean-holidays.ts'

const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS
export const homeZone = 'Asia/Seoul'
export const openingHour = 9
export const closingHour = 18

/** One local day of a brand. `index` counts from the anchor's Monday: negative before it. */
export type WorldDay = {
  index: number
  /** Local midnight as noon less twelve hours, so that hours keep their meaning on days of clock changes. */
  startsAt: number
  weekday: number
  isHoliday: boolean
  isOpen: boolean
}

/** Monday 00:00 in Seoul of the week of `now`: what the story is told from. */
export function anchorOf(now: number): number {
  return instantOf(mondayOf(dayOf(now, homeZone)), 0, homeZone)
}

/** Local days of a zone from `fromIndex` up to, not including, `toIndex`. */
export function worldDays(anchor: number, zone: string, fromIndex: number, toIndex: number): WorldDay[] {
  const monday = dayOf(anchor, homeZone)
  const holidays = new Set(zone === homeZone ? koreanHolidays : [])
  return Array.from({ length: toIndex - fromIndex }, (_, i) => {
    const day = addDays(monday, fromIndex + i)
    const isHoliday = holidays.has(day)
    const weekday = weekdayOf(day)
    return {
      index: fromIndex + i,
      startsAt: instantOf(day, 12 * HOUR_MS, zone) - 12 * HOUR_MS,
      weekday,
      isHoliday,
      isOpen: weekday <= 5 && !isHoliday,
    }
  })
}

/** Index of the local day of an instant. */
export function dayIndexOf(anchor: number, zone: string, instant: number): number {
  return daysBetween(dayOf(anchor, homeZone), dayOf(instant, zone))
}

/** Things happen on the Tuesday of the week that many weeks before the anchor. */
export function tuesdayIndex(weeksAgo: number): number {
  return 1 - 7 * weeksAgo
}
