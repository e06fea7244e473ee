import type { CsatAnswer, CsatSide, CsatSource } from '../../contract-csat.ts'
import type { PageWindow } from '../../contract-bot.ts'
import type { SeriesMark } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import type { BrandRow } from '../../store/brands.ts'
import { readBrands } from '../../store/brands.ts'
import { readHistoryProgress } from '../../store/checkpoints.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { DailySum } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import { readAccountFact, readAccountSettings } from '../../store/settings.ts'
import { coverageOf, coveredWeeks } from '../covered-weeks.ts'
import type { AskedDays } from '../page-window.ts'
import { askedWindow, comparedWindow, latestWeeks } from '../page-window.ts'
import { boundsBetween, isSameQuestion } from './between-sides.ts'
import type { CsatSums } from './csat-sums.ts'
import { readCsatSums } from './csat-sums.ts'
import { sideOf } from './csat-side.ts'
import { usedDays } from './used-days.ts'

export const csatSources = ['chat_rating', 'legacy_rating', 'survey'] as const satisfies readonly CsatSource[]

/** `brandIds`: what the person asked for, cut to what the person may see. */
export type CsatQuestion = AskedDays & {
  brandIds: readonly number[]
  isOneBrand: boolean
  /** Whose windows are shown. */
  grid: GridKind
  now: number
  /** Only the ratings of these conversations. */
  filter?: MeasureFilter
}
/** Everything but what is read when it is sent: the report's own cells and stamp, and notes that people write. */
export type CsatFound = Omit<CsatAnswer, 'asOf' | 'dataCompleteTo' | 'filter' | 'comparisons' | 'marks'> & {
  /** Surveys ask another question than ratings: the first day of them, where there was another before. */
  surveyBegins: SeriesMark[]
}

/** How satisfied customers are, who of them answers, and what they were asked: of one brand, or of several together. */
export function answerCsat(db: Database, question: CsatQuestion): CsatFound {
  const { brandIds, isOneBrand, now } = question
  const brands = readBrands(db).filter(({ id }) => brandIds.includes(id))
  const settings = readAccountSettings(db)
  const history = readHistoryProgress(db)
  const zones = new Set(brands.map(({ id }) => brandSettingsOf(settings, id).zone))
  const zone = zones.size === 1 ? [...zones][0] : settings.zone
  const coverage = coverageOf(history, metricOf('csat'), zone, now)
  const ofBrands = brands.map((brand) => ({ brand, sums: readCsatSums(db, brand.id, question.filter) }))
  const [only] = isOneBrand ? brands : []

  const sides = windowsOf().map(({ side, window }): CsatSide => {
    const days = ofBrands.map(({ brand, sums }) => ({ sums, ...usedDays(db, brand, settings, window, now) }))
    return sideOf(db, {
      side,
      window,
      brandIds: brands.map(({ id }) => id),
      ofBrands: days,
      filter: question.filter,
    })
  })
  const weeksOf = (metric: 'csat' | 'csat_response_rate', source: CsatSource) =>
    coveredWeeks(
      metricOf(metric),
      ofBrands.flatMap(({ sums }) => sums[metric === 'csat' ? 'score' : 'response'].filter(isOf(source))),
      coverageOf(history, metricOf(metric), zone, now),
    )
  return {
    brand: only ? { id: only.id, name: only.name } : null,
    state: stateOf(db, ofBrands),
    sides,
    isSameQuestion: isSameQuestion(sides),
    bounds: boundsBetween(sides),
    trend: csatSources
      .map((source) => ({
        source,
        score: weeksOf('csat', source),
        responseRate: weeksOf('csat_response_rate', source),
      }))
      .filter(({ score, responseRate }) => score.length + responseRate.length > 0),
    surveyBegins: isOneBrand ? surveyMarks(ofBrands.flatMap(({ sums }) => sums.score)) : [],
  }

  function windowsOf(): { side: CsatSide['side']; window: PageWindow }[] {
    const asked = askedWindow(question, coverage.today)
    if (asked) return [{ side: 'only', window: asked }]
    const cell = only && readGrid(db, { brandIds: [only.id], metrics: ['csat'] }, question.grid).cells.at(0)
    const before = comparedWindow(cell, 'before')
    const after = comparedWindow(cell, 'after')
    if (before && after)
      return [
        { side: 'before', window: before },
        { side: 'after', window: after },
      ]
    return [{ side: 'only', window: latestWeeks(coverage.matureTo) }]
  }
}

/** An account whose plan has no ratings says so itself; ratings that were read prove the contrary. */
function stateOf(
  db: Database,
  ofBrands: readonly { brand: BrandRow; sums: CsatSums }[],
): CsatAnswer['state'] {
  const isAsked = ofBrands.some(({ sums }) =>
    sums.response.some(({ source, n, numerator }) => (source === 'survey' ? n > 0 : numerator > 0)),
  )
  if (isAsked) return 'asked'
  return readAccountFact(db, 'csat_enabled') === 'false' ? 'off' : 'none'
}

function surveyMarks(score: readonly DailySum[]): SeriesMark[] {
  const first = score.find(({ source, n }) => source === 'survey' && n > 0)?.day
  const hadOther = score.some(
    ({ day, source, n }) => source !== 'survey' && n > 0 && first !== undefined && day < first,
  )
  return first !== undefined && hadOther
    ? [{ kind: 'definition_break', day: first, name: { en: 'The new survey begins', ko: '새 설문 시작' } }]
    : []
}

const isOf =
  (wanted: CsatSource) =>
  ({ source }: DailySum) =>
    source === wanted
