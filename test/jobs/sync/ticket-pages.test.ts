import { expect, it } from 'vitest'
import { storeConversations } from '../../../server/store/conversations.ts'
import { startedAt, ticketFacts } from '../../support/conversation-facts.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const ticket = {
  status: 'solved',
  created_at: '2026-03-09T01:00:00Z',
  updated_at: '2026-03-09T02:00:00Z',
  via: { channel: 'native_messaging' },
  brand_id: 1,
}

it('a deleted ticket of which only the id is left beats the copy that is stored', async () => {
  const db = freshDatabase()
  storeConversations(db, [ticketFacts()])

  await syncByName(scripted(exporting([{ id: 201, status: 'deleted' }]), { db }).sync, 'tickets-agent')

  expect(db.prepare('select id, deleted from conversation').all()).toEqual([{ id: 'ticket:201', deleted: 1 }])
  expect(count(db, 'quarantine')).toBe(0)
})

it('a deletion without its time is as old as its page, and no older copy revives the ticket', async () => {
  const db = freshDatabase()
  const seconds = startedAt / 1000 + 7200
  const page = [
    { id: 201, status: 'deleted' },
    { ...ticket, id: 202, generated_timestamp: seconds },
  ]
  await syncByName(scripted(exporting(page), { db }).sync, 'tickets-agent')

  storeConversations(db, [ticketFacts()])

  expect(db.prepare('select id, deleted from conversation order by id').all()).toEqual([
    { id: 'ticket:201', deleted: 1 },
    { id: 'ticket:202', deleted: 0 },
  ])
})

it('a ticket that was restored after its deletion counts again', async () => {
  const db = freshDatabase()
  storeConversations(db, [ticketFacts()])
  await syncByName(scripted(exporting([{ id: 201, status: 'deleted' }]), { db }).sync, 'tickets-agent')

  storeConversations(db, [ticketFacts({ updated_at: startedAt + 86_400_000 })])

  expect(count(db, 'conversation where deleted = 0')).toBe(1)
})

it('numbers that come as text are read as numbers', async () => {
  const { sync } = scripted(
    exporting(
      [{ ...ticket, id: 201, generated_timestamp: '1773021600' }],
      [{ ticket_id: '201', replies: '2', reopens: '0', reply_time_in_seconds: { calendar: '40' } }],
    ),
  )

  await syncByName(sync, 'tickets-agent')

  expect(sync.db.prepare('select updated_at, first_reply_seconds from conversation').get()).toEqual({
    updated_at: 1773021600_000,
    first_reply_seconds: 40,
  })
  expect(count(sync.db, 'quarantine')).toBe(0)
})

it('a page that leads to itself before the end of the stream is no end', async () => {
  const page = { tickets: [{ ...ticket, id: 201, generated_timestamp: 1773021600 }], after_cursor: 'same' }
  const reading = (end_of_stream: boolean | null) => {
    const { sync } = scripted(({ path }) =>
      path === '/api/v2/incremental/tickets/cursor'
        ? { ...page, end_of_stream }
        : accountAnswer(path, [brand]),
    )
    return syncByName(sync, 'tickets-agent')
  }

  await expect(reading(false)).rejects.toThrow(/names the same page/)
  expect(await reading(null)).toMatchObject({ quarantined: 0 })
})

it('people and metric sets that are not understood are not taken for tickets of the same number', async () => {
  const page = { tickets: [], users: [{ id: 201, email: 5 }], metric_sets: [{ id: 202, ticket_id: 'x' }] }
  const { sync } = scripted(({ path }) =>
    path === '/api/v2/incremental/tickets/cursor'
      ? { ...page, after_cursor: 'next', end_of_stream: true }
      : accountAnswer(path, [brand]),
  )

  await syncByName(sync, 'tickets-agent')

  expect(sync.db.prepare('select id, path from quarantine order by id').all()).toEqual([
    { id: 'metric-set:202', path: 'ticket_id' },
    { id: 'user:201', path: 'email' },
  ])
})

function exporting(tickets: readonly unknown[], metricSets: readonly unknown[] = []) {
  return ({ path }: { path: string }) =>
    path === '/api/v2/incremental/tickets/cursor'
      ? { tickets, metric_sets: metricSets, users: [], after_cursor: 'next', end_of_stream: true }
      : accountAnswer(path, [brand])
}
