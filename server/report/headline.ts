import type { Language } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import { formatSpan } from '../text/format-span.ts'
import { formatDay, formatEffect } from '../text/format.ts'
import type { Clause } from '../text/messages/mail-en.ts'
import { pickNews } from './news.ts'
import type { NewsItem, Report } from './report.ts'
import { contentIn, messagesIn } from './wording.ts'

/** More clauses than this make a sentence nobody reads to its end. */
const HEADLINE_CLAUSES = 4
const SUBJECT_CLAUSES = 2
/** Lists of mails cut a longer line off. */
const SUBJECT_CHARACTERS = 70

/** The news itself, short enough for a list of mails: less of it where it would be cut off. */
export function subjectOf(report: Report): string {
  const choices = subjectsOf(report).map((line) => line.replace(/\s+/g, ' '))
  return choices.find((line) => [...line].length <= SUBJECT_CHARACTERS) ?? choices[choices.length - 1]
}

/** The same news with less and less beside it. */
function subjectsOf(report: Report): string[] {
  const messages = messagesIn(report.language)
  const span =
    report.language === 'ko'
      ? formatSpan(report.period, 'ko')
      : formatDay(report.period.from, report.language, 'short')
  const narrowed = report.narrowed ? ` (${contentIn(report.language).narrowedSubject})` : ''
  if (report.news.length === 0)
    return [messages.subjectWithoutNews(quietWords(report).subject, span) + narrowed]
  const line = (clauses: number, when: string | null) => {
    const told = pickNews(report.news, clauses)
    const words = told.map((item) => clauseOf(item, report.language))
    return messages.subject(words, report.news.length - told.length, when) + narrowed
  }
  return [line(SUBJECT_CLAUSES, span), line(SUBJECT_CLAUSES, null), line(1, span), line(1, null)]
}

/** One sentence: what improved or got worse, and where. */
export function headlineOf(report: Report): string {
  if (report.news.length === 0) return quietWords(report).sentence
  const told = pickNews(report.news, HEADLINE_CLAUSES)
  const clauses = told.map((item) => clauseOf(item, report.language))
  return messagesIn(report.language).headline(clauses, report.news.length - told.length)
}

function clauseOf(item: NewsItem, language: Language): Clause {
  const { effect, metric, brand } = item
  const up = effect.unit === 'ratio' ? effect.value > 1 : effect.value > 0
  const { name, kind } = metricOf(metric)
  return {
    metric,
    figure: name[language],
    kind,
    direction: up ? 'up' : 'down',
    size: sizeOf(effect.value, effect.unit, language),
    brand: brand.name,
  }
}

/** Without the sign: the word beside it says the direction. */
function sizeOf(value: number, unit: 'ratio' | 'points', language: Language): string {
  return formatEffect(value, unit, language).replace(/^[−+]/, '')
}

function quietWords(report: Report): { subject: string; sentence: string } {
  const { quiet } = messagesIn(report.language)
  const { no_clear_change, higher, lower } = report.counts
  const hasMoved = report.brands.some((brand) => brand.move !== null)
  if (no_clear_change + higher + lower > 0) return quiet.noClearChange
  if (report.attention.some((item) => item.kind === 'history_arriving')) return quiet.historyArriving
  if (!hasMoved) return quiet.noneMoved
  return report.narrowed ? contentIn(report.language).narrowedQuiet : quiet.tooEarly
}
