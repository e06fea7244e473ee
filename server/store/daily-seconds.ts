import type { Day } from '../periods/day.ts'
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

/** Every duration of a metric of a brand in seconds, by brand-local day, ascending, sources together. */
export function readDailySeconds(db: Database, brandId: number, metric: string): Map<Day, Float64Array> {
  const byDay = new Map<Day, Float64Array>()
  for (const { day, seconds } of readSourceSeconds(db, brandId, metric)) {
    const known = byDay.get(day)
    byDay.set(day, known ? merged(known, seconds) : seconds)
  }
  return byDay
}

/**
 * The same of each source, oldest day first. All days come as one piece of memory, of which each is a stretch: row by row
 * it would take several times as long.
 */
export function readSourceSeconds(
  db: Database,
  brandId: number,
  metric: string,
): Pick<DailySeconds, 'day' | 'source' | 'seconds'>[] {
  const columns = statement<{ days: string; sources: string; bytes: string; seconds: Buffer | null }>(
    db,
    `select json_group_array(day) as days, json_group_array(source) as sources,
       json_group_array(length(seconds)) as bytes, cast(group_concat(seconds, '') as blob) as seconds
     from (select day, source, seconds from rollup_duration
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric })
  if (!columns?.seconds) return []
  const sources = JSON.parse(columns.sources) as string[]
  const bytes = JSON.parse(columns.bytes) as number[]
  const all = floatsOf(columns.seconds)
  let start = 0
  return (JSON.parse(columns.days) as Day[]).map((day, i) => {
    const from = start
    start += bytes[i] / Float64Array.BYTES_PER_ELEMENT
    return { day, source: sources[i], seconds: all.subarray(from, start) }
  })
}

/** A copy only where the bytes of a row lie where floats may not. */
function floatsOf(bytes: Buffer): Float64Array {
  const size = Float64Array.BYTES_PER_ELEMENT
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
  return new Float64Array(aligned.buffer, aligned.byteOffset, bytes.length / size)
}

function merged(one: Float64Array, other: Float64Array): Float64Array {
  const all = new Float64Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all.sort()
}
