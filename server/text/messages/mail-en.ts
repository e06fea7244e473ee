import type { ComparisonState, MetricKey, MetricKind } from '../../contract.ts'
import { restsOnRatings } from '../figure-words.ts'

type Movement = { up: string; down: string }

const states: Record<ComparisonState, string> = {
  improved: 'Improved',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  no_clear_change: 'No clear change',
  not_enough_data: 'Not enough data',
  not_comparable: 'Not comparable',
}

/** Names short enough for a subject line; the others keep that of the catalogue. */
const shortNames: Partial<Record<MetricKey, string>> = {
  first_reply: 'first reply',
  unserved_rate: 'unserved rate',
  recontact_rate: 'recontact rate',
  csat: 'CSAT',
  demand: 'contact volume',
  human_workload: 'agent workload',
}

function movementOf({ metric, kind }: Pick<Clause, 'metric' | 'kind'>): Movement {
  if (metric === 'first_reply') return { up: 'slower', down: 'faster' }
  return kind === 'duration' ? { up: 'longer', down: 'shorter' } : { up: 'higher', down: 'lower' }
}

/** One piece of news: the metric moved by `size` at a brand. */
export type Clause = {
  metric: MetricKey
  /** As the catalogue calls it. */
  figure: string
  kind: MetricKind
  direction: 'up' | 'down'
  size: string
  brand: string
}

/** A verdict that changed: each part in words. */
export type VerdictWords = { brand: string; figure: string; from: string; to: string }

/** Every word of the weekly mail that is not the catalogue's. */
export const mailEn = {
  states,
  countedNoun: (metric: MetricKey): string => (restsOnRatings({ key: metric }) ? 'ratings' : 'conversations'),
  title: 'Weekly report',
  /** @param week null where there is no room for it */
  subject: (news: readonly Clause[], more: number, week: string | null) =>
    `Cutover: ${[...news.map(subjectClause), ...(more > 0 ? [`${more} more`] : [])].join('; ')}${weekPart(week)}`,
  subjectWithoutNews: (state: string, week: string) => `Cutover: ${state}${weekPart(week)}`,
  headline: (news: readonly Clause[], more: number) =>
    `Since the move to messaging, ${list([...news.map(headlineClause), ...(more > 0 ? [moreFigures(more)] : [])])}.`,
  quiet: {
    noneMoved: {
      subject: 'no brand has moved yet',
      sentence: 'None of your brands has moved to messaging yet.',
    },
    historyArriving: {
      subject: 'history is still arriving',
      sentence: 'The history is still arriving, so there is no verdict yet.',
    },
    tooEarly: {
      subject: 'too early to tell',
      sentence: 'It is too early to say what has changed since the move.',
    },
    noClearChange: {
      subject: 'no clear change',
      sentence: 'No figure has clearly become better or worse since the move to messaging.',
    },
  },
  notMovedBrands: (brands: number) =>
    brands === 1 ? '1 brand not moved yet' : `${brands} brands not moved yet`,
  counts: (count: string, state: string) => `${count} ${state.toLowerCase()}`,
  attention: 'Needs your attention',
  attentionNone: 'Nothing needs your attention this week.',
  changed: 'New since the last mail',
  changedNone: 'No verdict has changed since the last mail.',
  changedVerdict: ({ brand, figure, from, to }: VerdictWords) =>
    `${brand}, ${lowerFirst(figure)}: ${lowerFirst(from)} → ${lowerFirst(to)}`,
  late: (week: string) =>
    `The data of the week of ${week} is not complete yet. This is the last week whose data is.`,
  stale: (moment: string) =>
    `The data is complete only up to ${moment}. Ask your administrator to look at Data health.`,
  staleWithoutData: 'The data has not been completed yet. Ask your administrator to look at Data health.',
  tooEarly: (brand: string, day: string) =>
    `${brand}: too early for verdicts; the first are expected from ${day}.`,
  notReady: (brand: string, figures: string, day: string) =>
    `${brand}: not enough data yet for ${figures}; expected from ${day}.`,
  moved: (day: string) => `Moved on ${day}.`,
  notMoved: 'Not moved yet.',
  verdictsFrom: (day: string) => `Too early to compare; first verdicts expected from ${day}.`,
  fromDay: (day: string) => `expected from ${day}`,
  windows: (before: string, after: string) => `Before: ${before}. After: ${after}.`,
  details: 'Change, its range and the counts behind it',
  otherBrands: 'Other brands',
  figure: 'Figure',
  verdict: 'Change',
  beforeAfter: 'Before → after',
  rangeBetween: ' to ',
  evidence: (grade: string) => `evidence ${grade}`,
  counted: (before: string, after: string, noun: string) => `${before} → ${after} ${noun}`,
  countedOnce: (count: string, noun: string) => `${count} ${noun}`,
  expected: (value: string) => `expected ${value}`,
  perWeek: (values: string) => `${values} a week`,
  inOneWeek: (count: string, noun: string) => `${count} ${noun}`,
  week: (week: string) => `Week of ${week}`,
  weekBefore: 'Week before',
  weekBeforeValue: (value: string) => `week before: ${value}`,
  stillComingIn: 'still coming in',
  note: (number: number) => `Note ${number}`,
  readingTitle: 'How to read this',
  readingWeek:
    'The figures of the week run from Monday to Sunday. “Still coming in” means that late replies, ratings or repeat contacts can still change the figure.',
  readingRange: 'The range under a change shows where the true change most likely lies.',
  readingGrade: {
    A: 'Evidence A: compared with brands that have not moved, and every check that could be made passed.',
    B: 'Evidence B: compared with brands that have not moved or with a long history; a check left a doubt.',
    C: 'Evidence C: a weaker comparison; take it as a hint.',
    D: 'Evidence D: simply before against after. Season and everything else that changed meanwhile is still in it, so it does not prove that the move was the reason.',
  },
  dataAsOf: (moment: string) => `Data complete to ${moment}.`,
  openCutover: 'Open in Cutover',
  unsubscribe: 'Stop these mails',
  sentTo: (name: string, zone: string) => `Sent to ${name}. Times are ${zone} time.`,
}

export type MailMessages = typeof mailEn

/** Within a sentence; 'CSAT' stays as it is. */
function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

function nameOf({ metric, figure }: Clause): string {
  return shortNames[metric] ?? lowerFirst(figure)
}

function subjectClause(clause: Clause): string {
  return `${nameOf(clause)} ${clause.size} ${movementOf(clause)[clause.direction]} at ${clause.brand}`
}

function headlineClause(clause: Clause): string {
  return `${nameOf(clause)} is ${clause.size} ${movementOf(clause)[clause.direction]} at ${clause.brand}`
}

function weekPart(week: string | null): string {
  return week === null ? '' : ` — week of ${week}`
}

function moreFigures(more: number): string {
  return `${more === 1 ? 'one more figure' : `${more} more figures`} improved or got worse`
}

function list(clauses: readonly string[]): string {
  return clauses.length < 2
    ? clauses.join('')
    : `${clauses.slice(0, -1).join(', ')}${clauses.length > 2 ? ',' : ''} and ${clauses[clauses.length - 1]}`
}
