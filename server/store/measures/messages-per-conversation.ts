import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations } from './measure.ts'

const areKnown = 'c.customer_messages is not null and c.agent_messages is not null'
const isCounted = `${isForPeople} and ${isInSample}`

/** Messages of the customer and of people; the bot's are left out on both sides. */
export const messagesPerConversation: Measure = ofConversations('messages_per_conversation', {
  n: `${isCounted} and ${areKnown}`,
  amount: 'c.customer_messages + c.agent_messages',
})

export const messagesKnown: Measure = ofConversations('messages_per_conversation.known', {
  n: isCounted,
  numerator: areKnown,
})
