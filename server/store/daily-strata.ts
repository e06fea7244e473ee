import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { floatsOf } from './daily-seconds.ts'
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

/** A measure of a brand by kind of conversation, oldest day first; of the same days and sources as its daily sums. */
export function readDailyStrata(db: Database, brandId: number, measure: Measure): StrataOfDay[] {
  const rows = statement<{ day: Day; source: string; numbers: Buffer; seconds: Buffer | null }>(
    db,
    `select s.day, s.source, s.numbers, d.seconds from rollup_strata s
     left join rollup_duration d on d.brand_id = s.brand_id and d.metric = s.metric and d.day = s.day and d.source = s.source
     where s.brand_id = :brandId and s.metric = :metric order by s.day, s.source`,
  ).all({ brandId, metric: measure.key })
  return keepKnown(db, brandId, measure, rows).map(({ day, source, numbers, seconds }) => ({
    day,
    source,
    numbers: numbersOf(numbers),
    seconds: seconds && floatsOf(seconds),
  }))
}

/** A copy only where the bytes of a row lie where numbers may not. */
function numbersOf(bytes: Buffer): Uint32Array {
  const size = Uint32Array.BYTES_PER_ELEMENT
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / size)
}
