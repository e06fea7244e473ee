import { expect, it } from 'vitest'
import { storeConversations } from '../../../server/store/conversations.ts'
import type { Database } from '../../../server/store/database.ts'
import { chatFacts, startedAt } from '../../support/conversation-facts.ts'
import { testNow } from '../../support/test-context.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }

/** Answers for chats as the export does, in pages of at most `pageRows`, whatever was asked for. */
function account(chats: readonly Record<string, unknown>[], pageRows = 1000) {
  return ({ path, query }: { path: string; query?: Readonly<Record<string, string | number>> }) => {
    if (path !== '/api/v2/chat/incremental/chats') return accountAnswer(path, [brand])
    const since = Number(query?.start_time)
    const afterId = String(query?.start_id ?? '')
    const rows = chats
      .filter(({ id, update_timestamp }) => {
        const second = secondOf(update_timestamp)
        return second > since || (second === since && String(id) > afterId)
      })
      .slice(0, pageRows)
    const last = rows.at(-1)
    return {
      chats: rows,
      count: String(rows.length),
      // An empty page may name the present, which nobody has read.
      end_time: String(last ? secondOf(last.update_timestamp) : testNow / 1000),
      end_id: last ? last.id : '',
    }
  }
}

it('pages shorter than asked for leave no chat out', async () => {
  const chats = Array.from({ length: 25 }, (_, number) => chatOf({ id: `2603.${100 + number}` }, number))
  const { sync } = scripted(account(chats, 10))

  await syncByName(sync, 'chats')

  expect(count(sync.db, 'conversation')).toBe(25)
})

it('a full page that leads to itself is no end: its window is not taken for read', async () => {
  const chats = Array.from({ length: 1000 }, (_, number) => chatOf({ id: `2603.${1000 + number}` }))
  const stuck = { chats, end_time: secondOf(isoAt(startedAt + 600_000)), end_id: '' }
  const { sync } = scripted(({ path }) =>
    path === '/api/v2/chat/incremental/chats' ? stuck : accountAnswer(path, [brand]),
  )

  await expect(syncByName(sync, 'chats')).rejects.toThrow(/names the same page/)

  expect(count(sync.db, "checkpoint where stream = 'chats' and done = 1")).toBe(0)
})

it.each([
  ['time and id', () => ({})],
  ['id', (end_time: unknown) => ({ end_time })],
])('pages that do not say the %s of their last row are followed by their link', async (_what, tellsOf) => {
  const chats = Array.from({ length: 25 }, (_, number) => chatOf({ id: `2603.${100 + number}` }))
  const answer = account(chats, 10)
  const { sync } = scripted((request) => {
    const body = answer(request)
    if (request.path !== '/api/v2/chat/incremental/chats' || !isPage(body)) return body
    const link = new URLSearchParams({ start_time: String(body.end_time), start_id: String(body.end_id) })
    const next_page = `https://elsewhere.example/api/v2/chat/incremental/chats?${link.toString()}`
    return { chats: body.chats, next_page, ...tellsOf(body.end_time) }
  })

  await syncByName(sync, 'chats')

  expect(count(sync.db, 'conversation')).toBe(25)
})

it('an empty page does not move the cursor', async () => {
  const recent = Array.from({ length: 2 }, (_, number) => chatOf({ id: `2603.${number}` }, number))
  const db = freshDatabase()
  await syncByName(scripted(account([]), { db }).sync, 'chats')
  await syncByName(scripted(account([]), { db }).sync, 'chats')
  const late = recent.map((chat) => ({ ...chat, update_timestamp: isoAt(testNow - 300_000) }))

  await syncByName(scripted(account(late), { db }).sync, 'chats')

  expect(count(db, 'conversation')).toBe(2)
})

it('numbers that come as text are read as numbers', async () => {
  const chat = chatOf({
    id: '2603.1',
    end_timestamp: undefined,
    duration: '540',
    count: { visitor: '4', agent: '3' },
    response_time: { first: '12' },
  })
  const { sync } = scripted(account([chat]))

  await syncByName(sync, 'chats')

  const columns = 'ended_at, customer_messages, agent_messages, first_human_reply_at'
  expect(sync.db.prepare(`select ${columns} from conversation`).get()).toEqual({
    ended_at: startedAt + 540_000,
    customer_messages: 4,
    agent_messages: 3,
    first_human_reply_at: startedAt + 12_000,
  })
  expect(count(sync.db, 'quarantine')).toBe(0)
})

