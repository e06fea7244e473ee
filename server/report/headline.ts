import type { Language } from '../contract.ts'
import { formatSpan } from '../text/format-span.ts'
import { formatDay, formatEffect } from '../text/format.ts'
import type { Clause } from '../text/messages/mail-en.ts'
import type { NewsItem, Report } from './report.ts'
import { messagesIn } from './wording.ts'

/** More clauses than this make a sentence nobody reads to its end. */
const HEADLINE_CLAUSES = 4
const SUBJECT_CLAUSES = 2

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
  return {
    metric,
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
  if (no_clear_change + higher + lower > 0) return quiet.noClearChange
  if (report.attention.some((item) => item.kind === 'history_arriving')) return quiet.historyArriving
  return report.brands.every((brand) => brand.wentLiveOn === null) ? quiet.noneMoved : quiet.tooEarly
}
