import type { PageWindow } from '../../contract-bot.ts'
import type { Day, Period } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import { dayOf } from '../../periods/zone.ts'
import type { AccountSettings } from '../../settings/account-settings.ts'
import { holidaysOf } from '../../settings/brand-hours.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import type { BrandRow } from '../../store/brands.ts'
import { readDailySums } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'
import { channelDaysOf } from '../channel-days.ts'
import { silentDays } from '../silent-days.ts'
import { daysOf } from '../windows.ts'

export type UsedDays = { isUsed: (day: Day) => boolean; daysLeftOut: number }

const WEEK = 7
/** As in the report: a week with fewer days does not count. */
const LEAST_DAYS = 5

/**
 * The days of a window that count: not closed, not without data although some was to be expected, and where the report
 * compares weeks not of a week with too few such days.
 */
export function usedDays(
  db: Database,
  brand: BrandRow,
  settings: AccountSettings,
  window: PageWindow,
  now: number,
): UsedDays {
  const own = brandSettingsOf(settings, brand.id)
  const channelDays = channelDaysOf(readDailySums(db, brand.id, 'demand'))
  const demand = new Map(channelDays.map(({ day, chat, messaging }) => [day, chat + messaging]))
  const [first] = channelDays
  const silent = first ? silentDays(demand, first.day, dayOf(now, own.zone)) : []
  const { from, to } = window
  const isWithin = (day: Day) => day >= from && day < to
  const masked = new Set([...holidaysOf(own), ...silent].filter(isWithin))
  if (window.chosen === 'compared') for (const day of daysOfShortWeeks(window, masked)) masked.add(day)
  return { isUsed: (day) => isWithin(day) && !masked.has(day), daysLeftOut: masked.size }
}

/** Weeks are counted from the window's first day, as the report counts them from the move. */
function daysOfShortWeeks({ from, to }: Period, masked: ReadonlySet<Day>): Day[] {
  const short: Day[] = []
  for (let week = from; week < to; week = addDays(week, WEEK)) {
    const days = daysOf({ from: week, to: addDays(week, WEEK) })
    if (days.filter((day) => !masked.has(day)).length < LEAST_DAYS) short.push(...days)
  }
  return short
}
