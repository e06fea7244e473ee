import { z } from 'zod'
import { amount, instant } from '../zendesk/wire.ts'
import type { MessagesRead, TicketMessage } from './ticket-messages.ts'

const word = z.string().nullish().catch(null)
const actorId = z.union([z.string(), z.number()]).nullish().catch(null)

const messageSchema = z
  .object({
    /** Epoch ms. */
    timestamp: amount.nullish().catch(null),
    actor_type: word,
    actor_id: actorId,
    message_id: actorId,
    original_message: z
      .object({
        received: instant.nullish().catch(null),
        source: z.object({ type: word }).nullish().catch(null),
        author: z
          .object({ subtypes: z.array(z.string()).nullish().catch(null) })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
  })
  .transform((message, check) => {
    const at = message.timestamp ?? message.original_message?.received ?? null
    if (at !== null) return { ...message, at }
    check.addIssue({ code: 'custom', path: ['timestamp'], message: 'is missing' })
    return z.NEVER
  })

/** What other events are like nobody says: they are passed over, whatever they hold. */
const eventSchema = z.object({
  type: word,
  public: z.boolean().nullish().catch(null),
  author_id: actorId,
  field_name: word,
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
})

const auditSchema = z.object({
  created_at: instant,
  author_id: actorId,
  events: z.array(eventSchema),
})

const historySchema = z.object({ history: z.array(z.unknown()).nullish() })
const messageTypeSchema = z.object({ type: z.enum(['ChatMessage', 'ChatFileAttachment']) })

type HistoryMessage = z.infer<typeof messageSchema>
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
      // Joins, receipts and the like say nothing.
      if (!messageTypeSchema.safeParse(item).success) continue
      const message = messageSchema.parse(item)
      const by = senderOf(message)
      if (by === null) continue
      const key = String(message.message_id ?? `${message.at} ${by}`)
      byKey.set(key, { at: message.at, by, agent: by === 'agent' ? agentOf(message.actor_id) : null })
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

/** Null for what triggers say. */
function senderOf(message: HistoryMessage): TicketMessage['by'] | null {
  if (isBot(message)) return 'bot'
  if (message.actor_type === 'end-user') return 'customer'
  return message.actor_type === 'agent' && agentOf(message.actor_id) !== null ? 'agent' : null
}

/** Bots speak as the system or as an agent; what they are is told by the source of the original message. */
function isBot({ original_message: message }: HistoryMessage): boolean {
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
