import type { Day } from '../../periods/day.ts'
import { addDays, daysBetween } from '../../periods/day.ts'

type ReadDays<Row> = (id: number, from: Day, to: Day) => Row[]

const BLOCK_DAYS = 91
const FIRST_BLOCK: Day = '2000-01-03'

/** Reads days in blocks of a quarter of a year and keeps them: periods that overlap are read once. */
export function keepBlocks<Row extends { day: Day }>(read: ReadDays<Row>): ReadDays<Row> {
  const kept = new Map<string, Row[]>()
  const blockOf = (id: number, place: number): Row[] => {
    const key = `${id} ${place}`
    const found = kept.get(key)
    if (found) return found
    const from = addDays(FIRST_BLOCK, place * BLOCK_DAYS)
    const rows = read(id, from, addDays(from, BLOCK_DAYS))
    kept.set(key, rows)
    return rows
  }
  return (id, from, to) => {
    const placeOf = (day: Day) => Math.floor(daysBetween(FIRST_BLOCK, day) / BLOCK_DAYS)
    const first = placeOf(from)
    const blocks = Math.max(0, placeOf(addDays(to, -1)) - first + 1)
    return Array.from({ length: blocks }, (_, i) => blockOf(id, first + i))
      .flat()
      .filter(({ day }) => day >= from && day < to)
  }
}
