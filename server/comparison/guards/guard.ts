import type { MetricKey } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import type { ReasonCode, ReasonParameters } from '../text/reasons.ts'
import type { KnownShare, MetricFacts } from './brand-facts.ts'
import { sumOver } from './daily-facts.ts'

type Said<Code extends ReasonCode> = { code: Code; parameters: ReasonParameters[Code] }
/** Whether the two sides may be compared, and what to say beside the figure. */
export type GuardAnswer = {
  isComparable: boolean
  said:
    | Said<'replies_unknown'>
    | Said<'handoff_unknown'>
    | Said<'requester_unknown'>
    | Said<'left_before_n'>
    | null
}
type Shares = MetricFacts['shares']
type Sides = { before: readonly Day[]; after: readonly Day[] }

/** Conversations of which nobody knows whether a person replied are in no count: more would look like less work. */
const LEAST_REPLIES_KNOWN = 0.95
const LEAST_HANDOFF_KNOWN = 0.9
const LEAST_REQUESTER_KNOWN = 0.6
const LARGEST_REQUESTER_GAP = 0.1
const MOST_LEFT_EARLY = 0.2
const passed: GuardAnswer = { isComparable: true, said: null }

/** The conditions under which each metric means the same on both sides (docs/metrics.md). */
export function guard(metric: MetricKey, shares: Shares, days: Sides): GuardAnswer {
  if (metric === 'human_workload') return guardReplies(shares, days)
  if (metric === 'first_reply') return guardHandoff(shares, days)
  if (metric === 'recontact_rate') return guardRequester(shares, days)
  if (metric !== 'unserved_rate') return passed
  const handoff = guardHandoff(shares, days)
  return handoff.isComparable ? guardLeftEarly(shares, days) : handoff
}

function guardReplies(shares: Shares, { before, after }: Sides): GuardAnswer {
  const share = leastKnown(shares, 'human_workload.known', [before, after])
  if (share >= LEAST_REPLIES_KNOWN) return passed
  return { isComparable: false, said: { code: 'replies_unknown', parameters: { share } } }
}

function guardHandoff(shares: Shares, { before, after }: Sides): GuardAnswer {
  const share = leastKnown(shares, 'first_reply.known', [before, after])
  if (share >= LEAST_HANDOFF_KNOWN) return passed
  return { isComparable: false, said: { code: 'handoff_unknown', parameters: { share } } }
}

function guardRequester(shares: Shares, days: Sides): GuardAnswer {
  const before = shareOver(shares, 'recontact_rate.known', days.before)
  const after = shareOver(shares, 'recontact_rate.known', days.after)
  if (before === null || after === null) return passed
  const isKnown = Math.min(before, after) >= LEAST_REQUESTER_KNOWN
  if (isKnown && Math.abs(after - before) <= LARGEST_REQUESTER_GAP) return passed
  return { isComparable: false, said: { code: 'requester_unknown', parameters: { before, after } } }
}

function guardLeftEarly(shares: Shares, { before }: Sides): GuardAnswer {
  const share = shareOver(shares, 'unserved_rate.left_early', before)
  if (share === null || share === 0) return passed
  const isTooMany = share > MOST_LEFT_EARLY
  return { isComparable: !isTooMany, said: { code: 'left_before_n', parameters: { share, isTooMany } } }
}

function leastKnown(shares: Shares, name: KnownShare, sides: readonly (readonly Day[])[]): number {
  return Math.min(...sides.map((days) => shareOver(shares, name, days) ?? 1))
}

/** Null where there is nothing of which something could be known. */
function shareOver(shares: Shares, name: KnownShare, days: readonly Day[]): number | null {
  const facts = shares.get(name)
  if (facts === undefined) return null
  const { n, numerator } = sumOver(facts, days)
  return n === 0 ? null : numerator / n
}
