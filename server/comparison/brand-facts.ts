import type { MetricKey } from '../contract.ts'
import type { CsatFamily } from '../metrics/definition.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { holidaysOf } from '../settings/brand-hours.ts'
import type { AccountSettings } from '../settings/account-settings.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import type { BrandRow, CutoverRow } from '../store/brands.ts'
import { readDailySums, readFirstBotDay } from '../store/daily-values.ts'
import type { Database } from '../store/database.ts'
import type { DetailWeek } from '../store/detail-plan.ts'
import { readDetailWeeks } from '../store/detail-plan.ts'
import type { RedDays } from '../store/red-days.ts'
import { readRedDays } from '../store/red-days.ts'
import { channelDaysOf } from './channel-days.ts'
import type { DailyFacts } from './daily-facts.ts'
import { readDailyFacts, readSatisfaction, readSums, sumOver } from './daily-facts.ts'
import type { ChannelDay } from './detect-cutover.ts'
import { silentDays } from './silent-days.ts'

/** What the comparison knows of a brand before it looks at a metric. */
export type BrandFacts = {
  brand: { id: number; name: string }
  zone: string
  cutover: { day: Day; rampEnd: Day } | null
  /** Days with conversations: first, and the day after the last; null without any. */
  span: Period | null
  channelDays: readonly ChannelDay[]
  /** Closed days and days on which nothing came in although it should have. */
  maskedDays: ReadonlySet<Day>
  /** Days on which Zendesk counts other numbers than are stored, by stream. */
  redDays: RedDays
  /** Days on which conversations of the bot alone were not recorded. */
  unrecorded: Period | null
  /** Weeks whose figures need the messages of tickets, and how many of those are known. */
  details: readonly DetailWeek[]
}
/** What a metric's cell is made of; satisfaction has one set of facts for each family of questions. */
export type MetricFacts = {
  main: DailyFacts
  satisfaction: Record<CsatFamily, { answers: DailyFacts; asked: DailyFacts }> | null
  /** Shares that decide whether the comparison is fair, by what they are the share of. */
  shares: ReadonlyMap<KnownShare, DailyFacts>
}
export type KnownShare =
  'human_workload.known' | 'first_reply.known' | 'unserved_rate.left_early' | 'recontact_rate.known'

const ASSUMED_RAMP_DAYS = 14
const FOR_EVER: Day = '9999-12-31'
const knownShares: Partial<Record<MetricKey, readonly KnownShare[]>> = {
  human_workload: ['human_workload.known'],
  first_reply: ['first_reply.known'],
  unserved_rate: ['first_reply.known', 'unserved_rate.left_early'],
  recontact_rate: ['recontact_rate.known'],
}

/** @param firstAiAgentTicket the account's first ticket of an AI agent (epoch ms); null = none yet */
export function readBrandFacts(
  db: Database,
  brand: BrandRow,
  cutover: CutoverRow | null,
  settings: AccountSettings,
  firstAiAgentTicket: number | null,
  now: number,
): BrandFacts {
  const own = brandSettingsOf(settings, brand.id)
  const channelDays = channelDaysOf(readDailySums(db, brand.id, 'demand'))
  const today = dayOf(now, own.zone)
  const first = channelDays[0]?.day
  const last = channelDays.at(-1)?.day
  const span =
    first === undefined || last === undefined ? null : { from: first, to: laterOf(addDays(last, 1), today) }
  const demand = new Map(channelDays.map(({ day, chat, messaging }) => [day, chat + messaging]))
  const holidays = holidaysOf(own)
  const silent = span === null ? [] : silentDays(demand, span.from, today)
  const firstRecorded = firstAiAgentTicket === null ? null : dayOf(firstAiAgentTicket, own.zone)
  return {
    brand: { id: brand.id, name: brand.name },
    zone: own.zone,
    cutover: cutover && {
      day: cutover.went_live_on,
      rampEnd: cutover.ramp_end ?? addDays(cutover.went_live_on, ASSUMED_RAMP_DAYS),
    },
    span,
    channelDays,
    maskedDays: new Set([...holidays, ...silent]),
    redDays: readRedDays(db, brand.id, own.zone),
    unrecorded:
      cutover && unrecordedDays(firstBotDay(db, brand.id, cutover.went_live_on, own.botSince), firstRecorded),
    details: readDetailWeeks(db, brand.id),
  }
}

export function readMetricFacts(db: Database, brandId: number, metric: MetricKey): MetricFacts {
  const shares = knownShares[metric] ?? []
  const main = readDailyFacts(db, brandId, metric, metricOf(metric).kind)
  return {
    main,
    satisfaction: metric === 'csat' ? readFamilies(db, brandId) : null,
    shares: new Map(shares.map((share) => [share, readSums(db, brandId, share)])),
  }
}

/** The facts that speak for some days: for satisfaction, those of the family with more answers then. */
export function factsOver({ main, satisfaction }: MetricFacts, days: readonly Day[]): DailyFacts {
  if (satisfaction === null) return main
  const answersOf = (family: CsatFamily) => sumOver(satisfaction[family].answers, days).n
  return satisfaction[answersOf('survey') > answersOf('two_point') ? 'survey' : 'two_point'].answers
}

function readFamilies(db: Database, brandId: number): MetricFacts['satisfaction'] {
  const answers = readSatisfaction(db, brandId, 'csat')
  const asked = readSatisfaction(db, brandId, 'csat.response')
  return {
    two_point: { answers: answers.two_point, asked: asked.two_point },
    survey: { answers: answers.survey, asked: asked.survey },
  }
}

/** The first day of a bot since the cutover: as it was found, or earlier if a person says so. */
function firstBotDay(db: Database, brandId: number, cutover: Day, botSince: Day | null): Day | null {
  const found = readFirstBotDay(db, brandId, cutover)
  const said = botSince === null ? null : laterOf(botSince, cutover)
  return found === null || said === null ? (found ?? said) : found < said ? found : said
}

/** From the bot's first conversation until the account's first AI agent ticket. */
function unrecordedDays(firstBotDay: Day | null, firstRecorded: Day | null): Period | null {
  if (firstBotDay === null) return null
  if (firstRecorded === null) return { from: firstBotDay, to: FOR_EVER }
  return firstBotDay < firstRecorded ? { from: firstBotDay, to: firstRecorded } : null
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}
