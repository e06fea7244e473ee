import type { MetricKey } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import type { StrataOfDay } from '../../store/daily-strata.ts'
import { readDailyStrata } from '../../store/daily-strata.ts'
import type { Database } from '../../store/database.ts'
import { measures } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import { readStrata } from '../../store/strata.ts'
import { sourcesOf } from '../mix/read-strata.ts'
import type { DayHashes } from './day-hashes.ts'
import { hashDays } from './day-hashes.ts'

export type KindsBefore = (brandId: number, metric: MetricKey, family: CsatFamily | null, day: Day) => string

/**
 * The same text only where a brand's metric holds the same by kind of conversation on every day before this one. A kind
 * keeps its number for ever; that a number has become one of a kind is part of the text.
 */
export function kindsHasher(db: Database): KindsBefore {
  const strata = readStrata(db)
  const known = new Map<string, DayHashes>()
  return (brandId, metric, family, day) => {
    const key = `${brandId} ${metric} ${family}`
    let hashes = known.get(key)
    if (!hashes) known.set(key, (hashes = hashKinds(readKinds(db, brandId, metric, family), strata)))
    return hashes.before(day)
  }
}

function readKinds(
  db: Database,
  brandId: number,
  metric: MetricKey,
  family: CsatFamily | null,
): StrataOfDay[] {
  const measure = measures.get(measureKeyOf(metric))
  const rows = measure === undefined ? [] : readDailyStrata(db, brandId, measure)
  return family === null ? rows : rows.filter(({ source }) => sourcesOf[family].includes(source))
}

function hashKinds(rows: readonly StrataOfDay[], strata: ReadonlyMap<number, unknown>): DayHashes {
  const byDay = new Map<Day, StrataOfDay[]>()
  for (const row of rows) {
    const own = byDay.get(row.day)
    if (own) own.push(row)
    else byDay.set(row.day, [row])
  }
  return hashDays(byDay, (sources, feed) => {
    for (const { numbers, seconds } of sources) {
      feed.whole(numbers.length)
      // Of a share every third number is a kind, of a duration each is.
      const step = seconds === null ? 3 : 1
      for (let i = 0; i < numbers.length; i++) {
        feed.whole(numbers[i])
        if (i % step === 0) feed.whole(strata.has(numbers[i]) ? 1 : 0)
      }
      for (let i = 0; seconds !== null && i < seconds.length; i++) feed.number(seconds[i])
    }
  })
}
