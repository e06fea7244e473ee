import type { MetricKey } from '../contract.ts'
import { formatSpan } from '../text/format-span.ts'
import { formatDay, formatNumber } from '../text/format.ts'
import { pickNews } from './news.ts'
import { mostChangesInDigest } from './points.ts'
import type { AttentionItem, NewsItem, Report } from './report.ts'
import { brandNames, changeText, contentIn } from './wording.ts'

/** `state`: whose mark stands before it; null: a plain line. */
export type DigestLine = {
  state: 'improved' | 'worse' | null
  text: string
  /** The figure it is about. */
  figure: { brandId: number; metric: MetricKey } | null
}

const MOST_LINES = 6
const MOST_NEWS = 3

/**
 * What a reader should know, in at most six sentences: what got worse and better, what is new since the last mail, what
 * needs a person and by when, the week, what stayed as it was. The first ones matter most.
 */
export function digestOf(report: Report): DigestLine[] {
  const told = worseFirst(pickNews(report.news, MOST_NEWS))
  return [
    ...told.map((item) => newsLine(item, report)),
    ...moreNews(report, told),
    ...newVerdicts(report),
    ...needsPerson(report),
    ...weekOfDemand(report),
    ...waiting(report),
    ...quiet(report),
    ...notMoved(report),
  ].slice(0, MOST_LINES)
}

function plain(text: string): DigestLine {
  return { state: null, text, figure: null }
}

function worseFirst(news: readonly NewsItem[]): NewsItem[] {
  const ofState = (state: NewsItem['state']) => news.filter((item) => item.state === state)
  return [...ofState('worse'), ...ofState('improved')]
}

/** Most sentences name their brand; the others are told whose they are. */
function newsLine({ state, brand, metric, sentence }: NewsItem, { language }: Report): DigestLine {
  const said = sentence[language]
  const text = said.includes(brand.name) ? said : `${brand.name}: ${said}`
  return { state, text, figure: { brandId: brand.id, metric } }
}

function moreNews({ news, language }: Report, told: readonly NewsItem[]): DigestLine[] {
  const rest = news.filter((item) => !told.includes(item))
  if (rest.length === 0) return []
  const improved = rest.filter(({ state }) => state === 'improved').length
  return [plain(contentIn(language).moreNews(improved, rest.length - improved))]
}

function newVerdicts({ changes, language }: Report): DigestLine[] {
  if (changes === null) return []
  const content = contentIn(language)
  if (changes.length === 0) return [plain(content.unchangedVerdicts)]
  const named = changes.slice(0, mostChangesInDigest).map((change) => changeText(change, language))
  return [plain(content.newVerdicts(named, changes.length - named.length))]
}

/** Points that wait for somebody, not for time. */
function needsPerson({ attention, language }: Report): DigestLine[] {
  const asked = attention.filter(({ kind }) => kind === 'worse' || kind === 'unconfirmed' || kind === 'stale')
  if (asked.length === 0) return []
  const day = asked.flatMap(daysOf).sort().at(0) ?? null
  const by = day === null ? null : formatDay(day, language)
  return [plain(contentIn(language).needsPerson(asked.length, by))]
}

function daysOf(item: AttentionItem): string[] {
  return item.kind === 'unconfirmed' && item.by !== null ? [item.by] : []
}

/** How often customers of all told brands got in touch; left out where a brand's week is not known. */
function weekOfDemand({ brands, narrowed, period, language }: Report): DigestLine[] {
  const rows = brands.flatMap((brand) => brand.rows.filter(({ metric }) => metric === 'demand'))
  const weeks = rows.flatMap(({ week }) => (week === null || week.value === null ? [] : [week]))
  if (narrowed !== null || weeks.length === 0 || weeks.length < brands.length) return []
  const befores = rows.flatMap(({ weekBefore }) => weekBefore?.value ?? [])
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const value = formatNumber(sum(weeks.map((week) => week.value ?? 0)), language)
  const before = befores.length < weeks.length ? null : formatNumber(sum(befores), language)
  const isComingIn = weeks.some(({ complete }) => !complete)
  return [plain(contentIn(language).demand(formatSpan(period, language), value, before, isComingIn))]
}

function waiting({ brands, language }: Report): DigestLine[] {
  const open = brands.flatMap((brand) =>
    brand.rows.flatMap(({ cell }) =>
      cell.state === 'not_enough_data' && cell.readyOn !== null ? [{ brand, readyOn: cell.readyOn }] : [],
    ),
  )
  const next = open
    .map(({ readyOn }) => readyOn)
    .sort()
    .at(0)
  if (next === undefined) return []
  const soon = new Set(open.filter(({ readyOn }) => readyOn === next).map(({ brand }) => brand))
  const named = brandNames([...soon], language)
  return [plain(contentIn(language).waiting(open.length, named, formatDay(next, language)))]
}

function quiet({ counts, language }: Report): DigestLine[] {
  const all = Object.values(counts).reduce((total, count) => total + count, 0)
  return counts.no_clear_change === 0 ? [] : [plain(contentIn(language).quiet(counts.no_clear_change, all))]
}

function notMoved({ brands, language }: Report): DigestLine[] {
  const still = brands.filter(({ move }) => move === null)
  return still.length === 0 ? [] : [plain(contentIn(language).notMoved(brandNames(still, language)))]
}
