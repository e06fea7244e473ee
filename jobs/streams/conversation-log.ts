import { z } from 'zod'
import type { ZendeskClient } from '../zendesk/client.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import { instant } from '../zendesk/wire.ts'
import type { TicketMessage } from './ticket-messages.ts'

const eventSchema = z.object({
  type: z.string(),
  created_at: instant,
  received_at: instant.nullish(),
  author: z.object({ type: z.string().nullish(), 'zen:support:user_id': z.number().nullish() }).nullish(),
})

/** A ticket's messages from its conversation log: for tickets whose audits hold none. */
export async function readConversationLog(client: ZendeskClient, ticketId: number): Promise<TicketMessage[]> {
  const records = await readWholeList(client, {
    path: `/api/v2/tickets/${ticketId}/conversation_log`,
    key: 'events',
    bucket: 'conversation-log',
    subject: 'ticket-details',
  })
  return z.array(eventSchema).parse(records).flatMap(messageOf)
}

/** Comments beside the messages are the system's own note and what the audits already told. */
function messageOf(event: z.infer<typeof eventSchema>): TicketMessage[] {
  if (event.type !== 'Messaging::ConversationMessage') return []
  const at = event.received_at ?? event.created_at
  const author = event.author?.type
  if (author === 'bot') return [{ at, by: 'bot', agent: null }]
  if (author === 'agent')
    return [{ at, by: 'agent', agent: String(event.author?.['zen:support:user_id'] ?? '') }]
  return author === 'user' || author === 'end-user' ? [{ at, by: 'customer', agent: null }] : []
}
