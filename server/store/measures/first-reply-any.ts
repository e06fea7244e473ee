import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations, secondsBetween } from './measure.ts'

/** Where no bot took part, the first reply of anyone is a person's. */
const repliedAt =
  'coalesce(c.first_any_reply_at, case when c.bot_involved = 0 then c.first_human_reply_at end)'

/**
 * Live chats run the clock of `first_reply`. What the bot alone dealt with is left out: when it answered is not told
 * unless the messages are read, and those of the bot's own tickets are not.
 */
export const firstReplyAny: Measure = ofConversations('first_reply_any', {
  n: `${isForPeople} and ${isInSample}
    and case when c.source = 'chat' then c.served and c.first_reply_seconds is not null
      else ${repliedAt} is not null and c.first_customer_message_at is not null end`,
  seconds: `case when c.source = 'chat' then c.first_reply_seconds
    else ${secondsBetween('c.first_customer_message_at', repliedAt)} end`,
})

/** Of the conversations a person answered, those of which the first reply is known. */
export const firstReplyAnyKnown: Measure = ofConversations('first_reply_any.known', {
  n: `${isForPeople} and coalesce(c.served, 1) and ${isInSample}`,
  numerator: `case when c.source = 'chat' then c.first_reply_seconds is not null
    else ${repliedAt} is not null and c.first_customer_message_at is not null end`,
})
