import type { Day } from '../periods/day.ts'
import { dayOfNumber } from '../periods/day.ts'
import { dayNumbersIn, startsOf, wholeNumbersIn, wordsIn } from './columns.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { SourceColumns } from './daily-seconds.ts'
import { readSourceColumns } from './daily-seconds.ts'
import { knownDays } from './measures/keep-known.ts'
import type { Measure } from './measures/measure.ts'

/**
 * What one day of one source holds by kind of conversation. Of a duration: its seconds, ascending, and the stratum of
 * each. Otherwise stratum, n and numerator of each kind, one after the other.
 */
export type StrataOfDay = { day: Day; source: string; numbers: Uint32Array; seconds: Float64Array | null }

type BrandDay = { brandId: number; day: Day }

/** Keeps what a day holds by kind of conversation; there must be nothing of that day. */
export function writeDailyStrata(
  db: Database,
  key: BrandDay & { metric: string; source: string },
  numbers: Uint32Array,
): void {
  statement(
    db,
    `insert into rollup_strata (brand_id, metric, day, source, numbers)
     values (:brandId, :metric, :day, :source, :numbers)`,
  ).run({ ...key, numbers: Buffer.from(numbers.buffer) })
}

/** The same of all days, one day of one source after the other. */
export type StrataColumns = {
  /** Days since 1970-01-01, ascending; a day may have several sources. */
  days: Int32Array
  sources: readonly string[]
  /** The place of each row's source among them. */
  sourceOf: Uint8Array
  numbers: Uint32Array
  /** One beside each number, of durations; null of anything else. */
  seconds: Float64Array | null
  /** Where the numbers of each row begin, and after the last where they end. */
  starts: Int32Array
}
type Columns = { days: string | null; sources: string; bytes: string; numbers: Buffer | null }

/** A measure of a brand by kind of conversation, oldest day first; of the same days and sources as its daily sums. */
export function readDailyStrata(db: Database, brandId: number, measure: Measure): StrataOfDay[] {
  const { days, sources, sourceOf, numbers, seconds, starts } = readStrataColumns(db, brandId, measure)
  const isKnown = days.length === 0 ? null : knownDays(db, brandId, measure)
  const rows: StrataOfDay[] = []
  days.forEach((day, i) => {
    const source = sources[sourceOf[i]]
    if (isKnown !== null && !isKnown(day, source)) return
    rows.push({
      day: dayOfNumber(day),
      source,
      numbers: numbers.subarray(starts[i], starts[i + 1]),
      seconds: seconds && seconds.subarray(starts[i], starts[i + 1]),
    })
  })
  return rows
}

/**
 * The same in columns, whatever is known of the days (see `knownDays`). All days come as one piece of memory: row by row
 * it would take several times as long.
 */
export function readStrataColumns(
  db: Database,
  brandId: number,
  { key }: Pick<Measure, 'key'>,
): StrataColumns {
  const columns = statement<Columns>(
    db,
    `select group_concat(day, '') as days, group_concat(source, char(10)) as sources,
       group_concat(length(numbers)) as bytes, cast(group_concat(numbers, '') as blob) as numbers
     from (select day, source, numbers from rollup_strata
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric: key })
  const days = dayNumbersIn(columns?.days ?? '')
  const { words, wordOf } = wordsIn(columns?.sources ?? '', days.length)
  const bytes = wholeNumbersIn(columns?.bytes ?? '', days.length)
  const rows = {
    days,
    sources: words,
    sourceOf: wordOf,
    numbers: columns?.numbers ? numbersOf(columns.numbers) : new Uint32Array(0),
    starts: startsOf(bytes, Uint32Array.BYTES_PER_ELEMENT),
  }
  const durations = readSourceColumns(db, brandId, key)
  return { ...rows, seconds: durations.days.length === 0 ? null : secondsBeside(rows, durations) }
}

/** Both are written together, for the same days and sources: mostly the one stands beside the other as it is. */
function secondsBeside(rows: Omit<StrataColumns, 'seconds'>, durations: SourceColumns): Float64Array {
  const { days, sources, sourceOf, starts } = rows
  if (isSame(days, durations.days) && isSame(starts, durations.starts)) return durations.values
  const placeOf = new Map(
    Array.from(durations.days, (day, i) => [`${day} ${durations.sources[durations.sourceOf[i]]}`, i]),
  )
  const seconds = new Float64Array(rows.numbers.length)
  days.forEach((day, i) => {
    const place = placeOf.get(`${day} ${sources[sourceOf[i]]}`)
    if (place === undefined) return
    const own = durations.values.subarray(durations.starts[place], durations.starts[place + 1])
    seconds.set(own.subarray(0, starts[i + 1] - starts[i]), starts[i])
  })
  return seconds
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((number, i) => number === other[i])
}

/** A copy only where the bytes of a row lie where numbers may not. */
function numbersOf(bytes: Buffer): Uint32Array {
  const size = Uint32Array.BYTES_PER_ELEMENT
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / size)
}
