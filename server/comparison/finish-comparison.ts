import type { Comparison, Effect, Reason } from '../contract.ts'
import { reasonOf } from '../text/reasons.ts'
import type { Outlook, SentenceFinding, WindowFinding } from '../text/sentence-findings.ts'
import { marginWords } from '../text/sentence-parts.ts'
import { sentenceFor } from '../text/sentences.ts'
import { spansNoChange } from '../text/spans-no-change.ts'
import type { EstimatedDraft } from './draft.ts'
import { shownEffect } from './estimate-windows.ts'
import { mayWindowsDisagree } from './ladder/climb.ts'
import { gates, mixShare } from './mix/gates.ts'
import { boundsAgree } from './response-bounds.ts'
import type { Verdict } from './verdict.ts'
import { falseDiscoveryRate, marginOnScale, verdictOf } from './verdict.ts'
import { mostWeeks } from './windows.ts'

/**
 * Turns an estimate into a verdict. How many figures its report holds is said to nobody: it would tell readers of some
 * brands how many others there are.
 * @param adjustedP the estimate's p among all figures of the report
 */
export function finishComparison(draft: EstimatedDraft, adjustedP: number): Comparison {
  const { comparison, rung, bounds } = draft
  const { metric } = draft.moved
  const { effect, before, after } = comparison
  if (effect === null || before === null || after === null)
    throw new Error('finishComparison requires a draft with an effect and both windows')
  const verdict = verdictOf({
    effect: rung.effect,
    adjustedP,
    scale: metric.scale,
    margin: metric.margin,
    better: metric.better,
  })
  const held = verdict.because === 'called' ? heldBack(draft, effect) : null
  const found: WindowFinding = {
    effect,
    before,
    after,
    weeks: Math.round(rung.sample.weeks),
    weeksAfter: weeksAfter(draft),
    method: rung.method,
    ...(comparison.grade === null ? {} : { grade: comparison.grade }),
    expected: comparison.expected,
    controls: rung.staggered?.controls.length ?? 0,
    model: rung.interrupted?.answer.model ?? null,
    swing: swingOf(draft),
    everyoneMoved: draft.everyoneMoved,
    isMeasuredDifferently: metric.fairness === 'caution',
    includesAutomaticReplies: metric.key === 'first_reply_any',
  }
  const finding: SentenceFinding = held
    ? { ...found, state: 'no_clear_change', ...held.finding }
    : findingOf(verdict, found, draft)
  return {
    ...comparison,
    state: held ? 'no_clear_change' : verdict.state,
    direction: held ? null : verdict.direction,
    reasons: [
      ...(bounds ? [reasonOf('response_rate_moved', bounds)] : []),
      ...(held ? held.reasons : verdictReasons(verdict, draft, effect)),
      ...(verdict.because === 'called' ? disagreement(draft) : []),
      ...comparison.reasons,
    ],
    sentence: sentenceFor({ brand: comparison.brand.name, metric }, finding),
  }
}

type Held = {
  finding:
    | { because: 'different_people' }
    | { because: 'mix_shift'; mix: { adjusted: Effect; share: number | null } }
  reasons: Reason[]
}

/** What keeps an effect that is sure and large from being called. */
function heldBack({ bounds, mix, moved, rung }: EstimatedDraft, effect: Effect): Held | null {
  if (mix.kind === 'adjusted' && gates(rung.effect, mix.effect)) {
    const found = {
      adjusted: shownEffect(mix.effect, moved.metric.scale),
      share: mixShare(rung.effect, mix.effect),
    }
    return { finding: { because: 'mix_shift', mix: found }, reasons: [reasonOf('mix_shift', found)] }
  }
  if (bounds !== null && !boundsAgree(bounds, effect.value))
    return { finding: { because: 'different_people' }, reasons: [] }
  return null
}

/** Where two plain windows are as sure of the other direction: both are shown, and why. */
function disagreement({ rung, moved, everyoneMoved, ...draft }: EstimatedDraft): Reason[] {
  if (rung.method === 'windows' || !mayWindowsDisagree(moved, rung)) return []
  const windows = draft.windows()
  if (windows === null || windows.p >= falseDiscoveryRate) return []
  if (Math.sign(windows.effect.estimate) === Math.sign(rung.effect.estimate)) return []
  return [
    reasonOf('windows_disagree', { windows: shownEffect(windows.effect, moved.metric.scale), everyoneMoved }),
  ]
}

function findingOf(verdict: Verdict, found: WindowFinding, draft: EstimatedDraft): SentenceFinding {
  if (verdict.because === 'called') return { ...found, state: verdict.state }
  const finding = { ...found, state: 'no_clear_change' } as const
  if (verdict.because !== 'cannot_tell') return { ...finding, because: verdict.because }
  if (spansNoChange(found.effect)) return { ...finding, because: 'cannot_tell', outlook: outlookOf(draft) }
  return { ...finding, because: isCertainAlone(draft) ? 'many_figures' : 'swings' }
}

function verdictReasons(verdict: Verdict, draft: EstimatedDraft, effect: Effect): Reason[] {
  const { metric } = draft.moved
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
function isCertainAlone({ rung }: EstimatedDraft): boolean {
  return rung.p < falseDiscoveryRate
}

function weeksAfter({ rung }: EstimatedDraft): number {
  return rung.method === 'windows'
    ? rung.sample.weeks
    : rung.sample.after.length * (rung.staggered?.axis.width ?? 1)
}

/** How far the figure swung by itself between comparable periods before the move. */
function swingOf({ rung, moved }: EstimatedDraft): number | null {
  const swing = rung.interrupted?.answer.swing ?? null
  return swing !== null && moved.metric.scale === 'log' ? Math.expm1(swing) : swing
}

/** The most weeks after the move each rung can look at. */
function longestAfter({ rung, moved }: EstimatedDraft): number {
  if (rung.staggered) return 10
  if (rung.interrupted) return rung.interrupted.answer.model === 'local' ? 8 : 12
  return Math.min(mostWeeks, moved.bins.before.length)
}

/**
 * How many more weeks would bring the range down to the margin. The windows never grow beyond their greatest
 * length, so a brand that would need more is told the smallest change that can be seen at all (power 80 %).
 */
function outlookOf(draft: EstimatedDraft): Outlook {
  const { metric } = draft.moved
  const { low, high } = draft.rung.effect
  const half = (high - low) / 2
  const weeks = weeksAfter(draft)
  const moreWeeks = Math.ceil(weeks * ((half / marginOnScale(metric)) ** 2 - 1))
  if (moreWeeks < 1) return { kind: 'unknown' }
  // Weeks that are there and not used will not be used later either.
  const { moved, rung } = draft
  const endsNow = rung.sample.after.at(-1)?.to === moved.bins.after.at(-1)?.to
  if (endsNow && weeks + moreWeeks <= longestAfter(draft)) return { kind: 'more_weeks', weeks: moreWeeks }
  const smallest = (2.8 * half) / 1.96
  return { kind: 'smallest_change', size: metric.scale === 'log' ? Math.expm1(smallest) : smallest }
}
