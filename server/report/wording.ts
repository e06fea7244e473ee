import type { Comparison, ComparisonState, EvidenceGrade, Language, MetricKey, Reason, WindowValue } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import { dayOf, timeOfDay } from '../periods/zone.ts'
import { formatLongSpan, formatSpan } from '../text/format-span.ts'
import { formatDay, formatEffect, formatMetricValue, formatNumber } from '../text/format.ts'
import type { Clause, MailMessages } from '../text/messages/mail-en.ts'
import { mailEn } from '../text/messages/mail-en.ts'
import { mailKo } from '../text/messages/mail-ko.ts'
import type { AttentionItem, NewsItem, Report, ReportBrand, WeekFigure } from './report.ts'

/** More clauses than this make a sentence nobody reads to its end. */
const HEADLINE_CLAUSES = 4
const SUBJECT_CLAUSES = 2

/** A shape for every state, so that colour is never needed. */
export const marks: Record<ComparisonState, string> = {
  improved: '▲',
  worse: '▼',
  higher: '↑',
  lower: '↓',
  no_clear_change: '=',
  not_enough_data: '…',
  not_comparable: '×',
}

/** Reasons said elsewhere in the mail, or by the range itself. */
const silentReasons = new Set([
  'not_moved',
  'too_early',
  'history_arriving',
  'no_meaningful_change',
  'slight',
  'cannot_tell',
])

export function messagesIn(language: Language): MailMessages {
  return language === 'ko' ? mailKo : mailEn
}

/** The news itself, short enough for a list of mails. */
export function subjectOf(report: Report): string {
  const messages = messagesIn(report.language)
  const week =
    report.language === 'ko'
      ? formatSpan(report.period, 'ko')
      : formatDay(report.period.from, report.language, 'short')
  if (report.news.length === 0) return messages.subjectWithoutNews(quietWords(report).subject, week)
  const told = pickNews(report.news, SUBJECT_CLAUSES)
  const clauses = told.map((item) => clauseOf(item, report.language))
  return messages.subject(clauses, report.news.length - told.length, week).replace(/\s+/g, ' ')
}

/** One sentence: what improved or got worse, and where. */
export function headlineOf(report: Report): string {
  if (report.news.length === 0) return quietWords(report).sentence
  const told = pickNews(report.news, HEADLINE_CLAUSES)
  const clauses = told.map((item) => clauseOf(item, report.language))
  return messagesIn(report.language).headline(clauses, report.news.length - told.length)
}

/** The strongest, with at least one of each kind where there are both: good news must not hide bad news. */
function pickNews(news: readonly NewsItem[], most: number): NewsItem[] {
  const firsts = (['improved', 'worse'] as const).flatMap(
    (state) => news.find((item) => item.state === state) ?? [],
  )
  const others = news.filter((item) => !firsts.includes(item))
  const chosen = new Set([...firsts, ...others].slice(0, most))
  return news.filter((item) => chosen.has(item))
}

function clauseOf(item: NewsItem, language: Language): Clause {
  const { effect, metric, brand } = item
  const up = effect.unit === 'ratio' ? effect.value > 1 : effect.value > 0
  return { metric, direction: up ? 'up' : 'down', size: sizeOf(effect.value, effect.unit, language), brand: brand.name }
}

/** Without the sign: the word beside it says the direction. */
function sizeOf(value: number, unit: 'ratio' | 'points', language: Language): string {
  return formatEffect(value, unit, language).replace(/^[−+]/, '')
}

function quietWords(report: Report): { subject: string; sentence: string } {
  const { quiet } = messagesIn(report.language)
  if (report.attention.some((item) => item.kind === 'history_arriving')) return quiet.historyArriving
  if (report.brands.every((brand) => brand.wentLiveOn === null)) return quiet.noneMoved
  const { no_clear_change, higher, lower } = report.counts
  return no_clear_change + higher + lower === 0 ? quiet.tooEarly : quiet.noClearChange
}

/** '▲ Improved' */
export function stateLabel(state: ComparisonState, language: Language): string {
  return `${marks[state]} ${messagesIn(language).states[state]}`
}

/** '−44% to −31%', or null without an effect. */
export function rangeOf({ effect }: Comparison, language: Language): string | null {
  if (effect === null) return null
  return messagesIn(language).range(
    formatEffect(effect.low, effect.unit, language),
    formatEffect(effect.high, effect.unit, language),
  )
}

