import type { AlertEventKind, AlertFacts } from '../contract-alert.ts'
import type { ComparisonState, Language, MetricDescription, MetricKey } from '../contract.ts'
import type { Text } from './catalogue.ts'
import { formatLongSpan } from './format-span.ts'
import { formatDay, formatMetricValue, formatNumber, formatRate } from './format.ts'
import { goalValueWords } from './goal-words.ts'
import { jobName, streamName } from './job-names.ts'

const DAY_MS = 86_400_000

export type AlertWords = {
  text: Text
  language: Language
  metricOf(key: MetricKey): MetricDescription
}
export type ToldEvent = { kind: AlertEventKind; brand: string | null; facts: AlertFacts }
type DataFacts = AlertFacts & { kind: 'data' }

/** What is so, in one line: 'First reply time, Mirae Outdoor: 6 min 12 s, above 5 min'. */
export function eventTitle(event: ToldEvent, words: AlertWords): string {
  const { facts } = event
  if (facts.kind === 'data') return dataTitle(facts, event.kind === 'over', words)
  const { text, language, metricOf } = words
  const figure = metricOf(facts.metric).name[language]
  const what = event.brand === null ? figure : text('alert.event.figure', { figure, brand: event.brand })
  return `${what}: ${findingWords(event.kind, facts, words)}`
}

/** The same without the figure and its brand, where these stand beside it. */
export function findingWords(
  kind: AlertEventKind,
  facts: Exclude<AlertFacts, DataFacts>,
  words: AlertWords,
): string {
  const { text, language, metricOf } = words
  const isOver = kind === 'over'
  const metric = metricOf(facts.metric)
  const say = (value: number) => formatMetricValue(value, metric.kind, language)
  switch (facts.kind) {
    case 'verdict':
      return verdictWords(kind, facts, words)
    case 'level':
      return text(isOver ? `alert.event.levelOver.${facts.side}` : `alert.event.level.${facts.side}`, {
        value: say(facts.value),
        limit: say(facts.limit),
      })
    case 'goal':
      return text(isOver ? 'alert.event.goalOver' : 'alert.event.goal', {
        value: say(facts.value),
        goal: goalValueWords(words, metric, facts.goal),
      })
  }
}

function verdictWords(
  kind: AlertEventKind,
  facts: AlertFacts & { kind: 'verdict' },
  { text }: AlertWords,
): string {
  const say = (state: ComparisonState) => text(`state.${state}`)
  const to = say(facts.to)
  if (kind === 'still') return text('alert.event.verdictStill', { to })
  if (kind === 'over' || facts.from === null) return text('alert.event.verdictNow', { to })
  return text('alert.event.verdict', { from: say(facts.from), to })
}

function dataTitle(facts: DataFacts, isOver: boolean, { text, language }: AlertWords): string {
  const values = {
    name: partName(facts, text, language),
    count: facts.trouble === 'disk' ? formatRate(facts.count, language) : formatNumber(facts.count, language),
  }
  return text(`alert.event.${isOver ? 'over' : 'data'}.${facts.trouble}`, values)
}

function partName({ trouble, name }: DataFacts, text: Text, language: Language): string {
  if (name === null) return ''
  switch (trouble) {
    case 'stream':
    case 'backlog':
      return streamName(name, text)
    case 'job':
      return jobName(name, text)
    case 'reconciliation':
      return formatDay(name, language)
    default:
      return name
  }
}

/** What it rests on: the sentence of the verdict, the week, what Zendesk said; null where the title says it all. */
export function eventDetail({ kind, facts }: ToldEvent, { text, language }: AlertWords): string | null {
  switch (facts.kind) {
    case 'verdict':
      return facts.sentence[language]
    case 'level':
      return text('alert.event.levelWeek', {
        week: weekOf(facts.week, language),
        n: formatNumber(facts.n, language),
        noun: countedNoun(facts.metric, text),
      })
    case 'goal': {
      const why =
        facts.dueOn === null
          ? text('alert.event.goalLost')
          : text('alert.event.goalDue', { day: formatDay(facts.dueOn, language) })
      return kind === 'over' ? text('alert.event.latest') : `${why} ${text('alert.event.latest')}`
    }
    case 'data':
      return kind === 'over' ? null : (facts.words?.[language] ?? null)
  }
}

/** What a person can do about it; null where it is over. */
export function eventAdvice({ kind, facts }: ToldEvent, { text }: AlertWords): string | null {
  if (kind === 'over') return null
  if (facts.kind === 'verdict') return text(facts.to === 'worse' ? 'alert.next.worse' : 'alert.next.verdict')
  return text(facts.kind === 'data' ? `alert.next.${facts.trouble}` : `alert.next.${facts.kind}`)
}

/** What a figure's weeks are counted in. */
export function countedNoun(metric: MetricKey, text: Text): string {
  const isRating = metric === 'csat' || metric === 'bot_csat'
  return text(isRating ? 'alert.counted.ratings' : 'alert.counted.conversations')
}

function weekOf(monday: string, language: Language): string {
  const sunday = new Date(Date.parse(`${monday}T00:00:00Z`) + 7 * DAY_MS).toISOString().slice(0, 10)
  return formatLongSpan({ from: monday, to: sunday }, language)
}
