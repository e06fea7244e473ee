const DAYS = 7
const HOURS = 24
/** Of how many hours a stretch is; nobody plans a shift around one. */
export const STRETCH_HOURS = 2
/** A stretch of another weekday counts as busy as the busiest from this share of it on. */
const ALIKE = 0.85
/** Fewer conversations say nothing about two hours out of a week. */
const LEAST_CONVERSATIONS = 100
/** One or two Mondays are no rule. */
const LEAST_WEEKS = 4
/** One stretch in 84 differs by as much by chance about once in 25 comparisons. */
const CLEARLY = 3.5

/** Counts by hour of the week, and how many Mondays … Sundays they were added up over. */
export type CountsByHour = { counts: readonly number[]; weekdays: readonly number[] }
/** Weekdays 0 = Monday … 6 = Sunday, hours 0…22. */
export type Stretch = { weekdays: number[]; startHour: number }
export type BusyStretch = Stretch & {
  /** Conversations each time, on average over its weekdays. */
  each: number
  /** The same on the busiest of them. */
  most: number
}

/** The mean count in two hours of one weekday; null where no such day was used. */
export function meanOfStretch(
  { counts, weekdays }: CountsByHour,
  weekday: number,
  startHour: number,
): number | null {
  if (weekdays[weekday] === 0) return null
  return sumOfStretch(counts, weekday, startHour) / weekdays[weekday]
}

/**
 * The two hours of the week in which most conversations begin, with the other weekdays on which nearly as many do at that
 * time; null where there are too few to tell.
 */
export function busiestStretch(by: CountsByHour): BusyStretch | null {
  if (Math.max(...by.weekdays) < LEAST_WEEKS) return null
  if (by.counts.reduce((sum, count) => sum + count, 0) < LEAST_CONVERSATIONS) return null
  let best: { startHour: number; each: number } | null = null
  for (const { weekday, startHour } of stretches(1)) {
    const each = meanOfStretch(by, weekday, startHour)
    if (each !== null && each > (best?.each ?? 0)) best = { startHour, each }
  }
  if (best === null) return null
  const { startHour, each } = best
  const weekdays = Array.from({ length: DAYS }, (_, weekday) => weekday).filter(
    (weekday) => (meanOfStretch(by, weekday, startHour) ?? 0) >= each * ALIKE,
  )
  return { weekdays, startHour, each: meanOver(by, { weekdays, startHour }), most: each }
}

/** The mean of a stretch over its weekdays; days that were not used are left aside. */
export function meanOver(by: CountsByHour, { weekdays, startHour }: Stretch): number {
  const used = weekdays.filter((weekday) => by.weekdays[weekday] > 0)
  const count = used.reduce((sum, weekday) => sum + sumOfStretch(by.counts, weekday, startHour), 0)
  const times = used.reduce((sum, weekday) => sum + by.weekdays[weekday], 0)
  return times === 0 ? 0 : count / times
}

/**
 * The two hours that changed most, by how many conversations each time; null where none changed by more than chance would
 * change one of the week's stretches. Assumes that conversations arrive independently of each other.
 */
export function mostChangedStretch(
  before: CountsByHour,
  after: CountsByHour,
): (Stretch & { each: number }) | null {
  let most: (Stretch & { each: number }) | null = null
  for (const { weekday, startHour } of stretches(STRETCH_HOURS)) {
    const [was, is] = [before, after].map((by) => meanOfStretch(by, weekday, startHour))
    if (was === null || is === null) continue
    const variance = was / before.weekdays[weekday] + is / after.weekdays[weekday]
    const each = is - was
    if (Math.abs(each) <= CLEARLY * Math.sqrt(variance) || Math.abs(each) < 1) continue
    if (Math.abs(each) > Math.abs(most?.each ?? 0)) most = { weekdays: [weekday], startHour, each }
  }
  return most
}

function stretches(step: number): { weekday: number; startHour: number }[] {
  const all: { weekday: number; startHour: number }[] = []
  for (let weekday = 0; weekday < DAYS; weekday++)
    for (let startHour = 0; startHour + STRETCH_HOURS <= HOURS; startHour += step)
      all.push({ weekday, startHour })
  return all
}

function sumOfStretch(counts: readonly number[], weekday: number, startHour: number): number {
  let sum = 0
  for (let hour = 0; hour < STRETCH_HOURS; hour++) sum += counts[weekday * HOURS + startHour + hour] ?? 0
  return sum
}
