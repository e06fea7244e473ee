import { comparisonWords, countsWords, rangeWords, valuesWords, weeksWords } from './sentence-parts.ts'
import type { CalledFinding, SentenceSubject } from './sentence-findings.ts'
import { gradeOf, hasExpectation, wentTheOtherWay } from './sentence-findings.ts'
import {
  automaticReplies,
  controlBrands,
  difference,
  everyoneWords,
  midSentence,
  movedWords,
  nameIn,
  otherWay,
  swingWords,
  yardstick,
} from './sentence-words-en.ts'
import { spansNoChange } from './spans-no-change.ts'

/** A called change in English: what changed by how much, then what may be said of the cause. */
export function calledInEnglish(subject: SentenceSubject, finding: CalledFinding): string {
  return [
    ...(hasExpectation(finding) ? againstExpectation(subject, finding) : twoPeriods(subject, finding)),
    ...automaticReplies(finding),
  ].join(' ')
}

function twoPeriods(subject: SentenceSubject, finding: CalledFinding): string[] {
  const counts = countsWords(finding, subject.metric.key, 'en')
  return [
    `${difference(subject, finding)} (likely between ${rangeWords(finding.effect, ' and ', 'en')}; ${counts}).`,
    ...(spansNoChange(finding.effect)
      ? [
          'That range also allows for no change, but week by week the difference is steady enough to be called.',
        ]
      : []),
    'This compares two periods only; it does not show the cause.',
    finding.everyoneMoved ? everyoneWords : 'The weekly chart shows whether it began with the move.',
  ]
}

function againstExpectation(subject: SentenceSubject, finding: CalledFinding): string[] {
  const { metric } = subject
  const grade = gradeOf(finding)
  const rests = `likely between ${rangeWords(finding.effect, ' and ', 'en')}; ${weeksWords(finding, 'en')}, ${countsWords(finding, metric.key, 'en')}`
  if (grade === 'D')
    return [
      `${difference(subject, finding)} (${rests}).`,
      'Too many checks of this comparison failed, so it does not show the cause.',
      ...everyone(finding),
    ]
  const verb = verbOf(subject, finding)
  const comparison = `${comparisonWords(finding.effect, metric.kind, 'en')} ${yardstick(subject, finding)}`
  const values = valuesWords(finding, subject, 'en')
  if (grade === 'C')
    return [
      `${nameIn(subject)} ${verb}: ${values}, about ${comparison} (${rests}).`,
      doubt(finding),
      ...otherWay(subject, finding),
      ...everyone(finding),
    ]
  return [
    `${nameIn(subject)} ${verb} after the move to messaging: ${values}, ${comparison} (${rests}).`,
    ...(finding.method === 'staggered' ? [besideOthers(subject, finding)] : ownTrend(subject, finding)),
  ]
}

function verbOf({ metric }: SentenceSubject, { state }: CalledFinding): string {
  if (state === 'improved') return 'improved'
  return state === 'worse' ? 'got worse' : movedWords(metric.kind, state)
}

/** What brands that had not moved showed meanwhile. */
function besideOthers(subject: SentenceSubject, finding: CalledFinding): string {
  const brands = controlBrands(finding)
  if (wentTheOtherWay(finding)) {
    const went = movedWords(subject.metric.kind, isBelow(finding) ? 'higher' : 'lower')
    return `The figure itself ${went}, but by less than at ${midSentence(brands)}.`
  }
  return finding.everyoneMoved
    ? `${brands} changed in the same direction, but less.`
    : `${brands} did not show this change.`
}

function ownTrend(subject: SentenceSubject, finding: CalledFinding): string[] {
  return [
    finding.model === 'local'
      ? "There was no comparison brand; this brand's own recent trend was allowed for."
      : "There was no comparison brand; this brand's own trend and the time of year were allowed for.",
    ...otherWay(subject, finding),
    ...everyone(finding),
    ...swingWords(subject, finding),
  ]
}

/** Why grade C only says that the move may be the cause. */
function doubt({ method, model, isMeasuredDifferently = false }: CalledFinding): string {
  if (isMeasuredDifferently)
    return 'This may be due to the move, or to what is measured differently before and after it.'
  if (method === 'interrupted' && model === 'year')
    return 'This may be due to the move, but other changes at that time cannot be ruled out.'
  return method === 'staggered'
    ? 'This may be due to the move, but the comparison with brands that had not moved has weak points, so other causes cannot be ruled out.'
    : 'This may be due to the move, but season or other changes cannot be ruled out.'
}

function everyone({ everyoneMoved = false }: CalledFinding): string[] {
  return everyoneMoved ? [everyoneWords] : []
}

function isBelow({ effect }: CalledFinding): boolean {
  return effect.unit === 'ratio' ? effect.value < 1 : effect.value < 0
}
