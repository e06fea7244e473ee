import type { IsWorkingDay } from '../../periods/cadence.ts'
import { weekdayOf } from '../../periods/day.ts'
import { koreanHolidays } from '../../settings/korean-holidays.ts'

const SATURDAY = 6

/** Monday to Friday; in Korea without public holidays. */
export function workingDaysOf(zone: string): IsWorkingDay {
  const holidays = new Set(zone === 'Asia/Seoul' ? koreanHolidays : [])
  return (day) => weekdayOf(day) < SATURDAY && !holidays.has(day)
}
