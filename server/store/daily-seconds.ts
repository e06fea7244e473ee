import type { Day } from '../periods/day.ts'
import { dayNumbersIn, startsOf, wholeNumbersIn, wordsIn } from './columns.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Every duration of one brand-local day of one source, in any order; Infinity = it has not ended yet. */
export type DailySeconds = {
  brandId: number
  day: Day
  source: string
  metric: string
  seconds: Float64Array
}

/** Puts the durations of a day in place of those that are stored, ascending; of an empty day nothing is kept. */
export function writeDailySeconds(db: Database, { seconds, ...row }: DailySeconds): void {
  if (seconds.length === 0) {
    statement(
      db,
      `delete from rollup_duration
       where brand_id = :brandId and metric = :metric and day = :day and source = :source`,
    ).run(row)
    return
  }
  const ascending = Float64Array.from(seconds).sort()
  statement(
    db,
    `insert into rollup_duration (brand_id, metric, day, source, seconds)
     values (:brandId, :metric, :day, :source, :seconds)
     on conflict (brand_id, metric, day, source) do update set seconds = excluded.seconds`,
  ).run({ ...row, seconds: Buffer.from(ascending.buffer) })
}

/** Every duration of a metric of a brand, one day after the other. */
export type SecondsColumns = {
  /** Days since 1970-01-01, ascending. */
  days: Int32Array
  /** All durations, each day's ascending. */
  values: Float64Array
  /** Where each day's durations begin, and after the last where they end. */
  starts: Int32Array
}

/** Sources of a day together. */
export function readSecondsColumns(db: Database, brandId: number, metric: string): SecondsColumns {
  const { days, values, starts } = readSourceColumns(db, brandId, metric)
  const first = days.map((day, i) => (i === 0 || day !== days[i - 1] ? 1 : 0))
  if (!first.includes(0)) return { days, values, starts }
  const begins = starts.filter((_, i) => i === days.length || first[i] === 1)
  for (let i = 0; i + 1 < begins.length; i++) {
    const own = values.subarray(begins[i], begins[i + 1])
    // Mostly a day has one source, and is in order.
    if (!isAscending(own)) own.sort()
  }
  return { days: days.filter((_, i) => first[i] === 1), values, starts: begins }
}

type Columns = { days: string | null; sources: string; bytes: string; seconds: Buffer | null }
export type SourceColumns = SecondsColumns & { sources: readonly string[]; sourceOf: Uint8Array }

/**
 * Every duration of a metric of a brand, a stretch for each day of each source. All days come as one piece of memory: row
 * by row it would take several times as long.
 */
export function readSourceColumns(db: Database, brandId: number, metric: string): SourceColumns {
  const columns = statement<Columns>(
    db,
    `select group_concat(day, '') as days, group_concat(source, char(10)) as sources,
       group_concat(length(seconds)) as bytes, cast(group_concat(seconds, '') as blob) as seconds
     from (select day, source, seconds from rollup_duration
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric })
  const days = dayNumbersIn(columns?.days ?? '')
  const { words, wordOf } = wordsIn(columns?.sources ?? '', days.length)
  const bytes = wholeNumbersIn(columns?.bytes ?? '', days.length)
  return {
    days,
    sources: words,
    sourceOf: wordOf,
    values: columns?.seconds ? floatsOf(columns.seconds) : new Float64Array(0),
    starts: startsOf(bytes, Float64Array.BYTES_PER_ELEMENT),
  }
}

/** A copy only where the bytes of a row lie where floats may not. */
function floatsOf(bytes: Buffer): Float64Array {
  const size = Float64Array.BYTES_PER_ELEMENT
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
  return new Float64Array(aligned.buffer, aligned.byteOffset, bytes.length / size)
}

function isAscending(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] < values[i - 1]) return false
  return true
}
