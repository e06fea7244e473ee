import { countsWords, marginWords, outlookWords, rangeWords, slightWords } from './sentence-parts.ts'
import { formatEffect } from './format.ts'
import { mixShareOf } from './mix-share.ts'
import type { MixFinding, SentenceSubject, UnclearFinding } from './sentence-findings.ts'
import { hasExpectation, saysEveryone } from './sentence-findings.ts'
import {
  automaticReplies,
  basis,
  beOf,
  difference,
  everyoneWords,
  nameIn,
  nameInside,
  swingWords,
} from './sentence-words-en.ts'

/** Why a figure is not called a change, in English. */
export function unclearInEnglish(subject: SentenceSubject, finding: UnclearFinding): string {
  return [
    ...because(subject, finding),
    ...(saysEveryone(finding) ? [everyoneWords] : []),
    ...automaticReplies(finding),
  ].join(' ')
}

function because(subject: SentenceSubject, finding: UnclearFinding): string[] {
  const { metric } = subject
  const name = nameIn(subject)
  const rests = basis(subject, finding)
  switch (finding.because) {
    case 'no_meaningful_change':
      return [
        `${name} ${hasExpectation(finding) ? `${beOf(metric.name.en)} about where ${beOf(metric.name.en) === 'are' ? 'they were' : 'it was'} to be expected without the move` : 'stayed about the same'} (${rests}): any change is smaller than ${marginWords(metric, 'en')}.`,
      ]
    case 'slight':
      return [
        `${name} moved slightly${hasExpectation(finding) ? ' against what was to be expected without the move' : ''}: ${slightWords(finding.effect, metric.margin, 'en')} (${rests}).`,
        `The change looks real but is smaller than the ${marginWords(metric, 'en')} from which it is called.`,
      ]
    case 'different_people':
      return [
        `${name} moved (${rests}), but different people answered before and after, so this is not called a change.`,
      ]
    case 'cannot_tell':
      return cannotTell(subject, finding)
    case 'swings':
    case 'many_figures':
      return [
        `${difference(subject, finding)} (range ${rangeWords(finding.effect, ' to ', 'en')}; ${countsWords(finding, metric.key, 'en')}), but ${uncertain(finding)}.`,
        'Watch the coming weeks to see whether it lasts.',
      ]
    case 'mix_shift':
      return mixShift(subject, finding, finding.mix)
  }
}

function cannotTell(
  subject: SentenceSubject,
  finding: Extract<UnclearFinding, { because: 'cannot_tell' }>,
): string[] {
  const { metric } = subject
  const expectation = hasExpectation(finding)
  const against = expectation ? 'against what was to be expected without it, ' : ''
  return [
    `We cannot tell yet whether ${nameInside(subject)} changed${expectation ? ' with the move' : ''} (${basis(subject, finding)}): ${against}the data fit anything from ${rangeWords(finding.effect, ' to ', 'en')}.`,
    ...swingWords(subject, finding),
    outlookWords(finding.outlook, metric, 'en'),
  ]
}

function uncertain(finding: Extract<UnclearFinding, { because: 'swings' | 'many_figures' }>): string {
  if (finding.because === 'swings')
    return 'this figure swings so much from week to week that it is not called a change'
  return 'with many figures checked at once this is not certain enough to be called a change'
}

function mixShift(subject: SentenceSubject, finding: UnclearFinding, mix: MixFinding): string[] {
  const held = mix.adjusted
    ? `With the same mix on both sides the change is ${formatEffect(mix.adjusted.value, mix.adjusted.unit, 'en')} (likely between ${rangeWords(mix.adjusted, ' and ', 'en')}), so it is not called.`
    : 'With the same mix on both sides it is not certain enough to be called.'
  return [
    `${nameIn(subject)} moved (${basis(subject, finding)}), but ${mixShare(mix)} customers asking about other things, or at other times, than before.`,
    held,
    'Compare topic by topic before acting on it.',
  ]
}

function mixShare({ share }: MixFinding): string {
  const told = mixShareOf(share)
  if (told === 'unknown') return 'it may come from'
  return told === 'nearly_all' ? 'nearly all of it comes from' : `about ${told.percent}% of it comes from`
}
