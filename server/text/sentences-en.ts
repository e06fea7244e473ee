import { formatDay } from './format.ts'
import type { SentenceFinding, SentenceSubject, UnclearFinding, WindowFinding } from './sentence-findings.ts'
import {
  comparisonWords,
  countsWords,
  currentValueWords,
  marginWords,
  outlookWords,
  rangeWords,
  slightWords,
  valuesWords,
} from './sentence-parts.ts'
import { spansNoChange } from './spans-no-change.ts'

/** A finding in English. */
export function englishSentence(subject: SentenceSubject, finding: SentenceFinding): string {
  const { brand, metric } = subject
  const name = `${metric.name.en} at ${brand}`
  const inside = `${midSentence(metric.name.en)} at ${brand}`
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return `${difference(subject, finding)} (likely between ${rangeWords(finding.effect, ' and ', 'en')}; ${countsWords(finding, metric.key, 'en')}). ${spansNoChange(finding.effect) ? 'That range also allows for no change, but week by week the difference is steady enough to be called. ' : ''}This compares two periods only; it does not show the cause. The weekly chart shows whether it began with the move.`
    case 'no_clear_change':
      return unclear(subject, finding)
    case 'not_enough_data':
      return `Not enough data for ${inside} yet. ${finding.reason.en}${finding.readyOn ? ` A result is expected from ${formatDay(finding.readyOn, 'en')}.` : ''}`
    case 'not_comparable':
      return `${name} cannot be compared before and after the move. ${finding.reason.en}${finding.hasBothSides ? ' Both values are shown side by side without a verdict.' : ''}`
    case 'not_moved':
      return [
        `${brand} has not moved to messaging yet, so there is nothing to compare for ${midSentence(metric.name.en)}.`,
        ...present(currentValueWords(finding.now, metric, 'en')),
      ].join(' ')
  }
}

function unclear(subject: SentenceSubject, finding: UnclearFinding): string {
  const { brand, metric } = subject
  const name = `${metric.name.en} at ${brand}`
  const margin = marginWords(metric, 'en')
  const counts = countsWords(finding, metric.key, 'en')
  const basis = `${valuesWords(finding, metric.kind, 'en')}, ${finding.weeks} weeks on each side; ${counts}`
  switch (finding.because) {
    case 'no_meaningful_change':
      return `${name} stayed about the same (${basis}): any change is smaller than ${margin}.`
    case 'slight':
      return `${name} moved slightly: ${slightWords(finding.effect, metric.margin, 'en')} (${basis}). The change looks real but is smaller than the ${margin} from which it is called.`
    case 'different_people':
      return `${name} moved (${basis}), but different people answered before and after, so this is not called a change.`
    case 'cannot_tell':
      return `We cannot tell yet whether ${midSentence(metric.name.en)} at ${brand} changed (${basis}): the data fit anything from ${rangeWords(finding.effect, ' to ', 'en')}. ${outlookWords(finding.outlook, metric, 'en')}`
    case 'swings':
    case 'many_figures':
      return `${difference(subject, finding)} (range ${rangeWords(finding.effect, ' to ', 'en')}; ${counts}), but ${finding.because === 'swings' ? 'this figure swings so much from week to week that it is not called a change' : 'with many figures checked at once this is not certain enough to be called a change'}. Watch the coming weeks to see whether it lasts.`
  }
}

/** 'First reply time at Mirae is 40% shorter than in the 12 weeks before the move: 2 min 10 s → 1 min 18 s'. */
function difference({ brand, metric }: SentenceSubject, finding: WindowFinding): string {
  return `${metric.name.en} at ${brand} ${beOf(metric.name.en)} ${comparisonWords(finding.effect, metric.kind, 'en')} than in the ${finding.weeks} weeks before the move: ${valuesWords(finding, metric.kind, 'en')}`
}

/** 'First reply time' → 'first reply time', but 'CSAT' stays. */
function midSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name
}

/** 'Conversations handled by agents' are, the others is. */
function beOf(name: string): string {
  return /^\w+s\b/.test(name) ? 'are' : 'is'
}

function present(words: string | null): string[] {
  return words === null ? [] : [words]
}
