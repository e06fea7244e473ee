import type { MetricKey } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import type { StrataOfDay } from '../../store/daily-strata.ts'
import { readDailyStrata } from '../../store/daily-strata.ts'
import type { Database } from '../../store/database.ts'
import type { Stratum } from '../../store/measures/index.ts'
import { measures } from '../../store/measures/index.ts'
import { readStrata } from '../../store/strata.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import type { Holding, Holdings, KindDurations } from './holdings.ts'
import { keepHoldings, mergeDurations, tally } from './holdings.ts'
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
    const own = byDay.get(one.day)
    if (own) own.push(one)
    else byDay.set(one.day, [one])
  }
  return keepHoldings({
    strata,
    over: (days) =>
      together(
        strata,
        days.flatMap((day) => byDay.get(day) ?? []),
      ),
  })
}

function together(strata: readonly (Stratum | undefined)[], days: readonly StrataOfDay[]): Holding {
  const { add, ...sums } = tally()
  const lists: KindDurations[] = []
  for (const { numbers, seconds } of days) {
    if (seconds === null) {
      for (let i = 0; i + 2 < numbers.length; i += 3)
        if (strata[numbers[i]]) add(numbers[i], numbers[i + 1], numbers[i + 2])
      continue
    }
    const list = ofKnownKind(strata, { seconds, kinds: numbers })
    for (const kind of list.kinds) add(kind, 1, 0)
    lists.push(list)
  }
  return { ...sums, durations: mergeDurations(lists) }
}

/** Nearly always all of them. */
function ofKnownKind(strata: readonly (Stratum | undefined)[], all: KindDurations): KindDurations {
  const { seconds, kinds } = all
  const isKnown = (kind: number) => strata[kind] !== undefined
  if (kinds.every(isKnown)) return all
  return { seconds: seconds.filter((_, i) => isKnown(kinds[i])), kinds: kinds.filter(isKnown) }
}
