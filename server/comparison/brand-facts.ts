import type { MetricKey } from '../contract.ts'
import type { CsatFamily } from '../metrics/definition.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { holidaysOf } from '../settings/brand-hours.ts'
import type { AccountSettings } from '../settings/account-settings.ts'
import { costsOf, missingCosts } from '../settings/costs.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import type { BrandRow, CutoverRow } from '../store/brands.ts'
import { readDailySums, readFirstBotDay } from '../store/daily-values.ts'
import type { Database } from '../store/database.ts'
import { countUncertainChats } from '../store/uncertain-chats.ts'
import { teamDaysReader } from '../store/measures/team/team-days.ts'
import type { DetailWeek } from '../store/detail-plan.ts'
import { readDetailWeeks } from '../store/detail-plan.ts'
import type { RedDays } from '../store/red-days.ts'
import { readRedDays } from '../store/red-days.ts'
import { channelDaysOf } from './channel-days.ts'
import type { DailyFacts } from './daily-facts.ts'
import { readDailyFacts, readDurations, readSatisfaction, readSums, sumOver } from './daily-facts.ts'
import type { ChannelDay } from './detect-cutover.ts'
import type { KnownShare } from './guards/conditions.ts'
import { sharesFor } from './guards/conditions.ts'
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
  /** Share of the conversations before whose brand is uncertain, where that is too many; null otherwise. */
  uncertainShare: number | null
  /** First day of the present opening hours, as a person said; null where nobody did. */
  hoursSince: Day | null
  /** Whether costs are missing without which nothing can be said of money. */
  lacksCosts: boolean
  /** Weeks whose figures need the messages of tickets, and how many of those are known. */
  details: readonly DetailWeek[]
}
/** What a metric's cell is made of; satisfaction has one set of facts for each family of questions. */
export type MetricFacts = {
  main: DailyFacts
  satisfaction: Record<CsatFamily, { answers: DailyFacts; asked: DailyFacts }> | null
  /** Shares that decide whether the comparison is fair, by what they are the share of. */
  shares: ReadonlyMap<KnownShare, DailyFacts>
  /** How long solved conversations stay open, where that decides what is compared. */
  closeLag: DailyFacts | null
}
const ASSUMED_RAMP_DAYS = 14
/** What could be the brand's before its move, but is in none or in the default one: more makes counts unsure. */
const MOST_UNCERTAIN = 0.05
const DAYS_BEFORE = 26 * 7
const FOR_EVER: Day = '9999-12-31'
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
    uncertainShare: cutover && uncertainShare(db, brand.id, cutover.went_live_on, channelDays),
    hoursSince: own.openingHoursSince,
    lacksCosts:
      missingCosts(costsOf(settings, brand.id), readFirstBotDay(db, brand.id, '') !== null).length > 0,
    details: readDetailWeeks(db, brand.id),
  }
}

function uncertainShare(
  db: Database,
  brandId: number,
  cutover: Day,
  channelDays: readonly ChannelDay[],
): number | null {
  const from = addDays(cutover, -DAYS_BEFORE)
  const uncertain = countUncertainChats(db, brandId, from, cutover)
  const chats = channelDays
    .filter(({ day }) => day >= from && day < cutover)
    .reduce((sum, { chat }) => sum + chat, 0)
  const share = uncertain.all / (chats - uncertain.own + uncertain.all)
  return share > MOST_UNCERTAIN ? share : null
}

export function readMetricFacts(db: Database, brandId: number, metric: MetricKey): MetricFacts {
  return metricFactsReader(db)(brandId, metric)
}

/** The same for many questions about the database as it is: a share that several metrics look at is read once. */
export function metricFactsReader(db: Database): (brandId: number, metric: MetricKey) => MetricFacts {
  const shares = new Map<string, DailyFacts>()
  const shareOf = (brandId: number, share: KnownShare) => {
    const key = `${brandId} ${share}`
    const found = shares.get(key) ?? readSums(db, brandId, share)
    shares.set(key, found)
    return found
  }
  const teamDays = teamDaysReader(db)
  return (brandId, metric) => ({
    main: readDailyFacts(db, brandId, metric, metricOf(metric).kind, teamDays),
    satisfaction: metric === 'csat' ? readFamilies(db, brandId) : null,
    shares: new Map(sharesFor(metric).map((share) => [share, shareOf(brandId, share)])),
    closeLag: metric === 'resolution_time' ? readDurations(db, brandId, 'resolution_time.close_lag') : null,
  })
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
