import type { MetricKey } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { CsatFamily, MetricDefinition } from '../../metrics/definition.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import type { MixAnswer } from '../mix/adjust-for-mix.ts'
import { adjustForMix } from '../mix/adjust-for-mix.ts'
import type { ReadKinds } from '../mix/read-strata.ts'
import type { AdjustForMix } from '../draft.ts'
import type { Panel } from '../panel.ts'
import type { Read, ReadBook } from './reads.ts'

/** A panel that gives the answers it is asked for, and writes down what it was asked. */
export type WatchedPanel = {
  panel: Panel
  adjust: AdjustForMix
  /** Does some work and says what it read, each thing once. */
  noting<Value>(work: () => Value): { value: Value; reads: readonly Read[] }
}
type OfMetric = Extract<Read, { metric: MetricDefinition }>['of']

/**
 * Watches everything a cell can be made of. Answers that are kept somewhere and given without asking again would not be
 * seen: whatever is kept for several cells has to be found by what the panel answered.
 */
export function watchPanel(panel: Panel, readKinds: ReadKinds, book: ReadBook): WatchedPanel {
  let round = 0
  let reads: Read[] = []

  /** To be called whenever the thing is read; written down once in each round. */
  function slot(read: Read): () => void {
    const one = book.same(read)
    let noted = -1
    return () => {
      if (noted === round) return
      noted = round
      reads.push(one)
    }
  }
  function slots<Key>(readOf: (key: Key) => Read): (key: Key) => void {
    const kept = new Map<Key, () => void>()
    return (key) => {
      let note = kept.get(key)
      if (!note) kept.set(key, (note = slot(readOf(key))))
      note()
    }
  }
  /** Brand by brand and then by metric: asked for a million times, so no key is put together. */
  function slotsOfMetric(of: OfMetric): (brandId: number, metric: MetricDefinition) => void {
    const ofBrand = new Map<number, (metric: MetricDefinition) => void>()
    return (brandId, metric) => {
      let note = ofBrand.get(brandId)
      if (!note) ofBrand.set(brandId, (note = slots((one) => ({ of, brandId, metric: one }))))
      note(metric)
    }
  }

  const realOf = new WeakMap<BrandFacts, BrandFacts>()
  const brands = panel.brands.map((real) => {
    const watched = watchBrand(real, slot)
    realOf.set(watched, real)
    return watched
  })
  /** An answer about a brand and a metric. */
  function watching<Answer>(
    of: OfMetric,
    answer: (brand: BrandFacts, metric: MetricDefinition) => Answer,
  ): (brand: BrandFacts, metric: MetricDefinition) => Answer {
    const note = slotsOfMetric(of)
    return (brand, metric) => {
      const real = realOf.get(brand) ?? brand
      note(real.brand.id, metric)
      return answer(real, metric)
    }
  }

  const noteFacts = slotsOfMetric('facts')
  const noteHistory = slot({ of: 'stream_history' })
  const historyOf = watching('history', panel.historyOf)
  const noteBrands = slot({ of: 'brands' })
  const noteActivation = slot({ of: 'activated_on' })
  const noteNow = slot({ of: 'now' })
  const watched: Panel = {
    get brands() {
      noteBrands()
      return brands
    },
    get history() {
      noteHistory()
      return panel.history
    },
    get now() {
      noteNow()
      return panel.now
    },
    get messagingActivatedOn() {
      noteActivation()
      return panel.messagingActivatedOn
    },
    limits: panel.limits,
    ...(panel.ownWeeksOnly !== undefined && { ownWeeksOnly: panel.ownWeeksOnly }),
    factsOf(brandId, metric) {
      noteFacts(brandId, metricOf(metric))
      return panel.factsOf(brandId, metric)
    },
    historyOf(brand, metric) {
      const { completeTo, ...state } = historyOf(brand, metric)
      return {
        ...state,
        /** It moves with every sync. */
        get completeTo() {
          noteHistory()
          return completeTo
        },
      }
    },
    usableDays: watching('usable', panel.usableDays),
    redDays: watching('red', panel.redDays),
    daysNotHeld: watching('not_held', panel.daysNotHeld),
    maskedDays: watching('masked', panel.maskedDays),
    sharedAgents(brandId, others, period) {
      slot({ of: 'shared_agents', brandId, others: [...others], period: { ...period } })()
      return panel.sharedAgents(brandId, others, period)
    },
  }

  const kindsNoted = new Map<string, () => void>()
  const noteKinds = (brandId: number, metric: MetricKey, family: CsatFamily | null) => {
    const key = `${brandId} ${metric} ${family}`
    let note = kindsNoted.get(key)
    if (!note) kindsNoted.set(key, (note = slot({ of: 'kinds', brandId, metric, family })))
    note()
  }
  const readWatched: ReadKinds = (brandId, metric, family, from, to) => {
    noteKinds(brandId, metric, family)
    return readKinds(brandId, metric, family, from, to)
  }

  return {
    panel: watched,
    adjust(moved: MovedBrand, rung): MixAnswer {
      // When people work is found from a brand's first replies for all metrics at once: the first of them reads these.
      noteKinds(moved.brand.brand.id, 'first_reply', null)
      return adjustForMix(moved, rung, readWatched)
    },
    noting(work) {
      round += 1
      reads = []
      const value = work()
      return { value, reads }
    },
  }
}

function watchBrand(real: BrandFacts, slot: (read: Read) => () => void): BrandFacts {
  const brandId = real.brand.id
  const note = slot({ of: 'brand', brandId })
  const noteChannelDays = slot({ of: 'channel_days', brandId })
  const noteDetails = slot({ of: 'details', brandId })
  const noteMasked = slot({ of: 'masked_of_brand', brandId })
  const noteRed = slot({ of: 'red_of_brand', brandId })
  const seen = <Value>(value: Value): Value => {
    note()
    return value
  }
  return {
    get brand() {
      return seen(real.brand)
    },
    get zone() {
      return seen(real.zone)
    },
    get cutover() {
      return seen(real.cutover)
    },
    get span() {
      return seen(real.span)
    },
    get unrecorded() {
      return seen(real.unrecorded)
    },
    get uncertainShare() {
      return seen(real.uncertainShare)
    },
    get hoursSince() {
      return seen(real.hoursSince)
    },
    get lacksCosts() {
      return seen(real.lacksCosts)
    },
    get channelDays() {
      noteChannelDays()
      return real.channelDays
    },
    get maskedDays() {
      noteMasked()
      return real.maskedDays
    },
    get redDays() {
      noteRed()
      return real.redDays
    },
    get details() {
      noteDetails()
      return real.details
    },
  }
}
