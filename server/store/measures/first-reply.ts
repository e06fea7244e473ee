import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations } from './measure.ts'

export const firstReply: Measure = ofConversations('first_reply', {
  n: `c.served and c.first_reply_seconds is not null and ${isInSample}`,
  seconds: 'c.first_reply_seconds',
})

/** Where nobody knows whether a person replied, the clock is not known either. */
export const firstReplyKnown: Measure = ofConversations('first_reply.known', {
  n: `${isForPeople} and coalesce(c.served, 1) and ${isInSample}`,
  numerator: 'c.first_reply_seconds is not null',
})
