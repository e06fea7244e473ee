import type { CsatSource } from '../../contract-csat.ts'
import type { MetricKey, WindowValue } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { Day } from '../../periods/day.ts'
import { readDailySums } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import { redDaysOf } from '../../store/red-days.ts'
import type { BrandFacts, MetricFacts } from '../brand-facts.ts'
import { factsOver, readMetricFacts } from '../brand-facts.ts'
import type { Measured } from '../compare-brands.ts'
import { measureBrands } from '../compare-brands.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { csatFamilies } from '../daily-facts.ts'
import { readFilteredFacts } from '../filtered-facts.ts'
import { windowMadeOf } from '../window-values.ts'
import { daysOf } from '../windows.ts'

export type FigureQuestion = {
  brandIds: readonly number[]
  metric: MetricKey
  from?: Day
  to?: Day
  filter?: MeasureFilter
  /** Of a figure of ratings: only those of this source, whatever its window shows. */
  asked?: CsatSource
  /** As the reader's cells are worked out: against the brand's own weeks alone. */
  ownWeeksOnly: boolean
  /** Epoch ms: when the figure was worked out. */
  now: number
}
/** Why a day of a window is in none of its figures. */
export type LeftOutDay = { day: Day; why: 'closed' | 'differs' | 'week' }
export type FigureWindow = WindowValue & { side: 'before' | 'after' | 'now' }
/** Which rows a figure is made of. */
export type FigureRows = {
  /** By brand: the days and sources that count, each as `<day> <source>`. */
  countedDays: Record<number, string[]>
  /** The figure the comparison shows for exactly these days; null where it shows none. */
  window: FigureWindow | null
  leftOut: LeftOutDay[]
  /** True where what was counted are records of the bot and no conversations. */
  restsOnBotRecords: boolean
}
type OwnDays = { days: ReadonlySet<Day> | null; family: CsatFamily | null; source?: CsatSource }

const botSources = ['export', 'import']

/**
 * The days and sources a figure is made of. For a window that the comparison shows, exactly those it used; for any
 * other, all days of which enough is known, as the weeks of a chart show them.
 */
export function findFigureRows(db: Database, question: FigureQuestion): FigureRows {
  const { brandIds, metric, from, to, asked } = question
  const shown = asked === undefined ? findShownWindow(db, question) : null
  const countedDays: Record<number, string[]> = {}
  const sources = new Set<string>()
  for (const brandId of brandIds) {
    const own = ownDaysOf(brandId)
    countedDays[brandId] = readDailySums(db, brandId, measureKeyOf(metric))
      .filter(({ day }) => (from === undefined || day >= from) && (to === undefined || day < to))
      .filter(({ day, source }) => isOwn(own, day, source))
      .map(({ day, source }) => {
        sources.add(source)
        return `${day} ${source}`
      })
  }
  return {
    countedDays,
    window: shown && shown.window,
    leftOut: shown ? leftOutOf(shown) : [],
    restsOnBotRecords: sources.size > 0 && [...sources].every((source) => botSources.includes(source)),
  }

  function ownDaysOf(brandId: number): OwnDays {
    if (asked !== undefined) return { days: null, family: null, source: asked }
    return shown ? ownDays(shown) : { days: null, family: familyOf(db, question, brandId) }
  }
}

type Shown = { measured: Measured; window: FigureWindow; facts: DailyFacts; days: readonly Day[] }

/** The window of the comparison that has exactly the days that were asked for. */
function findShownWindow(
  db: Database,
  { brandIds, metric, from, to, filter, ownWeeksOnly, now }: FigureQuestion,
): Shown | null {
  if (brandIds.length !== 1 || from === undefined || to === undefined) return null
  const asked = { brandIds, metrics: [metric], ...(filter && { filter }), ownWeeksOnly, now }
  const measured = measureBrands(db, asked).at(0)
  if (!measured) return null
  const { comparison } = measured.draft
  for (const side of ['before', 'after', 'now'] as const) {
    const window = comparison[side]
    if (window?.from === from && window.to === to)
      return { measured, window: { ...window, side }, ...windowMadeOf(window) }
  }
  return null
}

function ownDays({ measured, facts, days }: Shown): OwnDays {
  return { days: new Set(days), family: familyOfFacts(measured.facts, facts) }
}

function familyOfFacts({ satisfaction }: MetricFacts, facts: DailyFacts): CsatFamily | null {
  if (satisfaction === null) return null
  if (facts === satisfaction.survey.answers) return 'survey'
  return facts === satisfaction.two_point.answers ? 'two_point' : null
}

/** Of satisfaction: the family that more answers of the days came from, as a week of the chart shows it. */
function familyOf(
  db: Database,
  { metric, from, to, filter }: FigureQuestion,
  brandId: number,
): CsatFamily | null {
  if (metric !== 'csat') return null
  const facts = filter ? readFilteredFacts(db, brandId, metric, filter) : readMetricFacts(db, brandId, metric)
  const known = readDailySums(db, brandId, metric).map(({ day }) => day)
  const days = from !== undefined && to !== undefined ? daysOf({ from, to }) : [...new Set(known)]
  return familyOfFacts(facts, factsOver(facts, days))
}

function isOwn({ days, family, source: only }: OwnDays, day: Day, source: string): boolean {
  if (only !== undefined && source !== only) return false
  return (days === null || days.has(day)) && (family === null || csatFamilies[source] === family)
}

function leftOutOf({ measured: { brand, metric }, window, days }: Shown): LeftOutDay[] {
  const used = new Set(days)
  const red = redDaysOf(brand.redDays, metricOf(metric.key).streams)
  return daysOf(window)
    .filter((day) => !used.has(day))
    .map((day) => ({ day, why: whyOf(day, brand, red) }))
}

function whyOf(day: Day, brand: BrandFacts, red: ReadonlySet<Day>): LeftOutDay['why'] {
  if (brand.maskedDays.has(day)) return 'closed'
  return red.has(day) ? 'differs' : 'week'
}
