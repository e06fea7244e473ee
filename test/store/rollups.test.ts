import { describe, expect, it } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import { countDirtyDays, markAllRollupsDirty, refreshRollups } from '../../server/store/rollups.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const DAY = '2026-03-02'
const MONDAY_TEN = Date.parse('2026-03-02T10:00:00+09:00')
const DAY_MS = 86_400_000

describe('daily sums', () => {
  it('a served conversation counts as demand and as human workload', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })
    insertConversation(db, {
      id: 'chat:2',
      served: 0,
      first_reply_seconds: null,
      open_minutes_to_reply: null,
    })

    expect(sums(db, 'demand')).toEqual([{ source: 'chat', n: 2, numerator: 0, total: 0 }])
    expect(sums(db, 'human_workload')).toEqual([{ source: 'chat', n: 1, numerator: 0, total: 0 }])
  })

  it('offline messages and deleted conversations are no demand', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', kind: 'offline_message', served: 0 })
    insertConversation(db, { id: 'chat:2', deleted: 1 })

    expect(sums(db, 'demand')).toEqual([])
  })

  it('a day without a rating has no row, not a rate of zero', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })

    expect(sums(db, 'csat')).toEqual([])
    expect(sums(db, 'csat.response')).toEqual([{ source: 'chat_rating', n: 1, numerator: 0, total: 0 }])
  })

  it('good, bad and neutral answers are summed by source, neutral apart', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1', category: 'bad' })
    for (const [i, category] of ['good', 'neutral', null].entries()) {
      insertConversation(db, {
        id: `ticket:${i}`,
        source: 'messaging',
        channel: 'native_messaging',
        ticket_id: i,
      })
      insertAnswer(db, { id: `survey:${i}`, source: 'survey', ticket_id: i, category })
    }

    expect(sums(db, 'csat')).toEqual([
      { source: 'chat_rating', n: 1, numerator: 0, total: 0 },
      { source: 'survey', n: 1, numerator: 1, total: 0 },
    ])
    expect(sums(db, 'csat.neutral')).toEqual([{ source: 'survey', n: 1, numerator: 0, total: 0 }])
    expect(sums(db, 'csat.response')).toContainEqual({ source: 'survey', n: 3, numerator: 2, total: 0 })
  })

  it("a legacy rating on a live chat's ticket does not count beside the chat's own", () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', ticket_id: 7 })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1' })
    insertAnswer(db, { id: 'rating:9', source: 'legacy_rating', ticket_id: 7 })

    expect(sums(db, 'csat')).toEqual([{ source: 'chat_rating', n: 1, numerator: 1, total: 0 }])
  })

  it('a bot-only conversation needs no person, so it cannot be unserved', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'ticket:1', source: 'bot', served: 0, open_minutes_to_reply: null })
    insertConversation(db, { id: 'ticket:2', source: 'messaging', open_minutes_to_reply: 61 })
    insertConversation(db, { id: 'ticket:3', source: 'messaging', open_minutes_to_reply: 60 })
    insertConversation(db, { id: 'ticket:4', source: 'messaging', open_minutes_to_reply: null })

    expect(sums(db, 'unserved_rate')).toEqual([{ source: 'messaging', n: 2, numerator: 1, total: 0 }])
  })

  it('a ticket of which nobody knows whether a person replied is neither served nor unserved', () => {
    const db = emptyDatabase()
    const unknown = {
      source: 'messaging',
      served: null,
      first_reply_seconds: null,
      open_minutes_to_reply: null,
    }
    insertConversation(db, { id: 'ticket:1', ...unknown })
    insertConversation(db, { id: 'ticket:2', ...unknown, served: 0 })
    insertConversation(db, { id: 'ticket:3', source: 'messaging' })

    expect(sums(db, 'demand')).toEqual([{ source: 'messaging', n: 3, numerator: 0, total: 0 }])
    expect(sums(db, 'human_workload')).toEqual([{ source: 'messaging', n: 1, numerator: 0, total: 0 }])
    expect(sums(db, 'unserved_rate')).toEqual([{ source: 'messaging', n: 2, numerator: 1, total: 0 }])
    expect(sums(db, 'human_workload.known')).toEqual([{ source: 'messaging', n: 3, numerator: 2, total: 0 }])
    expect(sums(db, 'first_reply.known')).toEqual([{ source: 'messaging', n: 2, numerator: 1, total: 0 }])
  })

  it('where nobody knows when a person was needed, neither reply nor silence counts in the unserved rate', () => {
    const db = emptyDatabase()
    const unread = {
      source: 'messaging',
      handed_off_at: null,
      first_reply_seconds: null,
      open_minutes_to_reply: null,
    }
    insertConversation(db, { id: 'ticket:1', ...unread, served: 0 })
    insertConversation(db, { id: 'ticket:2', ...unread, served: 1 })
    insertConversation(db, { id: 'ticket:3', source: 'messaging' })

    expect(sums(db, 'unserved_rate')).toEqual([{ source: 'messaging', n: 1, numerator: 0, total: 0 }])
  })

  it('an answer on a ticket of several chats counts once, with the latest', () => {
    const db = emptyDatabase()
    for (const number of [1, 2, 3])
      insertConversation(db, { id: `chat:${number}`, ticket_id: 7, started_at: MONDAY_TEN + number * 1000 })
    insertAnswer(db, { id: 'survey:9', source: 'survey', ticket_id: 7 })

    expect(sums(db, 'csat')).toEqual([{ source: 'survey', n: 1, numerator: 1, total: 0 }])
    expect(sums(db, 'csat.response')).toContainEqual({ source: 'survey', n: 1, numerator: 1, total: 0 })
  })

  it('an answer on a ticket of several chats belongs to the one that had begun by then', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', ticket_id: 7, started_at: MONDAY_TEN })
    insertConversation(db, { id: 'chat:2', ticket_id: 7, started_at: MONDAY_TEN + 3_600_000 })
    insertAnswer(db, { id: 'chat:2', conversation_id: 'chat:2', category: 'bad' })
    const answeredAt = MONDAY_TEN + 600_000
    insertAnswer(db, { id: 'rating:9', source: 'legacy_rating', ticket_id: 7, answered_at: answeredAt })

    expect(sums(db, 'csat')).toEqual([
      { source: 'chat_rating', n: 1, numerator: 0, total: 0 },
      { source: 'legacy_rating', n: 1, numerator: 1, total: 0 },
    ])
  })

  it('and is passed over where that chat was rated itself, whatever the later ones say', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', ticket_id: 7, started_at: MONDAY_TEN })
    insertConversation(db, { id: 'chat:2', ticket_id: 7, started_at: MONDAY_TEN + 3_600_000 })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1', category: 'bad' })
    const answeredAt = MONDAY_TEN + 600_000
    insertAnswer(db, { id: 'rating:9', source: 'legacy_rating', ticket_id: 7, answered_at: answeredAt })

    expect(sums(db, 'csat')).toEqual([{ source: 'chat_rating', n: 1, numerator: 0, total: 0 }])
  })

  it('a ticket that stands in for its chat was asked by legacy rating', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'ticket:7', ticket_id: 7 })
    insertAnswer(db, { id: 'rating:9', source: 'legacy_rating', ticket_id: 7 })

    expect(sums(db, 'csat.response')).toEqual([{ source: 'legacy_rating', n: 1, numerator: 1, total: 0 }])
  })

  it('a ticket reopened is a recontact where that is known to lie within seven days of its end', () => {
    const db = emptyDatabase()
    const ended = MONDAY_TEN + 600_000
    const known = [ended + 7 * DAY_MS, ended + 7 * DAY_MS + 1, null]
    for (const [i, before] of known.entries()) {
      insertConversation(db, {
        id: `ticket:${i}`,
        source: 'messaging',
        requester_key: `person ${i}`,
        reopened: 1,
        reopened_before: before,
      })
    }

    expect(sums(db, 'recontact_rate')).toEqual([{ source: 'messaging', n: 3, numerator: 1, total: 0 }])
  })

  it('an unserved chat whose visitor left within the hour is told apart', () => {
    const db = emptyDatabase()
    for (const [i, left] of [5, 70].entries()) {
      insertConversation(db, {
        id: `chat:${i}`,
        served: 0,
        open_minutes_to_reply: null,
        left_after_open_minutes: left,
      })
    }

    expect(sums(db, 'unserved_rate.left_early')).toEqual([{ source: 'chat', n: 2, numerator: 1, total: 0 }])
  })

  it('a contact within seven days of the end is a recontact; a later one, another brand or another person is none', () => {
    const db = emptyDatabase()
    const ended = MONDAY_TEN + 600_000
    insertConversation(db, { id: 'chat:1', requester_key: 'a' })
    insertConversation(db, { id: 'chat:2', requester_key: 'a', started_at: ended + 7 * DAY_MS })
    insertConversation(db, { id: 'chat:3', requester_key: 'b' })
    insertConversation(db, { id: 'chat:4', requester_key: 'b', started_at: ended + 7 * DAY_MS + 1 })
    insertConversation(db, { id: 'chat:5', requester_key: 'c' })
    insertConversation(db, { id: 'chat:6', requester_key: 'c', brand_id: 2, started_at: ended + DAY_MS })

    expect(sums(db, 'recontact_rate')).toEqual([{ source: 'chat', n: 3, numerator: 1, total: 0 }])
  })

  it('the histogram holds every first reply, each within one per cent of its key', () => {
    const db = emptyDatabase()
    for (const [i, seconds] of [0.5, 1, 100, 7200].entries())
      insertConversation(db, { id: `chat:${i}`, first_reply_seconds: seconds })

    markAllRollupsDirty(db)
    refreshRollups(db, 10)
    const keys = db.prepare('select key, n from rollup_hist order by key').all()

    expect(keys).toEqual([
      { key: -2147483648, n: 1 },
      { key: 0, n: 1 },
      { key: 231, n: 1 },
      { key: 445, n: 1 },
    ])
  })

  it('summing twice changes nothing and leaves no day to do', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })
    const first = sums(db, 'demand')

    expect(sums(db, 'demand')).toEqual(first)
    expect(countDirtyDays(db)).toBe(0)
  })
})

function emptyDatabase(): Database {
  const db = migratedDatabase()
  return db
}

function sums(db: Database, metric: string): unknown[] {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 10) > 0);
  return db
    .prepare(
      'select source, n, numerator, total from rollup_day where brand_id = 1 and day = ? and metric = ? order by source',
    )
    .all(DAY, metric)
}
