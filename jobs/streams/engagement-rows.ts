import { z } from 'zod'
import { plainWord } from '../../server/settings/zendesk-readings.ts'
import type { Engagement } from '../../server/store/engagements.ts'
import { amount, id, instant } from '../zendesk/wire.ts'

/** Engagements write UTC without saying so. */
const utcInstant = z
  .string()
  .trim()
  .transform((text) => (/(z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`))
  .pipe(instant)
const count = amount.pipe(z.int())

export const engagementSchema = z.object({
  engagement_id: z.union([z.string().trim().min(1), z.int().transform(String)]),
  ticket_id: id.nullish(),
  agent_id: id.nullish(),
  group_id: id.nullish(),
  channel: z.string().nullish(),
  engagement_start_reason: z.string().nullish(),
  engagement_end_reason: z.string().nullish(),
  ticket_status_start: z.string().nullish(),
  ticket_status_end: z.string().nullish(),
  engagement_start_time: utcInstant,
  engagement_end_time: utcInstant.nullish(),
  offer_time_seconds: amount.nullish(),
  assignment_to_first_reply_time_seconds: amount.nullish(),
  average_requester_wait_time_seconds: amount.nullish(),
  longest_requester_wait_time_seconds: amount.nullish(),
  total_requester_wait_time_seconds: amount.nullish(),
  agent_messages_count: count.nullish(),
  agent_replies_count: count.nullish(),
  end_user_messages_count: count.nullish(),
})

export type EngagementRecord = z.infer<typeof engagementSchema>

/** The requester is left out: the ticket knows it, as a keyed hash. */
export function rowOfEngagement(record: EngagementRecord): Engagement {
  const raw = {
    channel: record.channel ?? null,
    start_reason: record.engagement_start_reason ?? null,
    end_reason: record.engagement_end_reason ?? null,
    ticket_status_start: record.ticket_status_start ?? null,
    ticket_status_end: record.ticket_status_end ?? null,
  }
  return {
    id: record.engagement_id,
    ticket_id: record.ticket_id ?? null,
    agent_id: record.agent_id ?? null,
    group_id: record.group_id ?? null,
    channel: wordOf(raw.channel),
    start_reason: wordOf(raw.start_reason),
    end_reason: wordOf(raw.end_reason),
    ticket_status_start: wordOf(raw.ticket_status_start),
    ticket_status_end: wordOf(raw.ticket_status_end),
    raw_words: JSON.stringify(raw),
    started_at: record.engagement_start_time,
    ended_at: record.engagement_end_time ?? null,
    offer_seconds: record.offer_time_seconds ?? null,
    first_reply_seconds: firstReplyOf(record),
    average_wait_seconds: record.average_requester_wait_time_seconds ?? null,
    longest_wait_seconds: record.longest_requester_wait_time_seconds ?? null,
    total_wait_seconds: record.total_requester_wait_time_seconds ?? null,
    agent_messages: record.agent_messages_count ?? null,
    agent_replies: record.agent_replies_count ?? null,
    customer_messages: record.end_user_messages_count ?? null,
  }
}

function wordOf(raw: string | null): string | null {
  return raw === null ? null : plainWord(raw)
}

/** Zendesk sends 0 where nobody replied; where it does not say how many replies there were, 0 may mean that too. */
function firstReplyOf(record: EngagementRecord): number | null {
  const seconds = record.assignment_to_first_reply_time_seconds ?? null
  const replies = record.agent_replies_count ?? null
  if (replies === 0 || (replies === null && seconds === 0)) return null
  return seconds
}
