import { SHORTEST_SECONDS } from '../measure.ts'

/** Zendesk never tells an engagement that was open for longer; the same bound holds for those of live chats. */
export const LONGEST_ENGAGEMENT_MS = 14 * 86_400_000

/**
 * An agent's part in a live chat, `p`: an offer that nobody accepted and in which nobody wrote is none. Where the part
 * does not say how long it was, it lasted to the end of its chat, `c`.
 */
const chatEnd = 'coalesce(p.started_at + cast(p.duration_seconds * 1000 as integer), c.ended_at)'
const isChatPart = `p.agent_id is not null and p.started_at > 0
  and (coalesce(p.accepted, 1) = 1 or coalesce(p.agent_messages, 0) > 0)
  and ${chatEnd} >= p.started_at and ${chatEnd} - p.started_at <= ${LONGEST_ENGAGEMENT_MS}`

/** An agent's part in a messaging conversation, `p`: work on the same ticket by e-mail or telephone is another matter. */
const isTicketPart = `p.agent_id is not null and p.ended_at >= p.started_at
  and p.ended_at - p.started_at <= ${LONGEST_ENGAGEMENT_MS}
  and coalesce(p.channel, '') not in ('support', 'email', 'voice', 'talk')`

/** The parts of conversations `c`, as joins and conditions for the two tables that hold them. */
export const chatParts = {
  join: `join chat_engagement p on p.conversation_id = c.id`,
  where: `c.source = 'chat' and ${isChatPart}`,
  end: chatEnd,
}
export const ticketParts = {
  join: `join engagement p on p.ticket_id = c.ticket_id`,
  where: `c.source <> 'chat' and ${isTicketPart}`,
  end: 'p.ended_at',
}

const chatPartsOf = `chat_engagement p where p.conversation_id = c.id and ${isChatPart}`
const ticketPartsOf = `engagement p where p.ticket_id = c.ticket_id and ${isTicketPart}`

/** An expression over one conversation `c`, made of its parts whichever table holds them. */
function ofParts(chat: string, ticket: string): string {
  return `(case when c.source = 'chat' then (${chat}) else (${ticket}) end)`
}

/** True where an engagement of conversation `c` is known. */
export const isEngaged = ofParts(
  `select exists (select 1 from ${chatPartsOf})`,
  `select exists (select 1 from ${ticketPartsOf})`,
)

/** How many agents took part in conversation `c`. */
export const agentsEngaged = ofParts(
  `select count(distinct p.agent_id) from ${chatPartsOf}`,
  `select count(distinct p.agent_id) from ${ticketPartsOf}`,
)

/** Seconds that agents spent on conversation `c`, every engagement's added up; null without any. */
export const engagedSeconds = ofParts(
  `select max(${SHORTEST_SECONDS}, sum(${chatEnd} - p.started_at) / 1000.0) from ${chatPartsOf}`,
  `select max(${SHORTEST_SECONDS}, sum(p.ended_at - p.started_at) / 1000.0) from ${ticketPartsOf}`,
)

const wait = 'coalesce(p.total_wait_seconds, p.average_wait_seconds * p.agent_replies)'

/**
 * The mean wait of the customer for each reply in conversation `c`, in seconds; null where nobody replied. An engagement
 * without replies has no wait for one.
 */
export const averageReplySeconds = ofParts(
  `select max(${SHORTEST_SECONDS}, c.reply_gap_seconds / c.reply_gaps) where c.reply_gaps > 0`,
  `select max(${SHORTEST_SECONDS}, sum(${wait}) / sum(p.agent_replies))
     from ${ticketPartsOf} and p.agent_replies > 0 and ${wait} is not null`,
)