/** Only verdicts show how far the figure moved; a number beside "not enough data" would be read as one. */
export function effectOf({ state, effect }: Comparison, language: Language): string | null {
  if (effect === null || state === 'not_enough_data' || state === 'not_comparable') return null
  return formatEffect(effect.value, effect.unit, language)
}

/** '2 min 10 s → 1 min 18 s', with a dash for a side without data; null where neither side is known. */
export function beforeAfterOf(cell: Comparison, language: Language): string | null {
  if (cell.before === null && cell.after === null) return null
  const { kind } = metricOf(cell.metric)
  const say = (side: WindowValue | null) => formatMetricValue(side?.value ?? null, kind, language)
  return `${say(cell.before)} → ${say(cell.after)}`
}

/** How many conversations or answers stand behind both sides. */
export function countsOf(cell: Comparison, language: Language): string | null {
  if (cell.before === null || cell.after === null) return null
  const messages = messagesIn(language)
  const { before, after } = cell
  return messages.counted(
    formatNumber(before.n, language),
    formatNumber(after.n, language),
    messages.countedNouns[cell.metric],
  )
}

export function weekValueOf(figure: WeekFigure | null, metric: MetricKey, language: Language): string {
  return formatMetricValue(figure?.value ?? null, metricOf(metric).kind, language)
}

/** Days of the cell's windows where they differ from those the brand's heading names. */
export function ownWindowsOf(cell: Comparison, brand: ReportBrand, language: Language): string | null {
  const { before, after } = cell
  if (before === null || after === null || brand.windows === null) return null
  const shared = brand.windows
  const same =
    before.from === shared.before.from &&
    before.to === shared.before.to &&
    after.from === shared.after.from &&
    after.to === shared.after.to
  return same
    ? null
    : messagesIn(language).windows(formatLongSpan(before, language), formatLongSpan(after, language))
}

/** What a reader must know to take the cell rightly; each becomes a numbered note under the brand. */
export function notesOf(cell: Comparison, language: Language): string[] {
  return cell.reasons
    .filter((reason: Reason) => !silentReasons.has(reason.code))
    .map((reason) => reason[language])
}

export function attentionText(item: AttentionItem, report: Report): string {
  const { language, zone } = report
  const messages = messagesIn(language)
  if (item.kind === 'stale') {
    return item.dataCompleteTo === null
      ? messages.staleWithoutData
      : messages.stale(formatMoment(item.dataCompleteTo, zone, language))
  }
  if (item.kind === 'history_arriving') return item.text[language]
  if (item.kind === 'worse') return item.cell.sentence[language]
  const figures = item.all ? null : item.metrics.map((key) => metricOf(key).name[language]).join(', ')
  return messages.notReady(item.brand.name, figures, formatDay(item.readyOn, language))
}

/** Day and minute of an instant in a zone. @example formatMoment('2026-11-15T23:40:00Z', 'Asia/Seoul', 'en') // '16 November 2026, 08:40' */
export function formatMoment(iso: string, zone: string, language: Language): string {
  const instant = Date.parse(iso)
  const minutes = Math.floor(timeOfDay(instant, zone) / 60_000)
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${formatDay(dayOf(instant, zone), language)}${language === 'ko' ? ' ' : ', '}${clock}`
}

/** States that occur, with how often: '1 improved'. */
export function countsLine(report: Report): { state: ComparisonState; text: string }[] {
  const messages = messagesIn(report.language)
  const order: ComparisonState[] = [
    'improved',
    'worse',
    'higher',
    'lower',
    'no_clear_change',
    'not_enough_data',
    'not_comparable',
  ]
  return order
    .filter((state) => report.counts[state] > 0)
    .map((state) => ({
      state,
      text: messages.counts(formatNumber(report.counts[state], report.language), messages.states[state]),
    }))
}

/** Evidence grades of the verdicts in this mail, best first. */
export function gradesIn(report: Report): EvidenceGrade[] {
  const used = new Set(
    report.brands.flatMap(({ rows }) => rows.map(({ cell }) => (cell.effect === null ? null : cell.grade))),
  )
  return (['A', 'B', 'C', 'D'] as const).filter((grade) => used.has(grade))
}
