import type { PooledEstimate, PooledFinding, PooledSubject } from './pooled-findings.ts'
import { furtherOf, pooledGrade } from './pooled-findings.ts'
import { comparisonWords, marginWords, rangeWords, slightWords } from './sentence-parts.ts'
import { beOf, midSentence, movedWords } from './sentence-words-en.ts'

/** What the moved brands show together, in English. */
export function pooledInEnglish(subject: PooledSubject, finding: PooledFinding): string {
  const { metric } = subject
  const name = midSentence(metric.name.en)
  switch (finding.state) {
    case 'not_enough_data':
      return `Not enough data yet to put ${name} together across brands: ${haveResult(finding.brands)}, and at least two are needed.`
    case 'not_comparable':
      return `${metric.name.en} cannot be put together across the brands that moved. ${finding.reason.en}`
    case 'no_clear_change':
      return [unclear(subject, finding), ...differences(finding)].join(' ')
    default:
      return [...called(subject, finding), ...differences(finding)].join(' ')
  }
}

function across({ brands }: PooledEstimate): string {
  return `Across the ${brands} brands that moved`
}

function called(
  { metric }: PooledSubject,
  finding: Extract<PooledFinding, { state: 'improved' | 'worse' | 'higher' | 'lower' }>,
): string[] {
  const name = midSentence(metric.name.en)
  const be = beOf(metric.name.en)
  const size = comparisonWords(finding.effect, metric.kind, 'en')
  const likely = `(likely between ${rangeWords(finding.effect, ' and ', 'en')})`
  const grade = pooledGrade(finding)
  if (grade === 'D')
    return [
      `${across(finding)}, ${name} ${be} on average ${size} ${than(finding)} ${likely}.`,
      finding.comparedWith === 'before'
        ? 'This compares two periods only; it does not show the cause.'
        : 'Too many checks of these comparisons failed, so this does not show the cause.',
    ]
  const verb = { improved: 'improved', worse: 'got worse' } as const
  const moved =
    finding.state === 'higher' || finding.state === 'lower'
      ? movedWords(metric.kind, finding.state)
      : verb[finding.state]
  return [
    `${across(finding)}, ${name} ${moved}: on average ${be === 'is' ? 'it is' : 'they are'} ${size} ${than(finding)} ${likely}.`,
    ...(grade === 'C' ? ['This may be due to the move, but other causes cannot be ruled out.'] : []),
  ]
}

function unclear(
  { metric }: PooledSubject,
  finding: Extract<PooledFinding, { state: 'no_clear_change' }>,
): string {
  const name = midSentence(metric.name.en)
  const be = beOf(metric.name.en)
  const margin = marginWords(metric, 'en')
  const range = rangeWords(finding.effect, ' to ', 'en')
  switch (finding.because) {
    case 'no_meaningful_change':
      return finding.comparedWith === 'before'
        ? `${across(finding)}, ${name} stayed about the same: any change on average is smaller than ${margin}.`
        : `${across(finding)}, ${name} ${be} about where ${be === 'is' ? 'it was' : 'they were'} to be expected without the move: any change on average is smaller than ${margin}.`
    case 'slight':
      return `${across(finding)}, ${name} moved slightly: on average ${slightWords(finding.effect, metric.margin, 'en')} (likely between ${rangeWords(finding.effect, ' and ', 'en')}). The change looks real but is smaller than the ${margin} from which it is called.`
    case 'cannot_tell':
      return `${across(finding)}, we cannot tell yet whether ${name} changed on average: the data fit anything from ${range}.`
    case 'many_figures':
      return `${across(finding)}, ${name} ${be} on average ${comparisonWords(finding.effect, metric.kind, 'en')} ${than(finding)} (range ${range}), but with many figures checked at once this is not certain enough to be called a change.`
  }
}

function than({ comparedWith }: PooledEstimate): string {
  return comparedWith === 'before' ? 'than before the move' : 'than to be expected without the move'
}

/** How far the brands lie apart, and what that means for the next one. */
function differences(estimate: PooledEstimate): string[] {
  const further = furtherOf(estimate)
  return [
    ...(estimate.spread ? [`Brands differ: from ${rangeWords(estimate.spread, ' to ', 'en')}.`] : []),
    ...(further
      ? [`A further brand could expect a change between ${rangeWords(further, ' and ', 'en')}.`]
      : []),
  ]
}

function haveResult(brands: number): string {
  if (brands === 0) return 'no brand that moved has a result'
  return brands === 1 ? 'only one brand that moved has a result' : `${brands} brands that moved have a result`
}
