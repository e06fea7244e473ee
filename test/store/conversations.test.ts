import { describe, expect, it } from 'vitest'
import { storeChatTickets } from '../../server/store/chat-tickets.ts'
import { rederiveAll, storeConversations } from '../../server/store/conversations.ts'
import { removeCsatAnswer, storeCsatAnswers } from '../../server/store/csat-answers.ts'
import type { Database } from '../../server/store/database.ts'
import { storeDeletedTickets } from '../../server/store/deleted-tickets.ts'
import { readAgentIds, storeOrganisation } from '../../server/store/organisation.ts'
import type { Organisation } from '../../server/store/organisation.ts'
import { areDerivationsStale } from '../../server/store/rederive-conversations.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { defaultAccountSettings } from '../../server/settings/default-settings.ts'
import { chatFacts, chatTicketFacts, startedAt, ticketFacts } from '../support/conversation-facts.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const DAY_MS = 86_400_000

describe('storing conversations', () => {
  it('the same row again is not written', () => {
    const db = seoulAccount()

    expect(storeConversations(db, [ticketFacts()]).changed).toBe(1)
    expect(storeConversations(db, [ticketFacts()]).changed).toBe(0)
  })

  it('the newest copy wins, and an older one is named as outdated', () => {
    const db = seoulAccount()
    storeConversations(db, [ticketFacts({ status: 'closed', updated_at: 2000 })])

    const { changed, outdated } = storeConversations(db, [ticketFacts({ status: 'open', updated_at: 1000 })])

    expect(changed).toBe(0)
    expect([...outdated]).toEqual(['ticket:201'])
    expect(read(db, 'ticket:201').status).toBe('closed')
  })

  it('a ticket people took over stays theirs, whichever copy comes last', () => {
    const db = seoulAccount()
    const ofBot = ticketFacts({ scope: 'ai_agent', seen_ai_agent: 1, updated_at: 3000 })

    storeConversations(db, [ticketFacts({ updated_at: 2000 })])
    storeConversations(db, [ofBot])

    expect(read(db, 'ticket:201')).toMatchObject({ scope: 'agent', seen_ai_agent: 1, source: 'messaging' })
  })

  it('marks the day it was on and the day it is on', () => {
    const db = seoulAccount()
    storeConversations(db, [ticketFacts()])
    forgetDirtyDays(db)

    storeConversations(db, [ticketFacts({ ticket_brand_id: 2, updated_at: startedAt + 700_000 })])

    expect(dirtyDays(db)).toEqual(['1 2026-03-09', '2 2026-03-09'])
  })

  it('marks the days of the requester’s conversations it may follow up', () => {
    const db = seoulAccount()
    const of = (id: number, daysLater: number, requester: string, brand = 1) =>
      ticketFacts({
        id: `ticket:${id}`,
        ticket_id: id,
        ticket_brand_id: brand,
        source_requester_key: requester,
        started_at: startedAt + daysLater * DAY_MS,
        ended_at: startedAt + daysLater * DAY_MS + 600_000,
      })
    storeConversations(db, [of(1, 0, 'a'), of(2, 4, 'a'), of(3, 5, 'b'), of(4, 6, 'a', 2)])
    forgetDirtyDays(db)

    storeConversations(db, [of(5, 9, 'a')])

    expect(dirtyDays(db)).toEqual(['1 2026-03-13', '1 2026-03-18'])
  })
})

describe('what arrives beside conversations', () => {
  it('a chat’s ticket gives the chat its brand', () => {
    const db = seoulAccount()
    storeConversations(db, [chatFacts({ ticket_id: 5 })])

    const changed = storeChatTickets(db, [
      chatTicketFacts({ ticket_id: 5, brand_id: 2, group_id: 7, requester_key: 'x', updated_at: 1 }),
    ])

    expect(changed).toBe(2)
    expect(read(db, 'chat:1')).toMatchObject({ brand_id: 2, brand_source: 'ticket', requester_key: 'x' })
    expect(dirtyDays(db)).toEqual(['2 2026-03-09'])
  })

  it('a chat keeps its own requester beside its ticket’s, so that one that names nobody takes nothing away', () => {
    const db = seoulAccount()
    const ticket = chatTicketFacts({
      ticket_id: 5,
      brand_id: 2,
      group_id: 7,
      requester_key: 'x',
      updated_at: 1,
    })
    storeConversations(db, [chatFacts({ ticket_id: 5, source_requester_key: 'own' })])
    storeChatTickets(db, [ticket])
    expect(read(db, 'chat:1').requester_key).toBe('x')

    storeChatTickets(db, [{ ...ticket, requester_key: null, updated_at: 2 }])

    expect(read(db, 'chat:1').requester_key).toBe('own')
  })

  it('another chat on the same ticket marks the days of those before it', () => {
    const db = seoulAccount()
    storeConversations(db, [chatFacts({ ticket_id: 5 })])
    storeChatTickets(db, [chatTicketFacts({ ticket_id: 5, brand_id: 1 })])
    forgetDirtyDays(db)

    storeConversations(db, [chatFacts({ id: 'chat:2', ticket_id: 5, started_at: startedAt + DAY_MS })])

    expect(dirtyDays(db)).toEqual(['1 2026-03-09', '1 2026-03-10'])
  })

  it('a deletion flags the ticket, and an older copy does not revive it', () => {
    const db = seoulAccount()
    storeConversations(db, [ticketFacts({ updated_at: 1000 })])
    storeDeletedTickets(db, [{ ticket_id: 201, deleted_at: 2000 }])
    storeConversations(db, [ticketFacts({ updated_at: 1500 })])

    expect(read(db, 'ticket:201').deleted).toBe(1)
  })
})

