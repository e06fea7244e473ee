import { z } from 'zod'
import type { ZendeskClient } from '../zendesk/client.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import { id, instant } from '../zendesk/wire.ts'
import type { TicketMessage } from './ticket-messages.ts'

const eventSchema = z.object({
  type: z.enum(['Comment', 'Messaging::ConversationMessage']),
  created_at: instant,
  received_at: instant.nullish(),
  metadata: z.object({ public: z.boolean().nullish() }).nullish().catch(null),
  author: z.object({ type: z.string().nullish(), 'zen:support:user_id': id.nullish().catch(null) }).nullish(),
})
/** Events of other kinds are nobody's message, whatever they hold. */
const kindSchema = z.object({ type: eventSchema.shape.type })

/** A ticket's messages from its conversation log: for tickets whose audits hold none. */
export async function readConversationLog(client: ZendeskClient, ticketId: number): Promise<TicketMessage[]> {
  const records = await readWholeList(client, {
    path: `/api/v2/tickets/${ticketId}/conversation_log`,
    key: 'events',
    bucket: 'conversation-log',
    subject: 'ticket-details',
  })
  const told = records.filter((record) => kindSchema.safeParse(record).success)
  return z.array(eventSchema).parse(told).flatMap(messageOf)
}

/** Public comments are e-mails, once the conversation moved there; private ones are the system's note, or nobody's reply. */
function messageOf(event: z.infer<typeof eventSchema>): TicketMessage[] {
  const isComment = event.type === 'Comment' && event.metadata?.public === true
  if (event.type !== 'Messaging::ConversationMessage' && !isComment) return []
  const at = event.received_at ?? event.created_at
  const author = event.author?.type
  const medium = isComment ? { isEmail: true as const } : {}
  if (author === 'bot') return isComment ? [] : [{ at, by: 'bot', agent: null }]
  if (author === 'agent')
    return [{ at, by: 'agent', agent: String(event.author?.['zen:support:user_id'] ?? ''), ...medium }]
  return author === 'user' || author === 'end-user' ? [{ at, by: 'customer', agent: null, ...medium }] : []
}
