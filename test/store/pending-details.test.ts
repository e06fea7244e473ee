import { describe, expect, it } from 'vitest'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { rederiveAll, storeConversations } from '../../server/store/conversations.ts'
import type { Database } from '../../server/store/database.ts'
import { storeOrganisation } from '../../server/store/organisation.ts'
import { areDerivationsStale } from '../../server/store/rederive-conversations.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { refreshDetailPlan } from '../../server/store/detail-weeks.ts'
import { readPendingDetails } from '../../server/store/pending-details.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { startedAt, ticketFacts } from '../support/conversation-facts.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const DAY_MS = 86_400_000
const TODAY = '2026-03-20'

/** What is pending by a plan that is up to date. */
function pending(db: Database) {
  refreshDetailPlan(db)
  return readPendingDetails(db, 10, TODAY)
}

const seoul = defaultAccountSettings('Asia/Seoul')
const withoutSearch = { ...seoul, detailSample: { ...seoul.detailSample, botSearchPerBrandWeek: 0 } }

describe('tickets whose messages are to be read', () => {
  it('the first bot ticket of a brand makes its later tickets unknown until they are read', () => {
    const db = seoulAccount()
    const earlier = ticketFacts({ id: 'ticket:1', ticket_id: 1, started_at: startedAt - DAY_MS })
    storeConversations(db, [earlier, ticketFacts()])
    expect(read(db, 'ticket:201').bot_involved).toBe(0)

    storeConversations(db, [
      ticketFacts({
        id: 'ticket:2',
        ticket_id: 2,
        scope: 'ai_agent',
        seen_ai_agent: 1,
        started_at: startedAt - 1000,
      }),
    ])

    expect(read(db, 'ticket:201').bot_involved).toBe(null)
    expect(read(db, 'ticket:1').bot_involved).toBe(0)
    expect(pending(db).map(({ ticket_id }) => ticket_id)).toEqual([201])
  })

  it('a bot a person knows of makes tickets from its day on wait for their messages', () => {
    const db = seoulAccount()
    const brand = { ...defaultBrandSettings(1, 'Asia/Seoul'), botSince: '2026-03-09' }
    storeConversations(db, [
      ticketFacts({ id: 'ticket:1', ticket_id: 1, started_at: startedAt - DAY_MS }),
      ticketFacts(),
    ])
    expect(pending(db)).toEqual([])

    writeAccountSettings(db, { ...withoutSearch, brands: [brand] }, 0)

    expect(areDerivationsStale(db)).toBe(true)
    expect(rederiveAll(db)).toBe(1)
    expect(read(db, 'ticket:201').bot_involved).toBe(null)
    expect(pending(db).map(({ ticket_id }) => ticket_id)).toEqual([201])
  })

  it('a ticket whose messages were read is pending again once it changes', () => {
    const db = seoulAccount()
    storeConversations(db, [ticketFacts({ seen_ai_agent: 1 })])
    const [first] = pending(db)

    storeTicketDetails(db, [
      {
        ticket_id: 201,
        generated_at: first.updated_at,
        bot_involved: 1,
        handed_off_at: startedAt + 5_000,
        first_customer_message_at: startedAt,
        first_bot_message_at: startedAt + 1_000,
        first_human_reply_at: startedAt + 60_000,
        customer_messages: 2,
        agent_messages: 1,
        bot_messages: 1,
        agent_count: 1,
        continued_by_email: 0,
        handed_back_at: null,
      },
    ])

    expect(pending(db)).toEqual([])
    expect(read(db, 'ticket:201').first_reply_seconds).toBe(55)
    storeConversations(db, [ticketFacts({ updated_at: first.updated_at + 1000 })])
    expect(pending(db)).toHaveLength(1)
  })

  it('a ticket of which nobody said whether a person replied waits for its messages, without a brand at last', () => {
    const db = seoulAccount()
    const silent = { source_first_human_reply_at: null, source_reply_known: 0 }
    storeConversations(db, [
      ticketFacts(silent),
      ticketFacts({
        ...silent,
        id: 'ticket:202',
        ticket_id: 202,
        ticket_brand_id: null,
        started_at: startedAt + 1,
      }),
      ticketFacts({ id: 'ticket:203', ticket_id: 203 }),
    ])

    const [first, ...others] = pending(db)

    expect([first, ...others].map(({ ticket_id }) => ticket_id)).toEqual([201, 202])
    expect(readPendingDetails(db, 10, TODAY, first)).toEqual(others)
  })
})

function seoulAccount(): Database {
  const db = migratedDatabase()
  storeOrganisation(db, {
    brands: [{ id: 1, name: 'One', subdomain: null, is_default: 0, active: 1, deleted: 0, created_at: 0 }],
    groups: [],
    agents: [],
    facts: { zone: 'Asia/Seoul', default_brand_id: null },
  })
  writeAccountSettings(db, withoutSearch, 0)
  return db
}

function read(db: Database, id: string): Record<string, unknown> {
  return (
    db.prepare<[string], Record<string, unknown>>('select * from conversation where id = ?').get(id) ?? {}
  )
}