describe('ratings', () => {
  const rating = {
    id: 'rating:1',
    source: 'legacy_rating',
    ticket_id: 201,
    conversation_id: null,
    offered_at: 0,
    answered_at: null,
    raw_rating: 'offered',
    category: null,
    reason: null,
    updated_at: 1000,
  } as const

  it('mark the day of their conversation, and follow a change of mind', () => {
    const db = seoulAccount()
    storeConversations(db, [ticketFacts()])
    forgetDirtyDays(db)

    expect(storeCsatAnswers(db, [rating, rating])).toBe(1)
    expect(storeCsatAnswers(db, [{ ...rating, category: 'bad', updated_at: 2000 }])).toBe(1)
    expect(storeCsatAnswers(db, [rating])).toBe(0)

    expect(dirtyDays(db)).toEqual(['1 2026-03-09'])
    expect(db.prepare('select category from csat_answer').pluck().all()).toEqual(['bad'])
  })

  it('taken back are forgotten', () => {
    const db = seoulAccount()
    storeCsatAnswers(db, [rating])

    expect(removeCsatAnswer(db, 'rating:1')).toBe(1)
    expect(removeCsatAnswer(db, 'rating:1')).toBe(0)
  })
})

describe('the organisation', () => {
  it('read again without a change changes no row', () => {
    const db = seoulAccount()

    expect(storeOrganisation(db, organisation())).toBe(0)
  })

  it('keeps and flags what the account no longer names', () => {
    const db = seoulAccount()
    const now = organisation()

    const changed = storeOrganisation(db, { ...now, brands: now.brands.slice(0, 1), groups: [], agents: [] })

    expect(changed).toBe(3)
    expect(db.prepare('select id, deleted from brand order by id').raw().all()).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect([...readAgentIds(db)]).toEqual([31])
  })
})

describe('changed settings', () => {
  it('leave stored rows stale until they are derived anew', () => {
    const db = seoulAccount()
    const late = Date.parse('2026-03-09T20:00:00Z')
    storeConversations(db, [ticketFacts({ started_at: late })])
    rederiveAll(db)
    expect(read(db, 'ticket:201').day).toBe('2026-03-10')

    writeAccountSettings(db, defaultAccountSettings('Europe/London'), 0)

    expect(areDerivationsStale(db)).toBe(true)
    expect(rederiveAll(db)).toBe(1)
    expect(areDerivationsStale(db)).toBe(false)
    expect(read(db, 'ticket:201').day).toBe('2026-03-09')
  })
})

function seoulAccount(): Database {
  const db = migratedDatabase()
  storeOrganisation(db, organisation())
  return db
}

function organisation(): Organisation {
  const brand = { subdomain: null, is_default: 0, active: 1, deleted: 0, created_at: 0 }
  return {
    brands: [
      { ...brand, id: 1, name: 'One' },
      { ...brand, id: 2, name: 'Two' },
    ],
    groups: [{ id: 21, name: 'Support', deleted: 0 }],
    agents: [{ id: 31, role: 'agent', active: 1, default_group_id: 21, zone: null }],
    facts: { zone: 'Asia/Seoul', default_brand_id: null },
  }
}

function read(db: Database, id: string): Record<string, unknown> {
  return (
    db.prepare<[string], Record<string, unknown>>('select * from conversation where id = ?').get(id) ?? {}
  )
}

function forgetDirtyDays(db: Database): void {
  db.exec('delete from rollup_dirty')
}

function dirtyDays(db: Database): string[] {
  const rows = db
    .prepare<[], { brand_id: number; day: string }>(
      'select brand_id, day from rollup_dirty order by brand_id, day',
    )
    .all()
  return rows.map(({ brand_id, day }) => `${brand_id} ${day}`)
}
