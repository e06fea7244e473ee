import type { MetricKey } from '../../contract.ts'

/** A share of the conversations that a comparison depends on, by what it is the share of. */
export type KnownShare =
  | 'human_workload.known'
  | 'first_reply.known'
  | 'first_reply_any.known'
  | 'wait_to_agent.known'
  | 'resolution_time.known'
  | 'messages_per_conversation.known'
  | 'unserved_rate.left_early'
  | 'recontact_rate.known'
  | 'demand.repeated'
  | 'reopen_rate'
  | 'human_share'

/** What must be known, of how much of the conversations, and why. */
type Known = {
  share: KnownShare
  least: number
  code: 'replies_unknown' | 'handoff_unknown' | 'messages_unknown'
}

/** Conversations of which nobody knows whether a person replied are in no count: more would look like less work. */
const LEAST_REPLIES = 0.95
const LEAST_HANDOFF = 0.9
const LEAST_MESSAGES = 0.9

/** Both sides must know as much of what the metric is made of. */
export const knownConditions: Partial<Record<MetricKey, Known>> = {
  human_workload: { share: 'human_workload.known', least: LEAST_REPLIES, code: 'replies_unknown' },
  human_share: { share: 'human_workload.known', least: LEAST_REPLIES, code: 'replies_unknown' },
  first_reply: { share: 'first_reply.known', least: LEAST_HANDOFF, code: 'handoff_unknown' },
  unserved_rate: { share: 'first_reply.known', least: LEAST_HANDOFF, code: 'handoff_unknown' },
  first_reply_any: { share: 'first_reply_any.known', least: LEAST_HANDOFF, code: 'messages_unknown' },
  wait_to_agent: { share: 'wait_to_agent.known', least: LEAST_HANDOFF, code: 'handoff_unknown' },
  resolution_time: { share: 'resolution_time.known', least: LEAST_HANDOFF, code: 'handoff_unknown' },
  messages_per_conversation: {
    share: 'messages_per_conversation.known',
    least: LEAST_MESSAGES,
    code: 'messages_unknown',
  },
}

/** Metrics that count whoever came back, which takes knowing who came. */
export const needsRequesters: readonly MetricKey[] = ['recontact_rate', 'cost_per_resolution']

/** Metrics of conversations that reached a person: easier ones may not reach one any more. */
export const ofAgentConversations: readonly MetricKey[] = [
  'first_reply',
  'wait_to_agent',
  'average_reply',
  'resolution_time',
  'csat',
  'handle_time',
  'transfer_rate',
  'messages_per_conversation',
]

/** Clocks: where conversations are taken up again and again they run over the pauses too. */
export const clocks: readonly MetricKey[] = [
  'first_reply',
  'first_reply_any',
  'wait_to_agent',
  'average_reply',
  'resolution_time',
  'handle_time',
]

/** Numbers of contacts: one conversation may stand for several of before, as messaging keeps it open. */
export const ofContacts: readonly MetricKey[] = ['demand', 'human_workload']

/** Every share a metric's comparison looks at. */
export function sharesFor(metric: MetricKey): KnownShare[] {
  const known = knownConditions[metric]
  return [
    ...(known ? [known.share] : []),
    ...(metric === 'unserved_rate' ? (['unserved_rate.left_early'] as const) : []),
    ...(clocks.includes(metric) ? (['reopen_rate'] as const) : []),
    ...(needsRequesters.includes(metric) ? (['recontact_rate.known'] as const) : []),
    ...(ofContacts.includes(metric) ? (['demand.repeated'] as const) : []),
    ...(ofAgentConversations.includes(metric) ? (['human_share'] as const) : []),
  ]
}
