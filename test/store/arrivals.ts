import fc from 'fast-check'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import type { ChatEngagement } from '../../server/store/chat-engagements.ts'
import { storeChatEngagements } from '../../server/store/chat-engagements.ts'
import { storeChatTickets } from '../../server/store/chat-tickets.ts'
import { clearAbsent, markAbsent } from '../../server/store/checkpoints.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { storeCsatAnswers } from '../../server/store/csat-answers.ts'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import type { Database } from '../../server/store/database.ts'
import { storeDeletedChats } from '../../server/store/deleted-chats.ts'
import { storeDeletedTickets } from '../../server/store/deleted-tickets.ts'
import { rederiveStale } from '../../server/store/rederive-all.ts'
import { storeOrganisation } from '../../server/store/organisation.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { chatFacts, chatTicketFacts, ticketFacts } from '../support/conversation-facts.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2026-03-02T10:00:00+09:00')

/** One thing that arrives, as the store is given it. */
export type Arrival = { what: string; keep(db: Database): void }

const moment = fc.integer({ min: 0, max: 20 }).map((step) => START + step * DAY_MS)
const brandId = fc.constantFrom(1, 2, 3)
const requester = fc.constantFrom('a', 'b', null)

const chat: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    updatedAt: moment,
    reply: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
    requester,
    ticketNumber: fc.constantFrom<(number | null)[]>(null, 0, 0, 1),
    status: fc.constantFrom(null, null, null, 'deleted'),
    agents: fc.subarray([31, 32, 33]),
  })
  .map(({ number, updatedAt, reply, requester, ticketNumber, status, agents }) => {
    const startedAt = START + number * DAY_MS
    const id = `chat:${number}`
    const facts = chatFacts({
      id,
      ticket_id: ticketNumber === null ? null : 100 + number + ticketNumber,
      started_at: startedAt,
      first_customer_message_at: startedAt,
      source_first_human_reply_at: reply === null ? null : startedAt + reply * 1000,
      source_requester_key: requester,
      agent_count: agents.length,
      status,
      updated_at: updatedAt,
    })
    const engagements = agents.map((agent) => engagementOf(id, agent, startedAt))
    return {
      what: `${id} at ${updatedAt}, ${JSON.stringify(facts)}, agents ${agents.join(' ')}`,
      keep: (db) => keepChat(db, facts, engagements),
    }
  })

const ticket: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    scope: fc.constantFrom('agent', 'ai_agent'),
    updatedAt: moment,
    brandId,
    requester,
    status: fc.constantFrom('open', 'solved'),
    replyKnown: fc.constantFrom(0, 1),
  })
  .map(({ number, scope, updatedAt, brandId, requester, status, replyKnown }) =>
    conversationArrival(
      ticketFacts({
        id: `ticket:${200 + number}`,
        ticket_id: 200 + number,
        ticket_brand_id: brandId,
        scope,
        seen_ai_agent: scope === 'ai_agent' ? 1 : 0,
        status,
        source_reply_known: replyKnown,
        source_first_human_reply_at: replyKnown ? START + number * DAY_MS + 60_000 : null,
        source_requester_key: requester,
        started_at: START + number * DAY_MS,
        updated_at: updatedAt,
      }),
    ),
  )

/** Some carry a chat of their own, some have none that is ever read. */
const chatTicket: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 6 }),
    brandId,
    updatedAt: moment,
    requester: fc.constantFrom('a', 'c', null),
    channel: fc.constantFrom('chat', 'chat_transcript', 'chat_offline_message'),
    status: fc.constantFrom('open', 'closed'),
  })
  .map(({ number, brandId, updatedAt, requester, channel, status }) => ({
    what: `chat ticket ${100 + number}, ${channel} ${status} at ${updatedAt}`,
    keep: (db) =>
      void storeChatTickets(db, [
        chatTicketFacts({
          ticket_id: 100 + number,
          brand_id: brandId,
          requester_key: requester,
          channel,
          status,
          started_at: START + number * DAY_MS,
          updated_at: updatedAt,
        }),
      ]),
  }))

const deletion: fc.Arbitrary<Arrival> = fc
  .record({ ticketId: fc.constantFrom(101, 105, 201, 202, 203, 204), at: moment })
  .map(({ ticketId, at }) => ({
    what: `deletion of ticket ${ticketId} at ${at}`,
    keep: (db) => void storeDeletedTickets(db, [{ ticket_id: ticketId, deleted_at: at }]),
  }))

