import type { Measure } from '../measure.ts'
import { isForPeople, ofConversations } from '../measure.ts'
import { isRecontacted } from '../recontact-rate.ts'
import { agentsEngaged, averageReplySeconds, engagedSeconds, isEngaged } from './engaged.ts'

export const averageReply: Measure = ofConversations('average_reply', {
  n: `${isForPeople} and ${averageReplySeconds} is not null`,
  seconds: averageReplySeconds,
})

/** Of the conversations in which an agent took part, those in which more than one did. */
export const transferRate: Measure = ofConversations('transfer_rate', {
  n: `${isForPeople} and ${isEngaged}`,
  numerator: `${agentsEngaged} > 1`,
})

/** What went on by e-mail has engagements for a part of it only. */
export const handleTime: Measure = ofConversations('handle_time', {
  n: `${isForPeople} and ${isEngaged} and coalesce(c.continued_by_email, 0) = 0`,
  seconds: engagedSeconds,
})

/** Served conversations whose agents' hours are known: who is engaged is taken to have replied until messages tell. */
export const conversationsPerAgentHour: Measure = ofConversations('conversations_per_agent_hour', {
  n: `${isForPeople} and coalesce(c.served, 1) and ${isEngaged}`,
})

/** Resolved by people or by the bot; of those, for good, as far as customers are known. */
export const resolutions: Measure = ofConversations('cost_per_resolution', {
  n: 'c.resolved_by is not null',
  numerator: `not ${isRecontacted}`,
})

/** Of the conversations agents served, those of which an engagement is here. */
export const engagementsKnown: Measure = ofConversations('engagements.known', {
  n: `${isForPeople} and c.served`,
  numerator: isEngaged,
})

/** Concurrency has none: agents' time is no property of one conversation. */
export const teamMeasures: readonly Measure[] = [
  averageReply,
  transferRate,
  handleTime,
  conversationsPerAgentHour,
  resolutions,
  engagementsKnown,
]
