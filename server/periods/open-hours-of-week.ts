import type { OpeningHours } from './opening-hours.ts'

const WEEK_HOURS = 168

/** For each hour of an ordinary week, 0 = Monday 00:00, whether any part of it lies within opening hours. */
export function openHoursOfWeek({ week }: Pick<OpeningHours, 'week'>): boolean[] {
  return Array.from({ length: WEEK_HOURS }, (_, hour) => {
    const opens = (hour % 24) * 60
    return week[Math.floor(hour / 24)].some(([from, to]) => from < opens + 60 && to > opens)
  })
}
