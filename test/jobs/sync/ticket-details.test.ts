import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { readHistoryProgress } from '../../../server/store/checkpoints.ts'
import { storeConversations } from '../../../server/store/conversations.ts'
import type { Database } from '../../../server/store/database.ts'
import { startedAt, ticketFacts } from '../../support/conversation-facts.ts'
import { scripted } from './scripted-client.ts'
import { contentOf } from '../../support/database-content.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const chatStart = {
  type: 'ChatStartedEvent',
  value: {
    history: [{ type: 'ChatMessage', timestamp: startedAt, actor_type: 'end-user', message_id: 'a' }],
  },
}
const becameNew = { type: 'Change', field_name: 'status', previous_value: 'open', value: 'new' }
const auditsWithMessage = {
  audits: [{ created_at: '2026-03-09T01:00:00Z', author_id: 7, events: [chatStart] }],
}
const auditsOfBot = {
  audits: [{ created_at: '2026-03-09T01:00:00Z', author_id: 7, events: [chatStart, becameNew] }],
}
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
    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 0.6, done: false })
  })

  it('is gone on with by the next runs, until nothing is left', async () => {
    const db = brandWithBot(200)
    const { sync } = scripted(answerAfter(2_500), { db })

    await syncByName(sync, 'ticket-details')
    const second = await syncByName(sync, 'ticket-details')

    expect(second.rows).toBe(80)
    expect(second.left).toBe(undefined)
    expect(count(db, 'ticket_detail')).toBe(200)
    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 1, done: true })
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

describe('one ticket among others', () => {
  const exceptFor = (failure: UpstreamError, failing: (ticketId: number) => boolean, db: Database) =>
    scripted(
      ({ path }) => (failing(Number(path.split('/')[4])) ? Promise.reject(failure) : auditsWithMessage),
      {
        db,
      },
    )

  it.each([
    ['leads from page to page without end', new UpstreamError('stuck', null, 'list_stuck')],
    ['is refused as a bad request', new UpstreamError('bad', 422, 'unexpected_status')],
  ])('that %s is put aside, and the others are read', async (_what, failure) => {
    const db = brandWithBot(10)
    const first = exceptFor(failure, (ticketId) => ticketId === 205, db)

    const result = await syncByName(first.sync, 'ticket-details')

    expect(result).toMatchObject({ rows: 9, quarantined: 1 })
    expect(count(db, 'unreadable_detail')).toBe(1)
  })

  it('that gets no answer is left to the next run, which fails only after all others were read', async () => {
    const db = brandWithBot(100)
    const failure = new UpstreamError('no answer', null, 'no_answer')
    const first = exceptFor(failure, (ticketId) => ticketId === 299, db)

    await expect(syncByName(first.sync, 'ticket-details')).rejects.toThrow('no answer')

    expect(count(db, 'ticket_detail')).toBe(99)
    expect(count(db, 'unreadable_detail')).toBe(0)
  })

  it('is not what is wrong where several in a row get no answer: nothing more is asked', async () => {
    const failure = new UpstreamError('no answer', null, 'no_answer')
    const { sync, requests } = exceptFor(failure, () => true, brandWithBot(100))

    await expect(syncByName(sync, 'ticket-details')).rejects.toThrow('no answer')

    expect(requests.length).toBeLessThan(20)
  })
})

it('messages nobody could read are asked for again by a version that reads more', async () => {
  const db = brandWithBot(1)
  const unknown = () => ({ audits: [{ created_at: 'no date', events: [] }], next_page: null })
  await syncByName(scripted(unknown, { db }).sync, 'ticket-details')
  expect(count(db, 'unreadable_detail')).toBe(1)
  db.exec("update account set value = 'an older version' where key = 'read_with:ticket-details'")

  await syncByName(scripted(answerAfter(0), { db }).sync, 'ticket-details')

  expect(count(db, 'ticket_detail')).toBe(1)
  expect(count(db, 'unreadable_detail')).toBe(0)
})

describe('a conversation log that fails', () => {
  it('is asked no more in this walk, and holds up none of the tickets whose audits are enough', async () => {
    const db = brandWithBot(100)
    const { sync, requests } = scripted(
      ({ path }) => {
        if (path.endsWith('/conversation_log')) throw new UpstreamError('the log is down', 500)
        return Number(path.split('/')[4]) % 2 === 0 ? audits : auditsWithMessage
      },
      { db },
    )

    await expect(syncByName(sync, 'ticket-details')).rejects.toThrow('the log is down')

    expect(count(db, 'ticket_detail')).toBe(50)
    expect(count(db, 'unreadable_detail')).toBe(0)
    expect(requests.filter(({ path }) => path.endsWith('/audits'))).toHaveLength(100)
    expect(requests.filter(({ path }) => path.endsWith('/conversation_log')).length).toBeLessThanOrEqual(6)
    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 0.5, done: false })
  })

  it('leaves the tickets that need it to the next run', async () => {
    const db = brandWithBot(10)
    const failing = scripted(
      ({ path }) => (path.endsWith('/audits') ? audits : Promise.reject(new UpstreamError('down', 500))),
      { db },
    )
    await expect(syncByName(failing.sync, 'ticket-details')).rejects.toThrow('down')

    const result = await syncByName(scripted(answerAfter(0), { db }).sync, 'ticket-details')

    expect(result).toMatchObject({ rows: 10, changed: 20 })
  })
})

describe('a walk that is broken off', () => {
  it('leads to the same content as one that is not', async () => {
    const whole = brandWithBot(150)
    await syncByName(scripted(answerAfter(0), { db: whole }).sync, 'ticket-details')

    const broken = brandWithBot(150)
    const stop = new AbortController()
    const { sync } = scripted(answerAfter(0), {
      db: broken,
      signal: stop.signal,
      onPage: () => stop.abort(),
    })
    await syncByName(sync, 'ticket-details')
    // The page that was asked for already is kept too.
    expect(count(broken, 'ticket_detail')).toBe(120)
    await syncByName(scripted(answerAfter(0), { db: broken }).sync, 'ticket-details')
    await syncByName(scripted(answerAfter(0), { db: broken }).sync, 'ticket-details')

    expect(contentOf(broken)).toEqual(contentOf(whole))
  })
})

describe('a bot that messages show', () => {
  it('has the tickets after its first one read in the same run', async () => {
    const db = freshDatabase()
    db.prepare("insert into brand values (1, 'A', null, 1, 1, 0, 0, null)").run()
    storeTickets(db, 1000, startedAt + 600_000)
    const { sync } = scripted(
      ({ path }) => (Number(path.split('/')[4]) < 700 ? auditsWithMessage : auditsOfBot),
      { db },
    )

    const result = await syncByName(sync, 'ticket-details')

    const first = db.prepare<[], { bot_since: number }>('select bot_since from brand').get()
    const firstTicket = (Number(first?.bot_since) - startedAt) / 1000 + 201
    expect(firstTicket).toBeGreaterThanOrEqual(700)
    expect(firstTicket).toBeLessThan(780)
    expect(count(db, `conversation where bot_involved is null`)).toBe(0)
    expect(count(db, `ticket_detail where bot_involved = 1`)).toBe(1201 - firstTicket)
    expect(result.left).toBe(undefined)
    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 1, done: true })
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
