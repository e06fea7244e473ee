import { describe, expect, it } from 'vitest'
import type { DetailSample } from '../../server/settings/detail-sample.ts'
import { defaultAccountSettings } from '../../server/settings/default-settings.ts'
import { recordApiBudgets } from '../../server/store/api-budgets.ts'
import { readFirstAiAgentTicket } from '../../server/store/brand-bots.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { readFirstReplies } from '../../server/store/daily-values.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/database.ts'
import { readDetailCoverage, readDetailProgress, readDetailWeeks } from '../../server/store/detail-plan.ts'
import { refreshDetailPlan } from '../../server/store/detail-weeks.ts'
import { migrate } from '../../server/store/migrate.ts'
import { readPendingDetails } from '../../server/store/pending-details.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { storeUnreadableDetails } from '../../server/store/unreadable-details.ts'
import { startedAt, ticketFacts } from '../support/conversation-facts.ts'

const DAY_MS = 86_400_000
const TODAY = '2026-03-20'
const everyBotWeek: Partial<DetailSample> = { mode: 'sample', botSearchPerBrandWeek: 0 }

describe('a brand of which a sample is read', () => {
  it('has at least two hundred tickets of each week in it, and the same ones in every run', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const first = pendingIds(db)
    const again = pendingIds(brandWithBot(1000, everyBotWeek))

    expect(first.length).toBeGreaterThanOrEqual(200)
    expect(first.length).toBeLessThan(400)
    expect(again).toEqual(first)
    expect(first.slice(0, 4)).toEqual([1200, 1196, 1187, 1183])
  })

  it('has a sample that prefers no kind of number', () => {
    const ids = pendingIds(brandWithBot(8000, everyBotWeek))

    for (const divisor of [2, 7, 10]) {
      for (let rest = 0; rest < divisor; rest++) {
        const share = ids.filter((id) => id % divisor === rest).length / ids.length
        expect(Math.abs(share - 1 / divisor)).toBeLessThan(0.08)
      }
    }
  })

  it('has a larger sample that holds the smaller one', () => {
    const small = pendingIds(brandWithBot(2000, everyBotWeek))
    const large = new Set(pendingIds(brandWithBot(2000, { ...everyBotWeek, perBrandWeek: 500 })))

    expect(large.size).toBeGreaterThanOrEqual(500)
    expect(small.every((id) => large.has(id))).toBe(true)
  })

  it('says how many of how many are known, without those outside the sample', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const ids = pendingIds(db)
    read(db, ids.slice(0, 150))
    storeUnreadableDetails(db, pending(db).slice(0, 1))
    refreshAll(db)

    const week = { tickets: 1000, sampled: ids.length, known: 150, unreadable: 1 }
    expect(readDetailCoverage(db)).toEqual([{ brandId: 1, ...week }])
    expect(readDetailWeeks(db, 1)).toEqual([{ week: '2026-03-09', ...week }])
    expect(readDetailProgress(db)).toEqual({ wanted: ids.length, waiting: ids.length - 151 })
  })

  it('is judged by its sample alone once that is read', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const ids = pendingIds(db)
    read(db, ids)
    // A ticket outside the sample that was read for another reason tells nothing about the others.
    const outside = Array.from({ length: 1000 }, (_, i) => 201 + i).filter((id) => !ids.includes(id))
    read(db, outside.slice(0, 50))
    refreshAll(db)

    expect(pendingIds(db)).toEqual([])
    const days = db.prepare(
      `select n, numerator from rollup_day where metric = 'first_reply.known' and brand_id = 1`,
    )
    expect(days.all()).toEqual([{ n: ids.length, numerator: ids.length }])
    expect([...readFirstReplies(db, 1).values()].flat()).toHaveLength(ids.length)
    const unserved = db.prepare(`select n from rollup_day where metric = 'unserved_rate' and brand_id = 1`)
    expect(unserved.all()).toEqual([{ n: ids.length }])
    expect(db.prepare(`select sum(n) as n from rollup_hist where brand_id = 1`).all()).toEqual([
      { n: ids.length },
    ])
  })

  it('is summed anew when the sample is given up', () => {
    const db = brandWithBot(1000, everyBotWeek)
    read(db, pendingIds(db))
    refreshAll(db)
    const sampled = readDetailCoverage(db)[0].sampled

    writeSettings(db, { mode: 'all', botSearchPerBrandWeek: 0 })
    refreshAll(db)

    expect(readDetailCoverage(db)).toEqual([
      { brandId: 1, tickets: 1000, sampled: 1000, known: sampled, unreadable: 0 },
    ])
    const known = db.prepare(
      `select n, numerator from rollup_day where metric = 'first_reply.known' and brand_id = 1`,
    )
    expect(known.all()).toEqual([{ n: 1000, numerator: sampled }])
  })

  it('is one whose tickets are too many for the limit the account was seen to have', () => {
    const db = brandWithBot(1000, { botSearchPerBrandWeek: 0 })
    expect(pendingIds(db)).toHaveLength(1000)

    recordApiBudgets(
      db,
      [
        {
          bucket: 'account',
          per_minute: 1,
          remaining: 1,
          resets_at: 0,
          paused_until: null,
          requests: 1,
          refused: 0,
        },
      ],
      0,
    )

    expect(pendingIds(db).length).toBeLessThan(400)
  })

  it('has tickets outside the sample read last where nobody said whether a person replied', () => {
    const db = brandWithBot(1000, everyBotWeek)
    const sample = new Set(pendingIds(db))
    const outside = Array.from({ length: 1000 }, (_, i) => 201 + i).filter((id) => !sample.has(id))
    storeTickets(db, [outside[0], outside[1]], {
      source_first_human_reply_at: null,
      source_reply_known: 0,
      updated_at: startedAt + DAY_MS,
    })

    expect(pendingIds(db).slice(-2)).toEqual([outside[1], outside[0]])
    expect(readDetailProgress(db)).toEqual({ wanted: sample.size + 2, waiting: sample.size + 2 })
  })
})

