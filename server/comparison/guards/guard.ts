import type { MetricKey } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import type { ReasonCode, ReasonParameters } from '../../text/reasons.ts'
import type { MetricFacts } from '../brand-facts.ts'
import type { DailyFacts, Sum } from '../daily-facts.ts'
import { sumOver, valueOver } from '../daily-facts.ts'
import type { KnownShare } from './conditions.ts'
import { clocks, knownConditions, needsRequesters, ofAgentConversations, ofContacts } from './conditions.ts'

type Said<Code extends ReasonCode> = { code: Code; parameters: ReasonParameters[Code] }
/** Whether the two sides may be compared, and what to say beside the figure. */
export type GuardAnswer = {
  isComparable: boolean
  said:
    | Said<'replies_unknown'>
    | Said<'handoff_unknown'>
    | Said<'messages_unknown'>
    | Said<'requester_unknown'>
    | Said<'left_before_n'>
    | Said<'conversation_style'>
    | Said<'auto_close_differs'>
    | null
}
type Shares = MetricFacts['shares']
type Sides = { before: readonly Day[]; after: readonly Day[] }

const LEAST_REQUESTER_KNOWN = 0.6
const LARGEST_REQUESTER_GAP = 0.1
const MOST_LEFT_EARLY = 0.2
/** Run like live chat: hardly anything is reopened, and what is solved is soon closed. */
const MOST_REOPENED = 0.1
const LONGEST_CLOSE_SECONDS = 86_400
const LARGEST_AGENT_SHARE_MOVE = 0.15
const LARGEST_CONTACTS_MOVE = 0.1
const LEAST_KNOWN_CONTACTS = 100
const passed: GuardAnswer = { isComparable: true, said: null }

/** The conditions under which each metric means the same on both sides (docs/metrics.md). */
export function guard(metric: MetricKey, { shares, closeLag }: MetricFacts, days: Sides): GuardAnswer {
  const answers = [
    guardKnown(metric, shares, days),
    ...(metric === 'unserved_rate' ? [guardLeftEarly(shares, days)] : []),
    ...(needsRequesters.includes(metric) ? [guardRequester(shares, days)] : []),
    ...(metric === 'resolution_time' ? [guardStyle(shares, days), guardClosing(closeLag, days)] : []),
  ]
  return answers.find(({ isComparable }) => !isComparable) ?? answers.find(({ said }) => said) ?? passed
}

/**
 * Whether a brand that did not move is known well enough to be compared with.
 * @param sumOf what the time holds in which it is compared
 */
export function isControlKnown(
  metric: MetricKey,
  shares: Shares,
  sumOf: (facts: DailyFacts) => Sum,
): boolean {
  const known = knownConditions[metric]
  const isKnown = known === undefined || (shareBy(sumOf, shares, known.share) ?? 1) >= known.least
  const requesters = needsRequesters.includes(metric) ? shareBy(sumOf, shares, 'recontact_rate.known') : null
  return isKnown && (requesters ?? 1) >= LEAST_REQUESTER_KNOWN
}

/**
 * Of figures about conversations that reached a person: how many did so before and after, where that moved so far that
 * other conversations reach one now. Null where it did not.
 */
export function agentShareMove(
  metric: MetricKey,
  { shares }: MetricFacts,
  days: Sides,
): { before: number; after: number } | null {
  if (!ofAgentConversations.includes(metric)) return null
  const before = shareOver(shares, 'human_share', days.before)
  const after = shareOver(shares, 'human_share', days.after)
  if (before === null || after === null) return null
  // Shares such as 0.9 and 0.75 lie a hair further apart than they are.
  return Math.abs(after - before) > LARGEST_AGENT_SHARE_MOVE + 1e-9 ? { before, after } : null
}

/**
 * Of numbers of contacts: conversations per customer and 24 hours before and after, where that moved so far that it alone
 * would make a change worth calling. Null where it did not, or too few customers are known.
 */
export function contactsPerCustomerMove(
  metric: MetricKey,
  { shares }: MetricFacts,
  days: Sides,
): { before: number; after: number } | null {
  if (!ofContacts.includes(metric)) return null
  const [before, after] = [days.before, days.after].map((side) => perCustomer(shares, side))
  if (before === null || after === null) return null
  return Math.abs(Math.log(after / before)) > Math.log1p(LARGEST_CONTACTS_MOVE) ? { before, after } : null
}

/** Contacts that soon follow each other are one matter. */
function perCustomer(shares: Shares, days: readonly Day[]): number | null {
  const facts = shares.get('demand.repeated')
  if (facts === undefined) return null
  const { n, numerator } = sumOver(facts, days)
  return n < LEAST_KNOWN_CONTACTS || numerator >= n ? null : n / (n - numerator)
}

/** Of clocks: the share of conversations that were reopened, where the brand does not use messaging like live chat. */
export function asynchronousShare(
  metric: MetricKey,
  { shares }: MetricFacts,
  { after }: Sides,
): number | null {
  return clocks.includes(metric) ? reopenedShare(shares, after) : null
}

function guardKnown(metric: MetricKey, shares: Shares, { before, after }: Sides): GuardAnswer {
  const known = knownConditions[metric]
  if (known === undefined) return passed
  const share = Math.min(...[before, after].map((days) => shareOver(shares, known.share, days) ?? 1))
  if (share >= known.least) return passed
  return { isComparable: false, said: { code: known.code, parameters: { share } } }
}

function guardRequester(shares: Shares, days: Sides): GuardAnswer {
  const before = shareOver(shares, 'recontact_rate.known', days.before)
  const after = shareOver(shares, 'recontact_rate.known', days.after)
  if (before === null || after === null) return passed
  const isKnown = Math.min(before, after) >= LEAST_REQUESTER_KNOWN
  if (isKnown && Math.abs(after - before) <= LARGEST_REQUESTER_GAP + 1e-9) return passed
  return { isComparable: false, said: { code: 'requester_unknown', parameters: { before, after } } }
}

function guardLeftEarly(shares: Shares, { before }: Sides): GuardAnswer {
  const share = shareOver(shares, 'unserved_rate.left_early', before)
  if (share === null || share === 0) return passed
  const isTooMany = share > MOST_LEFT_EARLY
  return { isComparable: !isTooMany, said: { code: 'left_before_n', parameters: { share, isTooMany } } }
}

function guardStyle(shares: Shares, { after }: Sides): GuardAnswer {
  const share = reopenedShare(shares, after)
  if (share === null) return passed
  return { isComparable: false, said: { code: 'conversation_style', parameters: { share } } }
}

function reopenedShare(shares: Shares, after: readonly Day[]): number | null {
  const share = shareOver(shares, 'reopen_rate', after)
  return share !== null && share > MOST_REOPENED ? share : null
}

function guardClosing(closeLag: MetricFacts['closeLag'], { after }: Sides): GuardAnswer {
  const seconds = closeLag && valueOver(closeLag, after)
  if (seconds === null || seconds <= LONGEST_CLOSE_SECONDS) return passed
  return { isComparable: false, said: { code: 'auto_close_differs', parameters: {} } }
}

/** Null where there is nothing of which something could be known. */
function shareOver(shares: Shares, name: KnownShare, days: readonly Day[]): number | null {
  return shareBy((facts) => sumOver(facts, days), shares, name)
}

function shareBy(sumOf: (facts: DailyFacts) => Sum, shares: Shares, name: KnownShare): number | null {
  const facts = shares.get(name)
  if (facts === undefined) return null
  const { n, numerator } = sumOf(facts)
  return n === 0 ? null : numerator / n
}
