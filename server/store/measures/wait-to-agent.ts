import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations, secondsBetween } from './measure.ts'

/**
 * A chat: when the first agent joined. A ticket: its first assignment, else the beginning of its first engagement after
 * the hand-off. Who was assigned before the hand-off was there at once.
 */
export const agentAt = `coalesce(c.first_agent_at, case when c.source <> 'chat' then (
      select min(e.started_at) from engagement e where e.ticket_id = c.ticket_id and e.started_at >= c.handed_off_at) end)`

export const waitToAgent: Measure = ofConversations('wait_to_agent', {
  n: `${isForPeople} and c.handed_off_at is not null and ${isInSample} and ${agentAt} is not null`,
  seconds: secondsBetween('c.handed_off_at', agentAt),
})

export const waitToAgentKnown: Measure = ofConversations('wait_to_agent.known', {
  n: `${isForPeople} and coalesce(c.served, 1) and ${isInSample}`,
  numerator: `c.handed_off_at is not null and ${agentAt} is not null`,
})
