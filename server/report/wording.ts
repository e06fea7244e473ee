import type { Comparison, ComparisonState, EvidenceGrade, Language, MetricKey } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import { dayOf, timeOfDay } from '../periods/zone.ts'
import type { AttachmentKind } from '../store/report-schedules.ts'
import { formatSpan } from '../text/format-span.ts'
import { formatDay, formatEffect, formatMetricValue, formatNumber } from '../text/format.ts'
import { rangeWords } from '../text/sentence-parts.ts'
import { stateOrder } from '../text/verdicts.ts'
import { spansNoChange } from '../text/spans-no-change.ts'
import type { MailContentMessages } from '../text/messages/mail-content-en.ts'
import { mailContentEn } from '../text/messages/mail-content-en.ts'
import { mailContentKo } from '../text/messages/mail-content-ko.ts'
import type { MailMessages } from '../text/messages/mail-en.ts'
import { mailEn } from '../text/messages/mail-en.ts'
import { mailKo } from '../text/messages/mail-ko.ts'
import { countStates } from './count-states.ts'
import type { AttentionItem, Report, ReportBrand, ReportChange, WeekFigure } from './report.ts'

/** A shape for every state, so that colour is never needed. */
export const marks: Record<ComparisonState, string> = {
  improved: '✓',
  worse: '!',
  higher: '↑',
  lower: '↓',
  no_clear_change: '≈',
  not_enough_data: '…',
  not_comparable: '⊘',
}

/** Reasons said elsewhere in the mail, or by the range itself. */
const silentReasons = new Set([
  'not_moved',
  'too_early',
  'history_arriving',
  'no_meaningful_change',
  'slight',
  'two_periods_only',
  'own_trend_only',
  'mix_partly_known',
  'control_rank',
])
/** Said by a range that holds the possibility of no change; any other range seems to say the opposite. */
const rangeReasons = new Set(['cannot_tell', 'multiple_checks'])

export function messagesIn(language: Language): MailMessages {
  return language === 'ko' ? mailKo : mailEn
}

export function contentIn(language: Language): MailContentMessages {
  return language === 'ko' ? mailContentKo : mailContentEn
}

/** '−44% to −31%', or null without an effect. */
export function rangeOf({ effect }: Comparison, language: Language): string | null {
  return effect && rangeWords(effect, messagesIn(language).rangeBetween, language)
}

/** Only verdicts show how far the figure moved; a number beside "not enough data" would be read as one. */
export function effectOf({ state, effect }: Comparison, language: Language): string | null {
  if (effect === null || state === 'not_enough_data' || state === 'not_comparable') return null
  return formatEffect(effect.value, effect.unit, language)
}

/**
 * '2 min 10 s → 1 min 18 s', '838 → 855 a week'; with a dash for a side without data; null where neither side is known.
 * Where the change is held against something else than the value before, that is said too: '(expected 1 min 50 s)'.
 */
export function beforeAfterOf(cell: Comparison, language: Language): string | null {
  if (cell.before === null && cell.after === null) return null
  const { kind } = metricOf(cell.metric)
  const messages = messagesIn(language)
  const say = (value: number | null | undefined) => formatMetricValue(value ?? null, kind, language)
  const both = `${say(cell.before?.value)} → ${say(cell.after?.value)}`
  const values = kind === 'count' ? messages.perWeek(both) : both
  return cell.expected ? `${values} (${messages.expected(say(cell.expected.value))})` : values
}

/** How many conversations or answers stand behind both sides. */
export function countsOf(cell: Comparison, language: Language): string | null {
  if (cell.before === null || cell.after === null) return null
  const messages = messagesIn(language)
  const { before, after } = cell
  return messages.counted(
    formatNumber(before.n, language),
    formatNumber(after.n, language),
    messages.countedNoun(cell.metric),
  )
}

/** The figure of one week in its unit; of a count, with the noun it counts. */
export function weekValueOf(figure: WeekFigure | null, metric: MetricKey, language: Language): string {
  const { kind } = metricOf(metric)
  const messages = messagesIn(language)
  const value = formatMetricValue(figure?.value ?? null, kind, language)
  if (kind !== 'count' || figure === null || figure.value === null) return value
  return messages.inOneWeek(value, messages.countedNoun(metric))
}

/** True where something moved; the size of any other change would be read as one. */
export function isClear(state: ComparisonState): boolean {
  return ['improved', 'worse', 'higher', 'lower'].includes(state)
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
  return same ? null : `${formatSpan(before, language)} → ${formatSpan(after, language)}`
}

