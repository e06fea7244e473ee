import type { MetricKey } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { StrataOfDay } from '../../store/daily-strata.ts'
import { readDailyStrata } from '../../store/daily-strata.ts'
import type { Database } from '../../store/database.ts'
import type { Stratum } from '../../store/measures/index.ts'
import { measures } from '../../store/measures/index.ts'
import { readStrata } from '../../store/strata.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import type { Holding, Holdings } from './holdings.ts'
import { keepHoldings, tally } from './holdings.ts'
import { sourcesOf } from './read-strata.ts'

/** A brand's metric by kind of conversation, of one family of questions for satisfaction. */
export type ReadHoldings = (brandId: number, metric: MetricKey, family: CsatFamily | null) => Holdings

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
  const wanted = family === null ? null : sourcesOf[family]
  const byDay = new Map<Day, StrataOfDay[]>()
  for (const one of measure === undefined ? [] : readDailyStrata(db, brandId, measure)) {
    if (wanted !== null && !wanted.includes(one.source)) continue
    const known = ofKnownKinds(strata, one)
    const own = byDay.get(one.day)
    if (own) own.push(known)
    else byDay.set(one.day, [known])
  }
  return keepHoldings({ strata, over: (days) => together(byDay, days) })
}

function together(byDay: ReadonlyMap<Day, readonly StrataOfDay[]>, days: readonly Day[]): Holding {
  const { add, ...sums } = tally()
  const durations: KindDurations[] = []
  for (const day of days)
    for (const { numbers, seconds } of byDay.get(day) ?? []) {
      if (seconds === null) {
        for (let i = 0; i + 2 < numbers.length; i += 3) add(numbers[i], numbers[i + 1], numbers[i + 2])
      } else {
        for (let i = 0; i < numbers.length; i++) add(numbers[i], 1, 0)
        durations.push({ seconds, kinds: numbers })
      }
    }
  return { ...sums, durations }
}

/** Without kinds whose meaning is gone; nearly always all of them are known. */
function ofKnownKinds(strata: readonly (Stratum | undefined)[], day: StrataOfDay): StrataOfDay {
  const { numbers, seconds } = day
  const step = seconds === null ? 3 : 1
  const isKnown = (i: number) => strata[numbers[i - (i % step)]] !== undefined
  let known = 0
  while (known < numbers.length && isKnown(known)) known += step
  if (known >= numbers.length) return day
  return {
    ...day,
    numbers: numbers.filter((_, i) => isKnown(i)),
    seconds: seconds && seconds.filter((_, i) => isKnown(i)),
  }
}
