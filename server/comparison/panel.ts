import type { MetricKey } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import { restsOnEngagements } from '../metrics/team/team-metrics.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import { redDaysOf } from '../store/red-days.ts'
import type { BrandFacts, MetricFacts } from './brand-facts.ts'
import type { HistoryState } from './history.ts'
import { firstCoveredDay, historyState } from './history.ts'

export type PanelSource = {
  brands: readonly BrandFacts[]
  history: readonly HistoryProgress[]
  /** Days that may be used at all. */
  limits: { from?: Day | undefined; to?: Day | undefined }
  /** Epoch ms. */
  now: number
  /** Days of a brand whose engagements Zendesk no longer keeps and nobody read in time. */
  readDaysNotHeld(brandId: number): ReadonlySet<Day>
  /** The day a person said messaging was switched on for the whole account; null while nobody did. */
  messagingActivatedOn: Day | null
  /** No brand is compared with another. */
  ownWeeksOnly?: boolean
  readFacts(brandId: number, metric: MetricKey): MetricFacts
  /** Share of a brand's agent hours worked by people who also worked for each other brand; absent where none are known. */
  sharedAgents(brandId: number, others: readonly number[], period: Period): ReadonlyMap<number, number>
}
/**
 * Every brand with everything measured of it, read when it is first asked for and kept: a brand's cell also needs
 * the brands it is compared with.
 */
export type Panel = Omit<PanelSource, 'readFacts' | 'readDaysNotHeld'> & {
  factsOf(brandId: number, metric: MetricKey): MetricFacts
  /** Whether the history a brand's question needs is here, and from when to when it reaches. */
  historyOf(brand: BrandFacts, metric: MetricDefinition): HistoryState
  /** From the first day that is here to the last that is mature, within the days that were asked for. */
  usableDays(brand: BrandFacts, metric: MetricDefinition): Period
  /** Days on which Zendesk counts other numbers than the metric rests on. */
  redDays(brand: BrandFacts, metric: MetricDefinition): ReadonlySet<Day>
  /** Days whose engagements are not held, of metrics that rest on these; none of others. */
  daysNotHeld(brand: BrandFacts, metric: MetricDefinition): ReadonlySet<Day>
  /** Days that are not used: closed, silent, red, and of engagements those no longer kept. */
  maskedDays(brand: BrandFacts, metric: MetricDefinition): ReadonlySet<Day>
}

/** Only what finds a move can tell that there was none. */
const noDays: ReadonlySet<Day> = new Set()
const streamsThatFindMoves = metricOf('demand').streams

export function createPanel({ readFacts, readDaysNotHeld, ...source }: PanelSource): Panel {
  const factsOf = keep((metric: MetricKey) => keep((brandId: number) => readFacts(brandId, metric)))
  const { history, limits, now } = source
  const redDays = keepOfMetric((brand, metric) => redDaysOf(brand.redDays, metric.streams))
  const notHeldOf = keep((brandId: number) => readDaysNotHeld(brandId))
  const daysNotHeld = (brand: BrandFacts, metric: MetricDefinition) =>
    restsOnEngagements(metric) ? notHeldOf(brand.brand.id) : noDays
  // Many metrics rest on the same streams.
  const statesOf = keepOfBrand((brand) =>
    keep((streams: string) =>
      historyState(history, streams.split(' '), brand.cutover?.day ?? null, brand.zone),
    ),
  )
  const historyOf = keepOfMetric((brand, metric): HistoryState => {
    const streams = brand.cutover === null ? [...metric.streams, ...streamsThatFindMoves] : metric.streams
    return statesOf(brand)(streams.join(' '))
  })
  return {
    ...source,
    factsOf: (brandId, metric) => factsOf(metric)(brandId),
    historyOf,
    usableDays: keepOfMetric((brand, metric) => {
      const state = historyOf(brand, metric)
      const knownTo = dayOf(Math.min(now, state.completeTo ?? now), brand.zone)
      const matureTo = addDays(knownTo, -metric.maturityDays)
      const starts = [firstCoveredDay(state, brand.zone), brand.span?.from ?? matureTo, limits.from ?? '']
      const ends = [matureTo, limits.to ?? matureTo]
      return { from: starts.sort()[starts.length - 1], to: ends.sort()[0] }
    }),
    redDays,
    daysNotHeld,
    maskedDays: keepOfMetric((brand, metric) => {
      const more = [...redDays(brand, metric), ...daysNotHeld(brand, metric)]
      // Mostly there are none: then it is the same set for all metrics, and so are the days of each week.
      return more.length === 0 ? brand.maskedDays : new Set([...brand.maskedDays, ...more])
    }),
  }
}

function keep<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>()
  return (key) => {
    let found = kept.get(key)
    if (found === undefined) kept.set(key, (found = make(key)))
    return found
  }
}

/** Asked for by every brand that is compared with this one. */
function keepOfMetric<Value>(
  make: (brand: BrandFacts, metric: MetricDefinition) => Value,
): (brand: BrandFacts, metric: MetricDefinition) => Value {
  const ofBrand = keepOfBrand((brand) => keep((metric: MetricDefinition) => make(brand, metric)))
  return (brand, metric) => ofBrand(brand)(metric)
}

function keepOfBrand<Value>(make: (brand: BrandFacts) => Value): (brand: BrandFacts) => Value {
  const kept = new WeakMap<BrandFacts, { value: Value }>()
  return (brand) => {
    let found = kept.get(brand)
    if (!found) kept.set(brand, (found = { value: make(brand) }))
    return found.value
  }
}
