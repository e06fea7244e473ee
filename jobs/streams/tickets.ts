import { z } from 'zod'
import { storeChatTickets } from '../../server/store/chat-tickets.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { storeDeletedTickets } from '../../server/store/deleted-tickets.ts'
import { readWordsReadWith } from '../../server/store/read-with.ts'
import { readAccountFact, readAccountSettings } from '../../server/store/settings.ts'
import { readAccountKnowledge } from '../../server/store/account-knowledge.ts'
import type { Database } from '../../server/store/database.ts'
import { storePassedOverTickets } from '../../server/store/passed-over-tickets.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import { amount } from '../zendesk/wire.ts'
import { plainMetricSetOf, plainTicketOf, plainUserOf } from './plain-ticket.ts'
import type { Page, Position, Stream, SyncContext } from './stream.ts'
import type { TicketRecord } from './ticket-record.ts'
import { metricSetSchema, ticketRecordSchema, userSchema } from './ticket-record.ts'
import type { TicketRows } from './ticket-rows.ts'
import { rowsOfTickets } from './ticket-rows.ts'
import { readTooRecent } from './too-recent.ts'
import { understand } from './understand.ts'

const PAGE_ROWS = 1000
/** Pages of large tickets can be too much for one answer. */
const SMALL_PAGE_ROWS = 250
/** Change it when more of a ticket is kept: history is then read again. */
const READING_VERSION = 2
const CHANNEL = 'channel '

const envelopeSchema = z.object({
  tickets: z.array(z.unknown()),
  users: z.array(z.unknown()).nullish(),
  metric_sets: z.array(z.unknown()).nullish(),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean().nullish(),
})

/** Tickets people work on: messaging tickets, and those live chats left behind. */
export const ticketsAgent = ticketStream('tickets-agent', 'agent')

/** Conversations only the bot has answered so far; Zendesk hides them from every list that does not ask for them. */
export const ticketsAiAgent = ticketStream('tickets-ai-agent', 'ai_agent')

function ticketStream(name: string, scope: 'agent' | 'ai_agent'): Stream {
  return {
    name,
    scope,
    lane: 'incremental',
    walk: 'changes',
    exclusionMs: 60_000,
    readsWith,
    readPage: (sync, position) => readTicketPage(sync, position, name, scope),
  }
}

/** Channels, and the fields that hold a bot's verdict: a ticket that was passed over or read without is read again. */
function readsWith(db: Database): string[] {
  const fields = ['resolution_field_id', 'resolution_tier_field_id'].flatMap((key) => {
    const id = readAccountFact(db, key)
    return id ? [`${key} ${id}`] : []
  })
  const channels = readAccountSettings(db).messagingChannels.map((channel) => CHANNEL + channel)
  return [`form ${READING_VERSION}`, ...fields, ...channels]
}

/** Those the history is being read with: settings that change meanwhile are for the next run. */
function channelsOf(db: Database, stream: string): string[] {
  const words = readWordsReadWith(db, stream) ?? readsWith(db)
  return words.filter((word) => word.startsWith(CHANNEL)).map((word) => word.slice(CHANNEL.length))
}

async function readTicketPage(
  sync: SyncContext,
  { startsAt, cursor }: Position,
  stream: string,
  scope: 'agent' | 'ai_agent',
): Promise<Page> {
  const { client, db, hashKey } = sync
  const from: Record<string, string | number> =
    cursor === null ? { start_time: Math.floor(startsAt / 1000) } : { cursor }
  const body = await client
    .get({
      path: '/api/v2/incremental/tickets/cursor',
      query: { ...from, support_type_scope: scope, include: 'metric_sets,users', per_page: PAGE_ROWS },
      smaller: { per_page: SMALL_PAGE_ROWS },
      bucket: 'incremental',
      subject: 'tickets',
    })
    .catch((error: unknown) => readTooRecent(error, cursor, { tickets: [], end_of_stream: true }))
  const envelope = envelopeSchema.parse(body)
  const tickets = understand(envelope.tickets, ticketRecordSchema, plainTicketOf)
  const users = understand(envelope.users ?? [], userSchema, plainUserOf)
  const metricSets = understand(
    [...(envelope.metric_sets ?? []), ...nestedMetricSets(tickets.rows)],
    metricSetSchema,
    plainMetricSetOf,
  )
  const rows = rowsOfTickets(tickets.rows, {
    scope,
    hashKey,
    messagingChannels: channelsOf(db, stream),
    resolutionFieldId: fieldId(db, 'resolution_field_id'),
    resolutionTierFieldId: fieldId(db, 'resolution_tier_field_id'),
    users: new Map(users.rows.map((user) => [user.id, user])),
    metricSets: new Map(metricSets.rows.map((metricSet) => [metricSet.ticket_id, metricSet])),
  })
  const next = envelope.after_cursor ?? cursor
  const newestAt = newestOf(envelope.tickets)
  return {
    rows: envelope.tickets.length,
    quarantined: [
      ...tickets.quarantined,
      ...namedAs('user', users.quarantined),
      ...namedAs('metric-set', metricSets.quarantined),
    ],
    cursor: next,
    isLast: envelope.end_of_stream === true,
    repeatsItself: next === cursor,
    hasMore: envelope.tickets.length > 0 && envelope.end_of_stream === false,
    reachedAt: newestAt ?? startsAt,
    write: () => storeTickets(db, rows, newestAt),
  }
}

/** A deletion that does not say when it was is as old as the page at most: pages are in the order of change. */
function storeTickets(db: Database, rows: TicketRows, newestAt: number | null): number {
  const account = readAccountKnowledge(db)
  const deleted = rows.deleted.map(({ ticket_id, deleted_at }) => ({
    ticket_id,
    deleted_at: deleted_at ?? newestAt,
  }))
  return (
    storeDeletedTickets(db, deleted, account) +
    storeChatTickets(db, rows.chatTickets, account) +
    storePassedOverTickets(db, rows.passedOver) +
    storeConversations(db, rows.conversations, account).changed
  )
}

function fieldId(db: Database, fact: string): number | null {
  const id = readAccountFact(db, fact)
  return id ? Number(id) : null
}

/** Under their number alone they would be taken for the ticket that has the same one. */
function namedAs(kind: string, entries: readonly QuarantineEntry[]): QuarantineEntry[] {
  return entries.map((entry) => ({ ...entry, id: `${kind}:${entry.id}` }))
}

/** Metric sets that came within their tickets, told whose they are. */
function nestedMetricSets(tickets: readonly TicketRecord[]): unknown[] {
  return tickets.flatMap(({ id, metric_set: nested }) =>
    typeof nested === 'object' && nested !== null ? [{ ...nested, ticket_id: id }] : [],
  )
}

/** Rows that cannot be understood still move the window on. */
function newestOf(records: readonly unknown[]): number | null {
  let newest: number | null = null
  for (const record of records) {
    if (typeof record !== 'object' || record === null || !('generated_timestamp' in record)) continue
    const { generated_timestamp: sent } = record
    const seconds = typeof sent === 'number' ? sent : amount.safeParse(sent).data
    if (seconds && (newest === null || seconds * 1000 > newest)) newest = seconds * 1000
  }
  return newest
}
