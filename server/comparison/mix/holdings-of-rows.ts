import type { Day } from '../../periods/day.ts'
import type { Stratum } from '../../store/measures/index.ts'
import { together } from '../../statistics/together.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { Holdings } from './holdings.ts'
import { createTally, keepHoldings } from './holdings.ts'
import type { StratumDay } from './read-strata.ts'

type NumberedRow = { row: StratumDay; kind: number }

/** Rows as they were read, put together by kind for any days. */
export function holdingsOfRows(rows: readonly StratumDay[]): Holdings {
  const strata: Stratum[] = []
  const numbers = new Map<string, number>()
  const byDay = new Map<Day, NumberedRow[]>()
  for (const row of rows) {
    const { language, topic, hourBlock, isWeekend } = row.stratum
    const key = JSON.stringify([language, topic, hourBlock, isWeekend])
    let kind = numbers.get(key)
    if (kind === undefined) numbers.set(key, (kind = strata.push(row.stratum) - 1))
    const own = byDay.get(row.day)
    if (own) own.push({ row, kind })
    else byDay.set(row.day, [{ row, kind }])
  }
  const rowsOver = (days: readonly Day[]) => days.flatMap((day) => byDay.get(day) ?? [])
  const tally = createTally(strata.length)
  return keepHoldings({
    strata,
    countsOver(days) {
      for (const { row, kind } of rowsOver(days)) tally.add(kind, row.n, row.numerator)
      return tally.take()
    },
    durationsOver: (days) => durationsOf(rowsOver(days)),
  })
}

function durationsOf(rows: readonly NumberedRow[]): KindDurations {
  const lists: Float64Array[] = []
  const kinds: Uint32Array[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { row, kind } of rows) {
    if (row.seconds === null) continue
    starts.push(ends.at(-1) ?? 0)
    ends.push((ends.at(-1) ?? 0) + row.seconds.length)
    lists.push(Float64Array.from(row.seconds).sort())
    kinds.push(new Uint32Array(row.seconds.length).fill(kind))
  }
  return { seconds: together(lists), kinds: Uint32Array.from(together(kinds)), starts, ends }
}
