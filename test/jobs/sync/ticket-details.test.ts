import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { areDetailsArriving } from '../../../server/comparison/history.ts'
import { readCheckpoints } from '../../../server/store/checkpoints.ts'
import { storeConversations } from '../../../server/store/conversations.ts'
import type { Database } from '../../../server/store/database.ts'
import { startedAt, ticketFacts } from '../../support/conversation-facts.ts'
import { scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const audits = { audits: [{ created_at: '2026-03-09T01:00:00Z', author_id: 7, events: [] }] }

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

describe('a walk that takes long', () => {
  it('ends after four minutes and tells how many tickets are left', async () => {
    const db = brandWithBot(200)
    const { sync, requests } = scripted(answerAfter(2_500), { db })

    const result = await syncByName(sync, 'ticket-details')

    expect(result).toMatchObject({ rows: 120, left: 80 })
    expect(count(db, 'ticket_detail')).toBe(120)
    expect(requests.filter(({ path }) => path.endsWith('/audits'))).toHaveLength(120)
    expect(areDetailsArriving(readCheckpoints(db))).toBe(true)
  })

  it('is gone on with by the next runs, until nothing is left', async () => {
    const db = brandWithBot(200)
    const { sync } = scripted(answerAfter(2_500), { db })

    await syncByName(sync, 'ticket-details')
    const second = await syncByName(sync, 'ticket-details')

    expect(second.rows).toBe(80)
    expect(second.left).toBe(undefined)
    expect(count(db, 'ticket_detail')).toBe(200)
    expect(areDetailsArriving(readCheckpoints(db))).toBe(false)
  })
})

describe.each([
  ['is gone', () => Promise.reject(new UpstreamError('gone', 404)), 0],
  ['is in an unknown form', () => ({ audits: [{ created_at: 5 }] }), 1],
] as const)('a ticket whose messages cannot be had because it %s', (_, answer, putAside) => {
  it('is asked for once', async () => {
    const db = brandWithBot(1)
    const first = scripted(answer, { db })
    const again = scripted(answer, { db })

    await syncByName(first.sync, 'ticket-details')
    const result = await syncByName(again.sync, 'ticket-details')

    expect(first.requests).toHaveLength(1)
    expect(again.requests).toHaveLength(0)
    expect(result).toMatchObject({ changed: 0, quarantined: 0 })
    expect(count(db, 'quarantine')).toBe(putAside)
  })

  it('is asked for again when it changes', async () => {
    const db = brandWithBot(1)
    await syncByName(scripted(answer, { db }).sync, 'ticket-details')
    storeTickets(db, 1, startedAt + 86_400_000)

    await syncByName(scripted(answerAfter(0), { db }).sync, 'ticket-details')

    expect(count(db, 'ticket_detail')).toBe(1)
    expect(count(db, 'unreadable_detail')).toBe(0)
  })
})

/** Answers with audits, each request later by so many ms of real time. */
function answerAfter(milliseconds: number) {
  return ({ path }: { path: string }) => {
    if (path.endsWith('/conversation_log')) return { events: [], meta: { has_more: false } }
    vi.advanceTimersByTime(milliseconds)
    return audits
  }
}

function brandWithBot(tickets: number): Database {
  const db = freshDatabase()
  db.prepare("insert into brand values (1, 'A', null, 1, 1, 0, 0, :since)").run({ since: startedAt - 1 })
  storeTickets(db, tickets, startedAt + 600_000)
  return db
}

function storeTickets(db: Database, tickets: number, updatedAt: number): void {
  storeConversations(
    db,
    Array.from({ length: tickets }, (_, number) =>
      ticketFacts({
        id: `ticket:${201 + number}`,
        ticket_id: 201 + number,
        started_at: startedAt + number * 1000,
        updated_at: updatedAt + number * 1000,
      }),
    ),
  )
}
