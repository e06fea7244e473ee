import { account } from './account.ts'
import { botConversations } from './bot-conversations.ts'
import { chats } from './chats.ts'
import { engagements } from './engagements.ts'
import { satisfactionRatings } from './satisfaction-ratings.ts'
import type { Stream } from './stream.ts'
import { surveyResponses } from './survey-responses.ts'
import { ticketDetails } from './ticket-details.ts'
import { ticketsAgent, ticketsAiAgent } from './tickets.ts'

export type { Stream } from './stream.ts'

/** Every stream, in the order in which they run: what others lean on comes first. */
export const streams: readonly Stream[] = [
  account,
  chats,
  ticketsAgent,
  ticketsAiAgent,
  satisfactionRatings,
  surveyResponses,
  engagements,
  botConversations,
  ticketDetails,
]
