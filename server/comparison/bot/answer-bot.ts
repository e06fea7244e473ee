import type { BotAnswer, BotMetricKey } from '../../contract-bot.ts'
import type { Comparison } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import { addFunnels, readBotFunnel } from '../../store/bot-funnel.ts'
import { readBotRecords } from '../../store/bot-records.ts'
import type { BrandRow } from '../../store/brands.ts'
import { readBrands, readCutovers } from '../../store/brands.ts'
import { readHistoryProgress } from '../../store/checkpoints.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { readFirstBotDay } from '../../store/daily-values.ts'
import { readSumsOf } from '../../store/filtered-sums.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import type { Database } from '../../store/database.ts'
import { readAccountSettings } from '../../store/settings.ts'
import type { Coverage } from '../covered-weeks.ts'
import { coverageOf, coveredWeeks } from '../covered-weeks.ts'
import type { AskedDays } from '../page-window.ts'
import { askedWindow, comparedWindow, latestWeeks } from '../page-window.ts'
import { accountGaps, brandGaps } from './bot-gaps.ts'
import { figureSources } from './figure-sources.ts'

export const botMetrics = [
  'containment_rate',
  'handoff_rate',
  'automated_resolution_rate',
  'bot_csat',
] as const satisfies readonly BotMetricKey[]

/** `brandIds`: what the person asked for, cut to what the person may see. */
export type BotQuestion = AskedDays & {
  brandIds: readonly number[]
  isOneBrand: boolean
  /** Whose windows are shown. */
  grid: GridKind
  now: number
  /** Only these conversations count; which brands have a bot, and from where that is known, stays as it is. */
  filter?: MeasureFilter
  /** Whether facts about the whole account may be told. */
  tellsAccount: boolean
}
/** Everything but what is read when it is sent: the report's own cells and stamp, and notes that people write. */
export type BotFound = Omit<BotAnswer, 'asOf' | 'dataCompleteTo' | 'filter' | 'comparisons' | 'marks'>

type OfBrand = BotAnswer['brands'][number] & { gaps: BotAnswer['gaps'] }

/** What happens to conversations a bot takes part in: of one brand, or of several together. */
export function answerBot(db: Database, question: BotQuestion): BotFound {
  const { brandIds, isOneBrand, now } = question
  const brands = readBrands(db).filter(({ id }) => brandIds.includes(id))
  const settings = readAccountSettings(db)
  const history = readHistoryProgress(db)
  const coverage = (metric: BotMetricKey, zone: string) => coverageOf(history, metricOf(metric), zone, now)
  const hasBot = brands.filter(
    ({ id }) => readFirstBotDay(db, id, '') !== null || readBotRecords(db, [id]).length > 0,
  )
  const withBot = { brandIds: hasBot.map(({ id }) => id), metrics: ['containment_rate' as const] }
  const { cells } = readGrid(db, withBot, question.grid)
  const zoneOf = (id: number) => brandSettingsOf(settings, id).zone
  const ofBrands = hasBot.map((brand) =>
    ofBrand(db, brand, {
      question,
      cell: cells.find((cell) => cell.brand.id === brand.id),
      coverage: coverage('containment_rate', zoneOf(brand.id)),
      isNamed: brandSettingsOf(settings, brand.id).bots.length > 0,
    }),
  )
  const zones = new Set(brands.map(({ id }) => zoneOf(id)))
  const zone = zones.size === 1 ? [...zones][0] : settings.zone
  const whole = coverage('containment_rate', zone)
  const [only] = isOneBrand ? brands : []
  const cutover = only && readCutovers(db).get(only.id)
  const saidBots = brands.some(({ id }) => brandSettingsOf(settings, id).botSince !== null)
  return {
    brand: only ? { id: only.id, name: only.name } : null,
    window:
      (isOneBrand ? ofBrands.at(0)?.window : undefined) ??
      askedWindow(question, whole.today) ??
      latestWeeks(whole.matureTo),
    state: hasBot.length > 0 ? 'recorded' : saidBots ? 'unrecorded' : 'none',
    funnel: addFunnels(ofBrands.map(({ funnel }) => funnel)),
    brands: ofBrands.map(({ brand, window, funnel }) => ({ brand, window, funnel })),
    trend: botMetrics.map((metric) => ({
      metric,
      weeks: coveredWeeks(
        metricOf(metric),
        hasBot.flatMap(({ id }) => readSumsOf(db, id, metric, question.filter)),
        coverage(metric, zone),
      ),
    })),
    sources: hasBot.flatMap((brand) => figureSources(db, brand, botMetrics)),
    records: readBotRecords(db, brandIds),
    gaps: [...ofBrands.flatMap(({ gaps }) => gaps), ...(question.tellsAccount ? accountGaps(db) : [])],
    liveChatUntil: cutover?.went_live_on ?? null,
  }
}

function ofBrand(
  db: Database,
  brand: BrandRow,
  {
    question,
    cell,
    coverage,
    isNamed,
  }: { question: BotQuestion; cell: Comparison | undefined; coverage: Coverage; isNamed: boolean },
): OfBrand {
  // Several brands are added up over the same days; one is shown over the days its report speaks of.
  const window =
    askedWindow(question, coverage.today) ??
    (question.isOneBrand ? comparedWindow(cell, 'after') : null) ??
    latestWeeks(coverage.matureTo)
  const { from, to } = window
  const found = readBotFunnel(db, {
    brandId: brand.id,
    from,
    to,
    knownTo: coverage.knownTo,
    filter: question.filter,
  })
  const named = { id: brand.id, name: brand.name }
  return {
    brand: named,
    window,
    funnel: found.funnel,
    gaps: brandGaps(db, named, { ...found, isNamed, zone: coverage.zone }),
  }
}