it('a deleted chat of which only the id is left is flagged, not put aside', async () => {
  const db = withStoredChat()

  await syncByName(
    scripted(account([{ id: '1', deleted: true, update_timestamp: isoAt(startedAt + 3_600_000) }]), { db })
      .sync,
    'chats',
  )

  expect(storedChats(db)).toEqual([{ id: 'chat:1', deleted: 1 }])
  expect(count(db, 'quarantine')).toBe(0)
})

it('a deletion without its time beats the copy that is stored', async () => {
  const db = withStoredChat()
  const answer = account([])
  const pageWithoutTimes = { chats: [{ id: '1', deleted: true }] }

  await syncByName(
    scripted(
      (request) => (request.path === '/api/v2/chat/incremental/chats' ? pageWithoutTimes : answer(request)),
      { db },
    ).sync,
    'chats',
  )

  expect(storedChats(db)).toEqual([{ id: 'chat:1', deleted: 1 }])
})

it('an unknown deleted chat becomes no conversation, and no older copy revives it', async () => {
  const db = freshDatabase()
  const gone = { id: '1', deleted: true, update_timestamp: isoAt(startedAt + 3_600_000) }
  await syncByName(scripted(account([gone]), { db }).sync, 'chats')
  expect(count(db, 'conversation')).toBe(0)

  storeConversations(db, [chatFacts()])

  expect(storedChats(db)).toEqual([{ id: 'chat:1', deleted: 1 }])
})

it('reading the same deletions again changes no row', async () => {
  const db = withStoredChat()
  const gone = [{ id: '1', deleted: true, update_timestamp: isoAt(startedAt + 3_600_000) }]
  await syncByName(scripted(account(gone), { db }).sync, 'chats')
  db.exec("delete from checkpoint where stream = 'chats'")

  const again = await syncByName(scripted(account(gone), { db }).sync, 'chats')

  expect(again).toMatchObject({ changed: 0, quarantined: 0 })
})

it('a chat is kept without an item of its history that no figure rests on; the item alone is put aside', async () => {
  const history = [
    { type: 'chat.msg', timestamp: isoAt(startedAt + 60_000), name: 'Visitor', msg: 'hello' },
    { type: 'chat.rating', timestamp: 'soon', name: 'Visitor', new_rating: 'good' },
    { type: 'chat.msg', timestamp: isoAt(startedAt + 90_000), name: 'Kim', sender_type: 'Agent', msg: 'hi' },
  ]
  const { sync } = scripted(account([chatOf({ id: '2603.1', rating: 'good', history })]))

  await syncByName(sync, 'chats')

  expect(sync.db.prepare('select first_human_reply_at from conversation').all()).toEqual([
    { first_human_reply_at: startedAt + 90_000 },
  ])
  expect(sync.db.prepare('select id, path, reason, sample from quarantine').all()).toEqual([
    { id: '2603.1', path: 'history.1.timestamp', reason: 'is not an instant', sample: 'text of 4' },
  ])
})

it.each([
  ['a message without its time', { type: 'chat.msg', name: 'Kim' }, 'history.0.timestamp', 'is not string'],
  ['an item that is none', null, 'history.0', 'is not object'],
])(
  'a chat is put aside whole with %s: its replies would be told wrong',
  async (_what, item, path, reason) => {
    const { sync } = scripted(account([chatOf({ id: '2603.1', history: [item] })]))

    await syncByName(sync, 'chats')

    expect(count(sync.db, 'conversation')).toBe(0)
    expect(sync.db.prepare('select id, path, reason from quarantine').all()).toEqual([
      { id: '2603.1', path, reason },
    ])
  },
)

function isPage(body: unknown): body is { chats: unknown[]; end_time: string; end_id: string } {
  return typeof body === 'object' && body !== null && 'end_id' in body
}

function withStoredChat(): Database {
  const db = freshDatabase()
  storeConversations(db, [chatFacts({ id: 'chat:1' })])
  return db
}

function storedChats(db: Database): unknown[] {
  return db.prepare('select id, deleted from conversation').all()
}

/** An ordinary chat that ended ten minutes after it began, `number` days after the first. */
function chatOf(given: Record<string, unknown>, number = 0): Record<string, unknown> {
  const at = startedAt + number * 86_400_000
  return {
    type: 'chat',
    timestamp: isoAt(at),
    end_timestamp: isoAt(at + 600_000),
    update_timestamp: isoAt(at + 600_000),
    ...given,
  }
}

function isoAt(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}

function secondOf(text: unknown): number {
  return Date.parse(String(text)) / 1000
}