describe('a brand of which no bot is known', () => {
  it('has a few tickets of each week read to find out', () => {
    const db = account({})
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
    const db = account({})
    const tickets = idsFrom(201, 100)
    storeTickets(db, tickets, {})
    read(db, [250], 1)
    expect(botSince(db)).toBe(startedAt + 250 * 1000)
    expect(count(db, 'bot_involved is null')).toBe(50)
    read(db, [230], 1)
    expect(botSince(db)).toBe(startedAt + 230 * 1000)
    expect(count(db, 'bot_involved is null')).toBe(69)

    const other = account({})
    read(other, [250, 230], 1)
    storeTickets(other, tickets, {})
    expect(rows(other)).toEqual(rows(db))
  })

  it('has none any more when the messages are read anew and show none', () => {
    const db = account({})
    storeTickets(db, [201, 202], {})
    read(db, [201], 1)
    expect(count(db, 'bot_involved is null')).toBe(1)

    read(db, [201], 0, startedAt + DAY_MS)

    expect(botSince(db)).toBe(null)
    expect(count(db, 'bot_involved is null')).toBe(0)
  })

  it('a bot found in messages is no ticket of an AI agent', () => {
    const db = account({})
    storeTickets(db, [201], {})
    read(db, [201], 1)

    expect(readFirstAiAgentTicket(db)).toBe(null)
    storeTickets(db, [300], { scope: 'ai_agent', seen_ai_agent: 1 })
    expect(readFirstAiAgentTicket(db)).toBe(startedAt + 300 * 1000)
  })
})

describe('the order of reading', () => {
  it('begins with the weeks verdicts rest on, and goes on with the latest days and then the rest, newest first', () => {
    const db = account({ botSearchPerBrandWeek: 0 })
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

function account(sample: Partial<DetailSample>): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  writeSettings(db, sample)
  for (const id of [1, 2]) {
    db.prepare("insert into brand values (:id, 'A', null, 0, 1, 0, 0, null)").run({ id })
  }
  return db
}

function brandWithBot(tickets: number, sample: Partial<DetailSample>): Database {
  const db = account(sample)
  storeBotTicket(db, 1)
  storeTickets(db, idsFrom(201, tickets), {})
  return db
}

/** From long ago: all later tickets of the brand may have been answered by a bot. */
function storeBotTicket(db: Database, brandId: number): void {
  storeTickets(db, [100 + brandId], {
    ticket_brand_id: brandId,
    scope: 'ai_agent',
    seen_ai_agent: 1,
    started_at: startedAt - 200 * DAY_MS,
  })
}

function writeSettings(db: Database, sample: Partial<DetailSample>): void {
  const settings = defaultAccountSettings('Asia/Seoul')
  writeAccountSettings(db, { ...settings, detailSample: { ...settings.detailSample, ...sample } }, 0)
}

function idsFrom(first: number, number: number): number[] {
  return Array.from({ length: number }, (_, i) => first + i)
}

function storeTickets(db: Database, ids: readonly number[], given: Parameters<typeof ticketFacts>[0]): void {
  storeConversations(
    db,
    ids.map((id) =>
      ticketFacts({ id: `ticket:${id}`, ticket_id: id, started_at: startedAt + id * 1000, ...given }),
    ),
  )
}

function pending(db: Database) {
  refreshDetailPlan(db)
  return readPendingDetails(db, 100_000, TODAY)
}

function pendingIds(db: Database): number[] {
  return pending(db).map(({ ticket_id }) => ticket_id)
}

function read(db: Database, ids: readonly number[], bot: 0 | 1 = 1, version = startedAt + 600_000): void {
  storeTicketDetails(
    db,
    ids.map((id) => ({
      ticket_id: id,
      generated_at: version,
      bot_involved: bot,
      handed_off_at: startedAt + id * 1000,
      first_customer_message_at: startedAt + id * 1000,
      first_bot_message_at: null,
      first_human_reply_at: startedAt + id * 1000 + 60_000,
      customer_messages: 1,
      agent_messages: 1,
      bot_messages: bot,
      agent_count: 1,
      continued_by_email: 0,
      handed_back_at: null,
    })),
  )
}

function refreshAll(db: Database): void {
  while (refreshRollups(db, 100) > 0);
}

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
