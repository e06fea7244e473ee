import type { OpeningHours } from '../periods/opening-hours.ts'
import type { BrandSettings } from './account-settings.ts'
import { koreanHolidays } from './korean-holidays.ts'

/** Opening hours in the form the arithmetic uses. */
export function openingHoursOf(brand: BrandSettings): OpeningHours {
  const { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = brand.openingHours
  return {
    zone: brand.zone,
    week: [monday, tuesday, wednesday, thursday, friday, saturday, sunday].map((spans) =>
      spans.map(([opens, closes]) => [minutesOf(opens), minutesOf(closes)] as const),
    ),
    holidays: new Set(holidaysOf(brand)),
  }
}

/** Days on which the brand is closed by calendar or by its own list. */
export function holidaysOf(brand: BrandSettings): readonly string[] {
  return [...(brand.holidayCalendar === 'KR' ? koreanHolidays : []), ...brand.closedDays]
}

function minutesOf(clockTime: string): number {
  const [hours, minutes] = clockTime.split(':').map(Number)
  return hours * 60 + minutes
}
