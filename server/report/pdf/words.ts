import type { BrandSummary, ComparisonsAnswer, Language, QuestionFilter } from '../../contract.ts'
import { addDays } from '../../periods/day.ts'
import type { Text } from '../../text/catalogue.ts'
import { textIn } from '../../text/catalogue.ts'
import { filterWords } from '../../text/filter-words.ts'
import { formatDay, formatInstant } from '../../text/format.ts'
import type { PdfFrame } from './pdf-content.ts'

export type Words = { text: Text; language: Language }

export function wordsIn(language: Language): Words {
  return { text: textIn(language), language }
}

const LATE_AFTER_MS = 26 * 3_600_000

/** Up to when the numbers are complete, and whether that is later than it should be. */
export function freshnessWords(
  { language, zone }: Pick<PdfFrame, 'language' | 'zone'>,
  { asOf, dataCompleteTo }: Pick<ComparisonsAnswer, 'asOf' | 'dataCompleteTo'>,
): { words: string; isLate: boolean } {
  const { text } = wordsIn(language)
  if (dataCompleteTo === null) return { words: text('freshness.none'), isLate: false }
  const isLate = Date.parse(asOf) - Date.parse(dataCompleteTo) > LATE_AFTER_MS
  const moment = formatInstant(dataCompleteTo, zone, language)
  return { words: text(isLate ? 'freshness.late' : 'freshness.complete', { moment }), isLate }
}

/** For whom the figures are, and of which brands: somebody may hand the pages on. */
export function scopeWords({ reader, brands, language }: PdfFrame, shown: readonly BrandSummary[]): string {
  const { text } = wordsIn(language)
  const names = shown.map(({ name }) => name).join(', ')
  const isAll = reader.seesAllBrands && shown.length === brands.length && shown.length > 1
  const which = isAll ? text('pdf.allBrands', { n: shown.length }) : names
  if (reader.name === null) return which
  return shown.length === 0
    ? text('pdf.forNobody', { name: reader.name })
    : text('pdf.for', { name: reader.name, brands: which })
}

/** What a question was narrowed to; null where it is the report's own. */
export function narrowedWords(
  { isReport, filter }: { isReport: boolean; filter: QuestionFilter | null },
  days: { from?: string; to?: string },
  language: Language,
): string | null {
  if (isReport) return null
  const { text } = wordsIn(language)
  const lastDay = days.to === undefined ? '' : formatDay(addDays(days.to, -1), language)
  const firstDay = days.from === undefined ? '' : formatDay(days.from, language)
  const parts = [
    ...(firstDay === '' && lastDay === '' ? [] : [`${text('filter.days')}: ${firstDay} – ${lastDay}`]),
    ...(filter ? filterWords(filter, language) : []),
  ]
  return text('pdf.narrowed', { filters: parts.join(' · ') })
}