/** What a reader must know to take the cell rightly; each becomes a numbered note under the brand. */
export function notesOf(cell: Comparison, language: Language): string[] {
  const saidByRange = cell.effect === null || spansNoChange(cell.effect)
  return cell.reasons
    .filter(({ code }) => !silentReasons.has(code) && !(saidByRange && rangeReasons.has(code)))
    .map((reason) => reason[language])
}

export function attentionText(
  item: AttentionItem,
  { language, zone }: Pick<Report, 'language' | 'zone'>,
): string {
  const messages = messagesIn(language)
  if (item.kind === 'stale') {
    return item.dataCompleteTo === null
      ? messages.staleWithoutData
      : messages.stale(formatMoment(item.dataCompleteTo, zone, language))
  }
  if (item.kind === 'history_arriving') return item.text[language]
  const content = contentIn(language)
  if (item.kind === 'worse')
    return content.attentionWorse(item.brand.name, figureNames(item.metrics, language))
  if (item.kind === 'unconfirmed') {
    const by = item.by === null ? null : formatDay(item.by, language)
    return content.attentionUnconfirmed(brandNames(item.brands, language), item.brands.length, by)
  }
  const day = formatDay(item.readyOn, language)
  if (item.kind === 'too_early') return messages.tooEarly(item.brand.name, day)
  return messages.notReady(item.brand.name, figureNames(item.metrics, language), day)
}

function figureNames(metrics: readonly MetricKey[], language: Language): string {
  return metrics.map((key) => metricOf(key).name[language]).join(', ')
}

const MOST_NAMES = 4

/** Names in a row; of many the first, and how many more. */
export function brandNames(brands: readonly { name: string }[], language: Language): string {
  const names = brands.slice(0, MOST_NAMES).map(({ name }) => name)
  const more = brands.length - names.length
  return more > 0 ? contentIn(language).moreNames(names.join(', '), more) : names.join(', ')
}

/** Which files would have made the mail too large. */
export function filesLeftOut(kinds: readonly AttachmentKind[], language: Language): string {
  const content = contentIn(language)
  return content.filesLeftOut(kinds.map((kind) => content.fileWord[kind]).join(', '))
}

/** 'Mirae Outdoor, first reply time: no clear change → improved (−38%)'. */
export function changeText({ cell, from }: ReportChange, language: Language): string {
  const messages = messagesIn(language)
  const effect = isClear(cell.state) ? effectOf(cell, language) : null
  return messages.changedVerdict({
    brand: cell.brand.name,
    figure: metricOf(cell.metric).name[language],
    from: messages.states[from],
    to: `${messages.states[cell.state]}${effect === null ? '' : ` (${effect})`}`,
  })
}

/** Day and minute of an instant in a zone. @example formatMoment('2026-11-15T23:40:00Z', 'Asia/Seoul', 'en') // '16 November 2026, 08:40' */
export function formatMoment(iso: string, zone: string, language: Language): string {
  const instant = Date.parse(iso)
  const minutes = Math.floor(timeOfDay(instant, zone) / 60_000)
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return `${formatDay(dayOf(instant, zone), language)}${language === 'ko' ? ' ' : ', '}${clock}`
}

/** States that occur, with how often: '1 improved'. */
export function countsLine(
  counts: Record<ComparisonState, number>,
  language: Language,
): { state: ComparisonState; text: string }[] {
  const messages = messagesIn(language)
  return stateOrder
    .filter((state) => counts[state] > 0)
    .map((state) => ({
      state,
      text: messages.counts(formatNumber(counts[state], language), messages.states[state]),
    }))
}

/** A brand in one line: 'Not moved yet.' or its states with their numbers. */
export function briefOf(brand: ReportBrand, language: Language): string {
  if (brand.move === null) return messagesIn(language).notMoved
  return countsLine(countStates([brand]), language)
    .map(({ state, text }) => `${marks[state]} ${text}`)
    .join(' · ')
}

/** One grade for the whole mail is said at its top; several stand at each figure and are explained at its end. */
export function gradeSaidFirst(report: Report): EvidenceGrade[] {
  const grades = gradesIn(report)
  return grades.length === 1 ? grades : []
}

export function gradesSaidLast(report: Report): EvidenceGrade[] {
  const grades = gradesIn(report)
  return grades.length === 1 ? [] : grades
}

/** Evidence grades of the verdicts in this mail, best first. */
export function gradesIn(report: Report): EvidenceGrade[] {
  const used = new Set(
    report.brands.flatMap(({ rows }) => rows.map(({ cell }) => (cell.effect === null ? null : cell.grade))),
  )
  return (['A', 'B', 'C', 'D'] as const).filter((grade) => used.has(grade))
}
