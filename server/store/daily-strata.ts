import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readSourceSeconds } from './daily-seconds.ts'
import { keepKnown } from './measures/keep-known.ts'
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

type Columns = { days: string; sources: string; bytes: string; numbers: Buffer | null }

/**
 * A measure of a brand by kind of conversation, oldest day first; of the same days and sources as its daily sums. All
 * days come as one piece of memory, of which each is a stretch: row by row it would take several times as long.
 */
export function readDailyStrata(db: Database, brandId: number, measure: Measure): StrataOfDay[] {
  const columns = statement<Columns>(
    db,
    `select json_group_array(day) as days, json_group_array(source) as sources,
       json_group_array(length(numbers)) as bytes, cast(group_concat(numbers, '') as blob) as numbers
     from (select day, source, numbers from rollup_strata
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric: measure.key })
  if (!columns?.numbers) return []
  const sources = JSON.parse(columns.sources) as string[]
  const bytes = JSON.parse(columns.bytes) as number[]
  const all = numbersOf(columns.numbers)
  const seconds = new Map(
    readSourceSeconds(db, brandId, measure.key).map((one) => [`${one.day} ${one.source}`, one.seconds]),
  )
  let start = 0
  const days = (JSON.parse(columns.days) as Day[]).map((day, i): StrataOfDay => {
    const from = start
    start += bytes[i] / Uint32Array.BYTES_PER_ELEMENT
    const source = sources[i]
    const numbers = all.subarray(from, start)
    return { day, source, numbers, seconds: seconds.get(`${day} ${source}`) ?? null }
  })
  return keepKnown(db, brandId, measure, days)
}

/** A copy only where the bytes of a row lie where numbers may not. */
function numbersOf(bytes: Buffer): Uint32Array {
  const size = Uint32Array.BYTES_PER_ELEMENT
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / size)
}
