import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { startedAt } from '../../support/conversation-facts.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const MINUTE_MS = 60_000
const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const chats = Array.from({ length: 30 }, (_, number) => ({
  id: `2603.${100 + number}`,
  type: 'chat',
  timestamp: isoAt(startedAt + number * MINUTE_MS),
  end_timestamp: isoAt(startedAt + (number + 10) * MINUTE_MS),
  update_timestamp: isoAt(startedAt + (number + 10) * MINUTE_MS),
}))

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

it('the present is looked at again every five minutes, in the middle of a window too', async () => {
  const { sync, requests } = scripted(chatsOnePerPage(MINUTE_MS), { db: freshDatabase() })

  await syncByName(sync, 'chats')

  const isOfPresent = requests.map(({ query }) => Number(query?.start_time) * 1000 > testNow - 10_000_000)
  const looks = isOfPresent.flatMap((isSo, place) => (isSo ? [place] : []))
  const stretches = looks.map((place, i) => (looks[i + 1] ?? requests.length) - place)
  expect(Math.max(...stretches)).toBeLessThanOrEqual(7)
})

it('a run reads history for a quarter of an hour, and the next ones go on from there', async () => {
  const whole = freshDatabase()
  await syncByName(scripted(chatsOnePerPage(0), { db: whole }).sync, 'chats')
  const db = freshDatabase()
  const sync = () => syncByName(scripted(chatsOnePerPage(MINUTE_MS), { db }).sync, 'chats')

  await sync()
  expect(count(db, 'conversation')).toBeGreaterThan(5)
  expect(count(db, 'conversation')).toBeLessThan(20)
  for (let run = 0; run < 5; run++) await sync()

  expect(count(db, "checkpoint where done = 0 and window <> 'forward'")).toBe(0)
  expect(contentOf(db)).toEqual(contentOf(whole))
})

/** Answers with one chat at a time, each request later by so many ms of real time. */
function chatsOnePerPage(milliseconds: number) {
  return ({ path, query }: { path: string; query?: Readonly<Record<string, string | number>> }) => {
    if (path !== '/api/v2/chat/incremental/chats') return accountAnswer(path, [brand])
    vi.advanceTimersByTime(milliseconds)
    const place = (second: number, id: string) => `${second} ${id}`
    const after = place(Number(query?.start_time), String(query?.start_id ?? ''))
    const next = chats.find(({ id, update_timestamp }) => place(secondOf(update_timestamp), id) > after)
    return next
      ? { chats: [next], end_time: secondOf(next.update_timestamp), end_id: next.id }
      : { chats: [], end_time: null, end_id: null }
  }
}

function isoAt(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}

function secondOf(text: string): number {
  return Date.parse(text) / 1000
}
