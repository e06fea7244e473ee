import { z } from 'zod'
import { instant } from '../zendesk/wire.ts'
import type { MessagesRead, TicketMessage } from './ticket-messages.ts'

const actorId = z.union([z.string(), z.number()]).nullish()

const historyItemSchema = z.object({
  type: z.string(),
  /** Epoch ms. */
  timestamp: z.number(),
  actor_type: z.string().nullish(),
  actor_id: actorId,
  message_id: z.string().nullish(),
  original_message: z
    .object({
      source: z.object({ type: z.string().nullish() }).nullish(),
      author: z.object({ type: z.string().nullish(), subtypes: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
})

const eventSchema = z.object({
  type: z.string(),
  public: z.boolean().nullish(),
  author_id: actorId,
  field_name: z.string().nullish(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
})

const auditSchema = z.object({
  created_at: instant,
  author_id: actorId,
  events: z.array(eventSchema),
})

const historySchema = z.object({ history: z.array(historyItemSchema).nullish() })

type HistoryItem = z.infer<typeof historyItemSchema>
type Audit = z.infer<typeof auditSchema>

/**
 * Messages and hand-off from a ticket's audits. The hand-off is the first chat started with people, else the change
 * from open to new by which a bot's ticket becomes an ordinary one.
 */
export function messagesOfAudits(records: readonly unknown[], agentIds: ReadonlySet<number>): MessagesRead {
  const audits = z
    .array(auditSchema)
    .parse(records)
    .sort((a, b) => a.created_at - b.created_at)
  const started = audits.find((audit) => audit.events.some(isChatStart))
  const said = chatMessages(audits)
  const becameNew = audits.find((audit) => audit.events.some(isBecomingNew))
  return {
    // Comments without the conversation itself are half of it: the log tells both.
    messages: said.length === 0 ? [] : [...said, ...commentMessages(audits, agentIds)],
    handedOffAt: started?.created_at ?? becameNew?.created_at ?? null,
    wasBotTicket: becameNew !== undefined,
  }
}

/** A reopened session repeats what was said before: each message counts once. */
function chatMessages(audits: readonly Audit[]): TicketMessage[] {
  const byKey = new Map<string, TicketMessage>()
  for (const event of audits.flatMap(({ events }) => events.filter(isChatStart))) {
    for (const item of historySchema.parse(event.value ?? {}).history ?? []) {
      const by = senderOf(item)
      if (by === null) continue
      const key = item.message_id ?? `${item.timestamp} ${by}`
      byKey.set(key, { at: item.timestamp, by, agent: by === 'agent' ? agentOf(item.actor_id) : null })
    }
  }
  return [...byKey.values()]
}

/** Public comments: replies by e-mail once a conversation moved there. Private ones are nobody's reply. */
function commentMessages(audits: readonly Audit[], agentIds: ReadonlySet<number>): TicketMessage[] {
  return audits.flatMap(({ created_at, author_id, events }) =>
    events
      .filter((event) => event.type === 'Comment' && event.public === true)
      .map((event): TicketMessage => {
        const author = Number(event.author_id ?? author_id ?? NaN)
        return agentIds.has(author)
          ? { at: created_at, by: 'agent', agent: String(author), isEmail: true }
          : { at: created_at, by: 'customer', agent: null, isEmail: true }
      }),
  )
}

/** Null for joins, receipts and what triggers say. */
function senderOf(item: HistoryItem): TicketMessage['by'] | null {
  if (item.type !== 'ChatMessage' && item.type !== 'ChatFileAttachment') return null
  if (isBot(item)) return 'bot'
  if (item.actor_type === 'end-user') return 'customer'
  return item.actor_type === 'agent' && agentOf(item.actor_id) !== null ? 'agent' : null
}

/** Bots speak as the system or as an agent; what they are is told by the source of the original message. */
function isBot({ original_message: message }: HistoryItem): boolean {
  if (message?.author?.subtypes?.some((subtype) => /^(bot|ai)$/i.test(subtype))) return true
  return /bot|ultimate/i.test(message?.source?.type ?? '')
}

/** Agents are written as `403969141094` or `agent:403969141094`; `agent:` and `__trigger` are nobody. */
function agentOf(id: string | number | null | undefined): string | null {
  return /^(?:agent:)?(\d+)$/.exec(String(id ?? ''))?.[1] ?? null
}

function isChatStart(event: z.infer<typeof eventSchema>): boolean {
  return event.type === 'ChatStartedEvent'
}

function isBecomingNew(event: z.infer<typeof eventSchema>): boolean {
  return (
    event.type === 'Change' &&
    event.field_name === 'status' &&
    event.previous_value === 'open' &&
    event.value === 'new'
  )
}
