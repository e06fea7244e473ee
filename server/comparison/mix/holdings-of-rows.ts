import type { Day } from '../../periods/day.ts'
import type { Stratum } from '../../store/measures/index.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { Holding, Holdings } from './holdings.ts'
import { keepHoldings, tally } from './holdings.ts'
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
  return keepHoldings({
    strata,
    over: (days) => together(days.flatMap((day) => byDay.get(day) ?? [])),
  })
}

function together(rows: readonly NumberedRow[]): Holding {
  const { add, ...sums } = tally()
  const durations: KindDurations[] = []
  for (const { row, kind } of rows) {
    add(kind, row.n, row.numerator)
    if (row.seconds === null) continue
    durations.push({
      seconds: Float64Array.from(row.seconds).sort(),
      kinds: new Uint32Array(row.seconds.length).fill(kind),
    })
  }
  return { ...sums, durations }
}
