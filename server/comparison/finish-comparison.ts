import type { Comparison, Effect, Reason } from '../contract.ts'
import { reasonOf } from '../text/reasons.ts'
import type { Outlook, SentenceFinding, WindowFinding } from '../text/sentence-findings.ts'
import { marginWords } from '../text/sentence-parts.ts'
import { sentenceFor } from '../text/sentences.ts'
import { spansNoChange } from '../text/spans-no-change.ts'
import type { EstimatedDraft } from './draft-comparison.ts'
import type { ResponseBounds } from './response-bounds.ts'
import type { Verdict } from './verdict.ts'
import { falseDiscoveryRate, verdictOf } from './verdict.ts'
import { mostWeeks } from './windows.ts'

/**
 * Turns an estimate into a verdict.
 * @param adjustedP the estimate's p among all figures of the report
 */
export function finishComparison(draft: EstimatedDraft, adjustedP: number): Comparison {
  const { metric, comparison, estimate, bounds } = draft
  const { effect, before, after } = comparison
  if (effect === null || before === null || after === null)
    throw new Error('finishComparison requires a draft with an effect and both windows')
  const verdict = verdictOf({
    effect: estimate.effect,
    adjustedP,
    scale: metric.scale,
    margin: metric.margin,
    better: metric.better,
  })
  const isHeld = verdict.because === 'called' && bounds !== null && !agree(bounds, effect)
  const found = { effect, before, after, weeks: draft.weeks }
  const finding: SentenceFinding = isHeld
    ? { ...found, state: 'no_clear_change', because: 'different_people' }
    : findingOf(verdict, found, draft)
  return {
    ...comparison,
    state: isHeld ? 'no_clear_change' : verdict.state,
    direction: isHeld ? null : verdict.direction,
    reasons: [
      ...(bounds ? [reasonOf('response_rate_moved', bounds)] : []),
      ...(isHeld ? [] : verdictReasons(verdict, draft, effect)),
      ...comparison.reasons,
    ],
    sentence: sentenceFor({ brand: comparison.brand.name, metric }, finding),
  }
}

function findingOf(verdict: Verdict, found: WindowFinding, draft: EstimatedDraft): SentenceFinding {
  if (verdict.because === 'called') return { ...found, state: verdict.state }
  const finding = { ...found, state: 'no_clear_change' } as const
  if (verdict.because !== 'cannot_tell') return { ...finding, because: verdict.because }
  if (spansNoChange(found.effect)) return { ...finding, because: 'cannot_tell', outlook: outlookOf(draft) }
  return { ...finding, because: isCertainAlone(draft) ? 'many_figures' : 'swings' }
}

function verdictReasons(verdict: Verdict, draft: EstimatedDraft, effect: Effect): Reason[] {
  const { metric } = draft
  const margin = { en: marginWords(metric, 'en'), ko: marginWords(metric, 'ko') }
  switch (verdict.because) {
    case 'called':
      return []
    case 'cannot_tell':
      return [
        reasonOf('cannot_tell', { spansNoChange: spansNoChange(effect) }),
        ...(isCertainAlone(draft) ? [reasonOf('multiple_checks', {})] : []),
      ]
    default:
      return [reasonOf(verdict.because, { margin })]
  }
}

/** Whether the figure would be called if it were the only one of its report. */
function isCertainAlone({ estimate }: EstimatedDraft): boolean {
  return estimate.p < falseDiscoveryRate
}

/** Whether the change keeps its sign whoever the missing customers were. */
function agree({ low, high }: ResponseBounds, { value }: Effect): boolean {
  return value > 0 ? low > 0 : high < 0
}

/**
 * How many more weeks would bring the range down to the margin. The windows never grow beyond their greatest
 * length, so a brand that would need more is told the smallest change that can be seen at all (power 80 %).
 */
function outlookOf({ metric, estimate, weeks }: EstimatedDraft): Outlook {
  const half = (estimate.effect.high - estimate.effect.low) / 2
  const margin = metric.scale === 'log' ? Math.log1p(metric.margin) : metric.margin
  const moreWeeks = Math.ceil(weeks * ((half / margin) ** 2 - 1))
  if (moreWeeks < 1) return { kind: 'unknown' }
  if (weeks + moreWeeks <= mostWeeks) return { kind: 'more_weeks', weeks: moreWeeks }
  const smallest = (2.8 * half) / 1.96
  return { kind: 'smallest_change', size: metric.scale === 'log' ? Math.expm1(smallest) : smallest }
}