const chatDeletion: fc.Arbitrary<Arrival> = fc
  .record({ number: fc.integer({ min: 1, max: 4 }), at: moment })
  .map(({ number, at }) => ({
    what: `deletion of chat ${number} at ${at}`,
    keep: (db) => void storeDeletedChats(db, [{ conversation_id: `chat:${number}`, deleted_at: at }]),
  }))

const detail: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    hundred: fc.constantFrom(100, 200),
    version: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ number, hundred, version }) => ({
    what: `detail of ticket ${hundred + number}, version ${version}`,
    keep: (db) =>
      void storeTicketDetails(db, [
        {
          ticket_id: hundred + number,
          generated_at: START + version * DAY_MS,
          bot_involved: version % 2,
          handed_off_at: START + number * DAY_MS + version * 1000,
          first_customer_message_at: START + number * DAY_MS,
          first_bot_message_at: null,
          first_human_reply_at: version % 3 === 0 ? null : START + number * DAY_MS + 60_000 + version * 1000,
          customer_messages: version,
          agent_messages: 1,
          bot_messages: version % 2,
          agent_count: 1,
          continued_by_email: version % 2,
          handed_back_at: null,
        },
      ]),
  }))

const rating: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    updatedAt: moment,
    category: fc.constantFrom<CsatAnswer['category'][]>('good', 'bad', null),
  })
  .map(({ number, updatedAt, category }) => ({
    what: `rating ${number} ${category} at ${updatedAt}`,
    keep: (db) =>
      void storeCsatAnswers(db, [
        {
          id: `rating:${number}`,
          source: 'legacy_rating',
          ticket_id: 200 + number,
          conversation_id: null,
          offered_at: START,
          answered_at: category === null ? null : updatedAt,
          raw_rating: category ?? 'offered',
          category,
          reason: null,
          updated_at: updatedAt,
        },
      ]),
  }))

export const brandsRead: Arrival = {
  what: 'brands',
  keep: (db) =>
    void storeOrganisation(db, {
      brands: [1, 2, 3].map((id) => ({
        id,
        name: `Brand ${id}`,
        subdomain: null,
        is_default: id === 3 ? 1 : 0,
        active: 1,
        deleted: 0,
        created_at: 0,
      })),
      groups: [],
      agents: [],
      facts: {},
    }),
}

export const noChatApi: Arrival = { what: 'no Chat API', keep: (db) => markAbsent(db, 'chats') }
export const chatApi: Arrival = { what: 'a Chat API', keep: (db) => clearAbsent(db, 'chats') }

/** The Chat API stops to answer, or answers again. */
export const absence: fc.Arbitrary<Arrival> = fc.constantFrom(noChatApi, chatApi)

/** The ticket of a live chat that is never read. */
export const ticketWithoutChat: Arrival = {
  what: 'chat ticket 106',
  keep: (db) => void storeChatTickets(db, [chatTicketFacts({ ticket_id: 106, brand_id: 1 })]),
}

/** What became out of date is derived anew, and that is cut off after some steps. */
export const cutRederivation: fc.Arbitrary<Arrival> = fc.integer({ min: 1, max: 6 }).map((steps) => ({
  what: `${steps} steps of deriving anew`,
  keep(db) {
    const derivation = rederiveStale(db)
    for (let i = 0; i < steps && !derivation.next().done; i++);
  },
}))

export const arrivals = fc.array(fc.oneof(chat, ticket, chatTicket, deletion, chatDeletion, detail, rating), {
  maxLength: 14,
})

function conversationArrival(facts: ConversationFacts): Arrival {
  return {
    what: `${facts.id} ${facts.scope} at ${facts.updated_at}, ${JSON.stringify(facts)}`,
    keep: (db) => void storeConversations(db, [facts]),
  }
}

/** As a page of chats is kept. */
function keepChat(db: Database, facts: ConversationFacts, engagements: readonly ChatEngagement[]): void {
  const { outdated, byId } = storeConversations(db, [facts])
  const stored = byId.get(facts.id)
  if (stored && !outdated.has(facts.id)) storeChatEngagements(db, engagements, stored)
}

function engagementOf(conversationId: string, agentId: number, startedAt: number): ChatEngagement {
  return {
    id: `${conversationId}:${agentId}`,
    conversation_id: conversationId,
    agent_id: agentId,
    department_id: null,
    started_at: startedAt + agentId * 1000,
    duration_seconds: 60,
    accepted: 1,
    assigned: 0,
    agent_messages: 2,
    customer_messages: 2,
  }
}
