import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import { storeChatTickets } from '../../server/store/chat-tickets.ts'
import { rederiveAll, storeConversations } from '../../server/store/conversations.ts'
import { storeCsatAnswers } from '../../server/store/csat-answers.ts'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/database.ts'
import { storeDeletedChats } from '../../server/store/deleted-chats.ts'
import { storeDeletedTickets } from '../../server/store/deleted-tickets.ts'
import { migrate } from '../../server/store/migrate.ts'
import { storeOrganisation } from '../../server/store/organisation.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { chatFacts, ticketFacts } from '../support/conversation-facts.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2026-03-02T10:00:00+09:00')

/** One thing that arrives, as the store is given it. */
type Arrival = { what: string; keep(db: Database): void }

const moment = fc.integer({ min: 0, max: 20 }).map((step) => START + step * DAY_MS)
const brandId = fc.constantFrom(1, 2, 3)
const requester = fc.constantFrom('a', 'b', null)

const chat: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    updatedAt: moment,
    reply: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
    requester,
  })
  .map(({ number, updatedAt, reply, requester }) => {
    const startedAt = START + number * DAY_MS
    return conversationArrival(
      chatFacts({
        id: `chat:${number}`,
        ticket_id: 100 + number,
        started_at: startedAt,
        first_customer_message_at: startedAt,
        source_first_human_reply_at: reply === null ? null : startedAt + reply * 1000,
        source_requester_key: requester,
        updated_at: updatedAt,
      }),
    )
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

const chatTicket: fc.Arbitrary<Arrival> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    brandId,
    updatedAt: moment,
    requester: fc.constantFrom('a', 'c', null),
  })
  .map(({ number, brandId, updatedAt, requester }) => ({
    what: `chat ticket ${100 + number} at ${updatedAt}`,
    keep: (db) =>
      void storeChatTickets(db, [
        {
          ticket_id: 100 + number,
          brand_id: brandId,
          group_id: null,
          requester_key: requester,
          updated_at: updatedAt,
        },
      ]),
  }))

const deletion: fc.Arbitrary<Arrival> = fc
  .record({ number: fc.integer({ min: 1, max: 4 }), at: moment })
  .map(({ number, at }) => ({
    what: `deletion of ticket ${200 + number} at ${at}`,
    keep: (db) => void storeDeletedTickets(db, [{ ticket_id: 200 + number, deleted_at: at }]),
  }))

const chatDeletion: fc.Arbitrary<Arrival> = fc
  .record({ number: fc.integer({ min: 1, max: 4 }), at: moment })
  .map(({ number, at }) => ({
    what: `deletion of chat ${number} at ${at}`,
    keep: (db) => void storeDeletedChats(db, [{ conversation_id: `chat:${number}`, deleted_at: at }]),
  }))

const detail: fc.Arbitrary<Arrival> = fc
  .record({ number: fc.integer({ min: 1, max: 4 }), version: fc.integer({ min: 0, max: 20 }) })
  .map(({ number, version }) => ({
    what: `detail of ticket ${200 + number}, version ${version}`,
    keep: (db) =>
      void storeTicketDetails(db, [
        {
          ticket_id: 200 + number,
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

const brandsRead: Arrival = {
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

const arrivals = fc.array(fc.oneof(chat, ticket, chatTicket, deletion, chatDeletion, detail, rating), {
  maxLength: 14,
})

describe('whatever the order in which facts arrive, and however often', () => {
  it('the same rows are stored in the end', () => {
    fc.assert(
      fc.property(
        arrivals.chain((list) =>
          fc.record({
            first: fc.constant([brandsRead, ...list]),
            second: fc.shuffledSubarray([brandsRead, ...list, ...list], {
              minLength: 2 * list.length + 1,
              maxLength: 2 * list.length + 1,
            }),
          }),
        ),
        ({ first, second }) => {
          expect(storedAfter(second)).toEqual(storedAfter(first))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('every stored row is what its facts and neighbours derive to', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const db = filled([...list, brandsRead])
        expect(rederiveAll(db)).toBe(0)
        db.close()
      }),
      { numRuns: 100 },
    )
  })
})

function conversationArrival(facts: ConversationFacts): Arrival {
  return {
    what: `${facts.id} ${facts.scope} at ${facts.updated_at}, ${JSON.stringify(facts)}`,
    keep: (db) => void storeConversations(db, [facts]),
  }
}

function filled(list: readonly Arrival[]): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  for (const { keep } of list) keep(db)
  return db
}

function storedAfter(list: readonly Arrival[]): unknown {
  const db = filled(list)
  const tables = [
    'conversation',
    'chat_ticket',
    'ticket_detail',
    'deleted_ticket',
    'deleted_chat',
    'csat_answer',
    'brand',
  ]
  const stored = tables.map((table) => db.prepare(`select * from ${table} order by 1`).all())
  db.close()
  return stored
}
