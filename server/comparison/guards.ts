import type { MetricKey } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import type { ReasonCode, ReasonParameters } from '../text/reasons.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { sumOver } from './daily-facts.ts'

type Said<Code extends ReasonCode> = { code: Code; parameters: ReasonParameters[Code] }
/** Whether the two sides may be compared, and what to say beside the figure. */
export type GuardAnswer = {
  isComparable: boolean
  said: Said<'handoff_unknown'> | Said<'requester_unknown'> | Said<'left_before_n'> | null
}

const LEAST_HANDOFF_KNOWN = 0.9
const LEAST_REQUESTER_KNOWN = 0.6
const LARGEST_REQUESTER_GAP = 0.1
const MOST_LEFT_EARLY = 0.2
const passed: GuardAnswer = { isComparable: true, said: null }

/** The conditions under which each metric means the same on both sides (docs/metrics.md). */
export function guard(
  metric: MetricKey,
  known: DailyFacts | null,
  daysBefore: readonly Day[],
  daysAfter: readonly Day[],
): GuardAnswer {
  if (known === null) return passed
  const before = shareOf(sumOver(known, daysBefore))
  const after = shareOf(sumOver(known, daysAfter))
  if (metric === 'first_reply') return guardHandoff(before, after)
  if (metric === 'recontact_rate') return guardRequester(before, after)
  if (metric === 'unserved_rate') return guardLeftEarly(before)
  return passed
}

function guardHandoff(before: number | null, after: number | null): GuardAnswer {
  const share = Math.min(before ?? 1, after ?? 1)
  if (share >= LEAST_HANDOFF_KNOWN) return passed
  return { isComparable: false, said: { code: 'handoff_unknown', parameters: { share } } }
}

function guardRequester(before: number | null, after: number | null): GuardAnswer {
  if (before === null || after === null) return passed
  const isKnown = Math.min(before, after) >= LEAST_REQUESTER_KNOWN
  if (isKnown && Math.abs(after - before) <= LARGEST_REQUESTER_GAP) return passed
  return { isComparable: false, said: { code: 'requester_unknown', parameters: { before, after } } }
}

function guardLeftEarly(share: number | null): GuardAnswer {
  if (share === null || share === 0) return passed
  const isTooMany = share > MOST_LEFT_EARLY
  return { isComparable: !isTooMany, said: { code: 'left_before_n', parameters: { share, isTooMany } } }
}

function shareOf({ n, numerator }: Sum): number | null {
  return n === 0 ? null : numerator / n
}
