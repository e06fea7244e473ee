import type { Measure } from './measure.ts'
import { ofConversations } from './measure.ts'

const RECONTACT_MS = 7 * 86_400_000

/** True for an ended row whose customer is known to have come back. */
export const isRecontacted = `(coalesce(c.reopened_before <= c.ended_at + ${RECONTACT_MS}, 0) or exists (
      select 1 from conversation later
      where later.requester_key = c.requester_key and later.brand_id = c.brand_id and later.deleted = 0
        and later.started_at > c.started_at and later.started_at <= c.ended_at + ${RECONTACT_MS}))`

export const recontactRate: Measure = ofConversations('recontact_rate', {
  n: 'c.requester_key is not null and c.ended_at is not null',
  numerator: isRecontacted,
})

export const requesterKnown: Measure = ofConversations('recontact_rate.known', {
  n: '1',
  numerator: 'c.requester_key is not null',
})
