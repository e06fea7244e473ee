import type { MetricKey } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import type { KindCounts } from '../../statistics/standardised-kinds.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { StrataColumns } from '../../store/daily-strata.ts'
import { readStrataColumns } from '../../store/daily-strata.ts'
import type { Database } from '../../store/database.ts'
import type { Stratum } from '../../store/measures/index.ts'
import { measures } from '../../store/measures/index.ts'
import { knownDays } from '../../store/measures/keep-known.ts'
import { readStrata } from '../../store/strata.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import { numbersOf } from '../windows.ts'
import type { Holdings, Tally } from './holdings.ts'
import { createTally, keepHoldings } from './holdings.ts'
import type { DaysOfKinds } from './kind-sums.ts'
import { createKindSums } from './kind-sums.ts'
import { sourcesOf } from './read-strata.ts'

/** A brand's metric by kind of conversation, of one family of questions for satisfaction. */
export type ReadHoldings = (brandId: number, metric: MetricKey, family: CsatFamily | null) => Holdings

const noDurations: KindDurations = {
  seconds: new Float64Array(0),
  kinds: new Uint32Array(0),
  starts: [],
  ends: [],
}

/**
 * From what is summed day by day. What was read of a metric is kept until another metric is asked for: brands are
 * compared with the same brands again and again. It speaks of the database as it was; whoever asks later begins anew.
 */
export function storedHoldings(db: Database): ReadHoldings {
  const strata: (Stratum | undefined)[] = []
  for (const [id, stratum] of readStrata(db)) strata[id] = stratum
  let kept: { of: string; byBrand: Map<number, Holdings> } | null = null
  return (brandId, metric, family) => {
    const of = `${metric} ${family}`
    if (kept?.of !== of) kept = { of, byBrand: new Map() }
    let holdings = kept.byBrand.get(brandId)
    if (!holdings) kept.byBrand.set(brandId, (holdings = holdingsOf(db, strata, brandId, metric, family)))
    return holdings
  }
}

function holdingsOf(
  db: Database,
  strata: readonly (Stratum | undefined)[],
  brandId: number,
  metric: MetricKey,
  family: CsatFamily | null,
): Holdings {
  const measure = measures.get(measureKeyOf(metric))
  const tally = createTally(strata.length)
  if (measure === undefined)
    return keepHoldings({ strata, countsOver: () => tally.take(), durationsOver: () => noDurations })
  const columns = ofKnownKinds(strata, readStrataColumns(db, brandId, measure))
  const isKnown = columns.days.length === 0 ? null : knownDays(db, brandId, measure)
  const wanted = family === null ? null : sourcesOf[family]
  const isUsed = Uint8Array.from(columns.days, (day, row) => {
    const source = columns.sources[columns.sourceOf[row]]
    return (wanted === null || wanted.includes(source)) && (isKnown === null || isKnown(day, source)) ? 1 : 0
  })
  const rows = { ...columns, isUsed, ...rowsOfDays(columns.days) }
  const holdings = keepHoldings({
    strata,
    countsOver: (days) => countsOf(tally, rows, days),
    durationsOver: (days) => durationsOf(rows, days),
  })
  const totalsOver = createKindSums(daysOfKinds(rows), strata.length)
  return { ...holdings, totalsOver: (weeks) => totalsOver(weeks) ?? holdings.totalsOver(weeks) }
}

/** The rows of each day from a first one on: where they begin, and after the last where they end. */
type DayRows = { first: number; rowsFrom: Int32Array }

/** @param days ascending */
function rowsOfDays(days: Int32Array): DayRows {
  const first = days[0] ?? 0
  const size = days.length === 0 ? 0 : days[days.length - 1] - first + 1
  const rowsFrom = new Int32Array(size + 1)
  for (const day of days) rowsFrom[day - first + 1] += 1
  for (let place = 1; place <= size; place++) rowsFrom[place] += rowsFrom[place - 1]
  return { first, rowsFrom }
}

type Rows = StrataColumns & DayRows & { isUsed: Uint8Array }

function countsOf(tally: Tally, rows: Rows, days: readonly Day[]): KindCounts {
  const { numbers, starts } = rows
  const isOfDurations = rows.seconds !== null
  forEachRow(rows, days, (row) => {
    if (isOfDurations) tally.addEach(numbers, starts[row], starts[row + 1])
    else
      for (let i = starts[row]; i + 2 < starts[row + 1]; i += 3)
        tally.add(numbers[i], numbers[i + 1], numbers[i + 2])
  })
  return tally.take()
}

function daysOfKinds(rows: Rows): DaysOfKinds {
  const { first, rowsFrom, numbers, starts, seconds } = rows
  return {
    first,
    days: rowsFrom.length - 1,
    countDay(place, into) {
      forEachRowAt(rows, place, (row) => {
        if (seconds !== null) for (let i = starts[row]; i < starts[row + 1]; i++) into[numbers[i]]++
        else for (let i = starts[row]; i + 2 < starts[row + 1]; i += 3) into[numbers[i]] += numbers[i + 1]
      })
    },
  }
}

function durationsOf(rows: Rows, days: readonly Day[]): KindDurations {
  if (rows.seconds === null) return noDurations
  const starts: number[] = []
  const ends: number[] = []
  forEachRow(rows, days, (row) => {
    starts.push(rows.starts[row])
    ends.push(rows.starts[row + 1])
  })
  return { seconds: rows.seconds, kinds: rows.numbers, starts, ends }
}

function forEachRow(rows: Rows, days: readonly Day[], take: (row: number) => void): void {
  for (const number of numbersOf(days)) forEachRowAt(rows, number - rows.first, take)
}

function forEachRowAt({ rowsFrom, isUsed }: Rows, place: number, take: (row: number) => void): void {
  if (!(place >= 0 && place + 1 < rowsFrom.length)) return
  for (let row = rowsFrom[place]; row < rowsFrom[place + 1]; row++) if (isUsed[row] === 1) take(row)
}

/** Without kinds whose meaning is gone, or was never known. */
function ofKnownKinds(strata: readonly (Stratum | undefined)[], columns: StrataColumns): StrataColumns {
  const { numbers, seconds } = columns
  const isKnown = Uint8Array.from(strata, (stratum) => (stratum === undefined ? 0 : 1))
  const step = seconds === null ? 3 : 1
  let known = 0
  while (known < numbers.length && isKnown[numbers[known]] === 1) known += step
  if (known >= numbers.length) return columns
  const isKept = (_: number, i: number) => isKnown[numbers[i - (i % step)]] === 1
  const starts = new Int32Array(columns.starts.length)
  let kept = 0
  for (let row = 0, i = 0; row + 1 < starts.length; row++) {
    for (; i < columns.starts[row + 1]; i++) if (isKept(0, i)) kept++
    starts[row + 1] = kept
  }
  return { ...columns, starts, numbers: numbers.filter(isKept), seconds: seconds && seconds.filter(isKept) }
}
