import { describe, expect, it } from 'vitest'
import { readFirstAiAgentTicket } from '../../server/store/brand-bots.ts'
import type { Database } from '../../server/store/database.ts'
import { readDetailCoverage } from '../../server/store/detail-plan.ts'
import { readPendingDetails } from '../../server/store/pending-details.ts'
import { startedAt } from '../support/conversation-facts.ts'
import {
  accountWith,
  idsFrom,
  pending,
  pendingIds,
  read,
  refreshAll,
  storeBotTicket,
  storeTickets,
  TODAY,
} from '../support/detail-tickets.ts'

const DAY_MS = 86_400_000

describe('a brand of which no bot is known', () => {
  it('has a few tickets of each week read to find out', () => {
    const db = accountWith({})
    storeTickets(db, idsFrom(201, 1000), {})
    storeTickets(db, idsFrom(5001, 10), { started_at: startedAt - 7 * DAY_MS })

    const ids = pendingIds(db)
    expect(ids.filter((id) => id < 5000).length).toBeGreaterThanOrEqual(20)
    expect(ids.filter((id) => id < 5000).length).toBeLessThan(40)
    expect(ids.filter((id) => id > 5000)).toHaveLength(10)
    read(db, ids, 0)
    expect(pendingIds(db)).toEqual([])
    expect(readDetailCoverage(db)).toEqual([])
  })

  it('has a bot from the first ticket on whose messages show one, whatever came first', () => {
    const db = accountWith({})
    const tickets = idsFrom(201, 100)
    storeTickets(db, tickets, {})
    read(db, [250], 1)
    expect(botSince(db)).toBe(startedAt + 250 * 1000)
    expect(count(db, 'bot_involved is null')).toBe(50)
    read(db, [230], 1)
    expect(botSince(db)).toBe(startedAt + 230 * 1000)
    expect(count(db, 'bot_involved is null')).toBe(69)

    const other = accountWith({})
    read(other, [250, 230], 1)
    storeTickets(other, tickets, {})
    expect(rows(other)).toEqual(rows(db))
  })

  it('has none any more when the messages are read anew and show none', () => {
    const db = accountWith({})
    storeTickets(db, [201, 202], {})
    read(db, [201], 1)
    expect(count(db, 'bot_involved is null')).toBe(1)

    read(db, [201], 0, startedAt + DAY_MS)

    expect(botSince(db)).toBe(null)
    expect(count(db, 'bot_involved is null')).toBe(0)
  })

  it('a bot found in messages is no ticket of an AI agent', () => {
    const db = accountWith({})
    storeTickets(db, [201], {})
    read(db, [201], 1)

    expect(readFirstAiAgentTicket(db)).toBe(null)
    storeTickets(db, [300], { scope: 'ai_agent', seen_ai_agent: 1 })
    expect(readFirstAiAgentTicket(db)).toBe(startedAt + 300 * 1000)
  })
})

describe('the order of reading', () => {
  it('begins with the weeks verdicts rest on, and goes on with the latest days and then the rest, newest first', () => {
    const db = accountWith({ botSearchPerBrandWeek: 0 })
    for (const brand of [1, 2]) storeBotTicket(db, brand)
    const stored = (id: number, brand: number, daysAgo: number) =>
      storeTickets(db, [id], { ticket_brand_id: brand, started_at: startedAt - daysAgo * DAY_MS })
    stored(1, 2, 0)
    stored(2, 2, 21)
    stored(3, 1, 3)
    stored(4, 1, 50)
    stored(5, 1, 120)
    stored(6, 2, 22)
    db.prepare(
      `insert into brand_cutover (brand_id, went_live_on, went_live_source, ramp_end, ramp_source)
       values (1, '2026-01-01', 'detected', '2026-01-15', 'measured')`,
    ).run()

    expect(pendingIds(db)).toEqual([3, 4, 1, 2, 6, 5])
    const [, second] = pending(db)
    expect(readPendingDetails(db, 2, TODAY, second).map(({ ticket_id }) => ticket_id)).toEqual([1, 2])
  })
})

function botSince(db: Database): number | null | undefined {
  return db.prepare<[], { bot_since: number | null }>('select bot_since from brand where id = 1').get()
    ?.bot_since
}

function count(db: Database, where: string): number | undefined {
  return db.prepare<[], { n: number }>(`select count(*) as n from conversation where ${where}`).get()?.n
}

function rows(db: Database): unknown[] {
  refreshAll(db)
  return ['conversation', 'brand', 'detail_week', 'rollup_day'].map((table) =>
    db.prepare(`select * from ${table} order by 1, 2`).all(),
  )
}
