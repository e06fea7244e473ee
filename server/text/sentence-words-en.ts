import type { MetricKind } from '../contract.ts'
import {
  comparisonWords,
  amountWords,
  countsWords,
  sizeWords,
  valuesWords,
  weeksWords,
} from './sentence-parts.ts'
import type { SentenceSubject, WindowFinding } from './sentence-findings.ts'
import { controlsOf, hasExpectation, wentTheOtherWay } from './sentence-findings.ts'

/** 'First reply time at Mirae'. */
export function nameIn({ brand, metric }: SentenceSubject): string {
  return atBrand(metric.name.en, brand)
}

/** The same within a sentence: 'first reply time at Mirae'. */
export function nameInside({ brand, metric }: SentenceSubject): string {
  return atBrand(midSentence(metric.name.en), brand)
}

/** A name with an afterthought behind a comma closes it: 'First reply time, automatic replies included, at Mirae'. */
function atBrand(name: string, brand: string): string {
  return `${name}${name.includes(',') ? ',' : ''} at ${brand}`
}

/** 'First reply time' → 'first reply time', but 'CSAT' stays. */
export function midSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name
}

/** 'Conversations handled by agents' and 'Missed chats' are, the others is. */
export function beOf(name: string): 'is' | 'are' {
  return /^(\w+ )?\w+s\b/.test(name) ? 'are' : 'is'
}

/** What the weeks after the move are held against: 'than the 2 min 5 s to be expected without the move'. */
export function yardstick(subject: SentenceSubject, finding: WindowFinding): string {
  if (!hasExpectation(finding)) return `than in the ${finding.weeks} weeks before the move`
  return finding.expected
    ? `than the ${amountWords(finding.expected.value, subject, 'en')} to be expected without the move`
    : 'than to be expected without the move'
}

/** 'First reply time at Mirae is 40% shorter than in the 12 weeks before the move: 2 min 10 s → 1 min 18 s'. */
export function difference(subject: SentenceSubject, finding: WindowFinding): string {
  const { metric } = subject
  const comparison = comparisonWords(finding.effect, metric.kind, 'en')
  return `${nameIn(subject)} ${beOf(metric.name.en)} ${comparison} ${yardstick(subject, finding)}: ${valuesWords(finding, subject, 'en')}`
}

/** What a finding rests on, for brackets: values, what was to be expected, weeks, counts. */
export function basis(subject: SentenceSubject, finding: WindowFinding): string {
  const { metric } = subject
  const values = valuesWords(finding, subject, 'en')
  const counts = countsWords(finding, metric.key, 'en')
  const weeks = weeksWords(finding, 'en')
  if (!hasExpectation(finding)) return `${values}, ${weeks}; ${counts}`
  const expected = finding.expected ? `; expected ${amountWords(finding.expected.value, subject, 'en')}` : ''
  return `${values}${expected}; ${weeks}, ${counts}`
}

/** 'Brands that had not moved (Hanbit, Saebom)', as far as they may be named. */
export function controlBrands(finding: WindowFinding): string {
  const { count, names } = controlsOf(finding)
  const named = names.length === 0 ? '' : ` (${names.join(', ')})`
  if (count === 1) return `The brand that had not moved${named}`
  return count === null || names.length > 0
    ? `Brands that had not moved${named}`
    : `The ${count} brands that had not moved`
}

/** 'The figure itself rose, but by less than was to be expected.'; empty where it did not go the other way. */
export function otherWay(subject: SentenceSubject, finding: WindowFinding): string[] {
  if (!wentTheOtherWay(finding)) return []
  const { value, unit } = finding.effect
  const rose = unit === 'ratio' ? value < 1 : value < 0
  const verb = itself[subject.metric.kind][rose ? 1 : 0]
  return [`The figure itself ${verb}, but by less than was to be expected without the move.`]
}

const itself: Record<MetricKind, readonly [fell: string, rose: string]> = {
  duration: ['became shorter', 'became longer'],
  rate: ['fell', 'rose'],
  count: ['fell', 'rose'],
  load: ['fell', 'rose'],
  money: ['fell', 'rose'],
}

/** A neutral figure's direction as a verb: 'rose', 'became longer'. */
export function movedWords(kind: MetricKind, state: 'higher' | 'lower'): string {
  return itself[kind][state === 'higher' ? 1 : 0]
}

/** All brands changed, whether they had moved or not. */
export const everyoneWords =
  'All brands changed in the same direction at this time, including those that had not moved.'

/** How far the figure swings by itself; empty where that is not known. */
export function swingWords({ metric }: SentenceSubject, { swing }: WindowFinding): string[] {
  if (swing === undefined || swing === null) return []
  return [
    `Before the move this figure swung ±${sizeWords(swing, metric.kind, 'en')} between comparable periods by itself.`,
  ]
}

export function automaticReplies({ includesAutomaticReplies = false }: WindowFinding): string[] {
  return includesAutomaticReplies ? ['The figure includes automatic replies.'] : []
}
