import { createHash } from 'node:crypto'
import type { MetricDefinition } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import { dayOf } from '../../periods/zone.ts'
import type { BrandFacts } from '../brand-facts.ts'
import { hasPilotTraffic } from '../pilot-traffic.ts'
import type { Panel } from '../panel.ts'
import type { DayHashes } from './day-hashes.ts'
import { hashDays } from './day-hashes.ts'
import { factsBefore } from './facts-hash.ts'
import type { KindsBefore } from './kinds-hash.ts'
import type { Read } from './reads.ts'

/** The cell that read, and the day before which everything lies that it can read. */
export type Reader = { brand: BrandFacts; metric: MetricDefinition; until: Day }
/** The same text only while everything a cell read would be answered the same. */
export type InputsOf = (reads: readonly Read[], reader: Reader) => string
/** What becomes JSON. */
type Answer = string | null | readonly unknown[]

/**
 * What the panel answers at present, as short texts: of days only those a cell can read, because today's change all the
 * time.
 */
export function inputsReader(panel: Panel, kindsBefore: KindsBefore): InputsOf {
  const brands = new Map(panel.brands.map((brand) => [brand.brand.id, brand]))
  const channelDays = new Map<number, DayHashes>()
  const versions = new Map<Read, Map<Day, string>>()

  return (reads, reader) => {
    const hash = createHash('sha256')
    hash.update(reader.until)
    for (const read of reads) hash.update(`\n${versionOf(read, reader)}`)
    return hash.digest('base64')
  }

  function versionOf(read: Read, reader: Reader): string {
    if (read.of === 'now') return JSON.stringify(aheadOf(reader))
    let ofRead = versions.get(read)
    if (!ofRead) versions.set(read, (ofRead = new Map()))
    let version = ofRead.get(reader.until)
    if (version === undefined) ofRead.set(reader.until, (version = textOf(read, reader.until)))
    return version
  }

  function textOf(read: Exclude<Read, { of: 'now' }>, until: Day): string {
    const answer = 'brandId' in read ? answerOfBrand(read, until) : answerOfAccount(read)
    return typeof answer === 'string' ? answer : JSON.stringify(answer)
  }

  function answerOfAccount(read: Exclude<Read, { of: 'now' } | { brandId: number }>): Answer {
    switch (read.of) {
      case 'brands':
        return panel.brands.map(({ brand }) => brand.id)
      case 'activated_on':
        return panel.messagingActivatedOn
      case 'stream_history':
        return [...panel.history]
    }
  }

  function answerOfBrand(read: Extract<Read, { brandId: number }>, until: Day): Answer {
    const brand = brands.get(read.brandId)
    if (!brand) return 'no such brand'
    switch (read.of) {
      case 'brand':
        return lastingOf(brand)
      case 'channel_days':
        return channelDaysBefore(brand, until)
      case 'details':
        return [brand.details.length > 0, brand.details.filter(({ week }) => week < until)]
      case 'masked_of_brand':
        return daysBefore(brand.maskedDays, until)
      case 'red_of_brand':
        return [...brand.redDays].map(([stream, days]) => [stream, [...days]])
      case 'facts':
        return factsBefore(panel.factsOf(read.brandId, read.metric.key), until)
      case 'history': {
        const { isReady, percent, coveredFrom } = panel.historyOf(brand, read.metric)
        return [isReady, percent, coveredFrom]
      }
      case 'usable': {
        const { from, to } = panel.usableDays(brand, read.metric)
        return [from, to < until ? to : until]
      }
      case 'red':
        return [...panel.redDays(brand, read.metric)].sort()
      case 'not_held': {
        const days = panel.daysNotHeld(brand, read.metric)
        const since = brand.cutover?.day ?? ''
        return [daysBefore(days, until), [...days].some((day) => day >= since)]
      }
      case 'masked':
        return daysBefore(panel.maskedDays(brand, read.metric), until)
      case 'kinds':
        return kindsBefore(read.brandId, read.metric, read.family, until)
      case 'shared_agents':
        return [...panel.sharedAgents(read.brandId, read.others, read.period)]
    }
  }

  /** Whoever asks what time it is looks ahead: to days that will be usable, and to holidays. */
  function aheadOf({ brand, metric }: Reader): Answer {
    const usable = panel.usableDays(brand, metric)
    return [dayOf(panel.now, brand.zone), usable, [...panel.maskedDays(brand, metric)].sort()]
  }

  /** Chats alone count only where messaging is beside them: of their number nothing else is asked. */
  function channelDaysBefore(brand: BrandFacts, until: Day): Answer {
    const { channelDays: days } = brand
    const isMixed = days.some(({ day, messaging }) => messaging > 0 && day < until)
    let hashes = channelDays.get(brand.brand.id)
    if (!hashes) channelDays.set(brand.brand.id, (hashes = hashChannelDays(brand)))
    const last = days.at(-1)?.day ?? ''
    return [
      isMixed && hashes.before(until),
      last < until ? last : until,
      days.some(({ chat }) => chat > 0),
      // A brand that is to move may have had customers on the new channel since.
      hasPilotTraffic(brand),
    ]
  }
}

/** What does not grow from day to day; of the span its first day alone, the last is today. */
function lastingOf({ brand, zone, cutover, span, ...facts }: BrandFacts): Answer {
  const { unrecorded, uncertainShare, hoursSince, lacksCosts } = facts
  return [brand, zone, cutover, span && span.from, unrecorded, uncertainShare, hoursSince, lacksCosts]
}

function hashChannelDays({ channelDays }: BrandFacts): DayHashes {
  return hashDays(new Map(channelDays.map((one) => [one.day, one])), ({ chat, messaging }, feed) => {
    feed.number(chat)
    feed.number(messaging)
  })
}

function daysBefore(days: ReadonlySet<Day>, until: Day): Day[] {
  return [...days].filter((day) => day < until).sort()
}
