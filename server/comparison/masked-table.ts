import type { Day } from '../periods/day.ts'
import { dayNumberOf } from '../periods/day.ts'

/** Days that are not used, by number of day (see `dayNumberOf`). */
export type MaskedTable = {
  first: number
  masked: Uint8Array
  /** How many of the seven days from each day on are not used, from six days before the first. */
  inWeek: Uint8Array
}

const DAYS_OF_WEEK = 7
const tables = new WeakMap<ReadonlySet<Day>, MaskedTable>()

/** The set may not change afterwards. */
export function maskedTableOf(maskedDays: ReadonlySet<Day>): MaskedTable {
  let table = tables.get(maskedDays)
  if (!table) tables.set(maskedDays, (table = tabulate(maskedDays)))
  return table
}

export function isMasked({ first, masked }: MaskedTable, dayNumber: number): boolean {
  // Outside of the table there is nothing: undefined is no 1.
  return masked[dayNumber - first] === 1
}

/** How many days of the week that begins on a day are not used. */
export function maskedInWeek({ first, inWeek }: MaskedTable, start: number): number {
  const place = start - first + DAYS_OF_WEEK - 1
  return place >= 0 && place < inWeek.length ? inWeek[place] : 0
}

function tabulate(maskedDays: ReadonlySet<Day>): MaskedTable {
  const numbers = [...maskedDays].map(dayNumberOf)
  const first = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)
  const last = numbers.reduce((most, number) => Math.max(most, number), first - 1)
  const masked = new Uint8Array(last - first + 1)
  for (const number of numbers) masked[number - first] = 1
  const inWeek = new Uint8Array(masked.length + DAYS_OF_WEEK - 1)
  masked.forEach((one, place) => {
    for (let i = 0; i < DAYS_OF_WEEK; i++) inWeek[place + i] += one
  })
  return { first, masked, inWeek }
}
