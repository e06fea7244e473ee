import { expect, it } from 'vitest'
import { brandSettingsOf } from '../../../server/settings/default-settings.ts'
import type { AccountSettings } from '../../../server/settings/account-settings.ts'
import type { Database } from '../../../server/store/database.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const brands = [1, 2].map((id) => ({ id, name: `Brand ${id}`, created_at: '2026-01-01T00:00:00Z' }))
const ticket = (id: number, channel: string) => ({
  id,
  status: 'solved',
  created_at: '2026-03-09T01:00:00Z',
  updated_at: '2026-03-09T02:00:00Z',
  generated_timestamp: Date.parse('2026-03-09T02:00:00Z') / 1000,
  via: { channel },
  brand_id: 1,
})
const chat = (id: string, tags: readonly string[]) => ({
  id,
  type: 'chat',
  timestamp: '2026-03-09T01:00:00Z',
  end_timestamp: '2026-03-09T01:10:00Z',
  update_timestamp: '2026-03-09T01:10:00Z',
  tags,
  rating: id === 'c1' ? 'Thumbs Up' : null,
})

it('a channel that is added has its history read, one that is removed stops counting', async () => {
  const db = freshDatabase()
  const sync = () => syncByName(scripted(answer, { db }).sync, 'tickets-agent')
  const counted = () =>
    db.prepare('select channel from conversation where deleted = 0 order by channel').pluck().all()
  await sync()
  expect(counted()).toEqual(['native_messaging'])

  change(db, { messagingChannels: ['native_messaging', 'whatsapp'] })
  await sync()
  expect(counted()).toEqual(['native_messaging', 'whatsapp'])
  expect((await sync()).changed).toBe(0)

  change(db, { messagingChannels: ['whatsapp'] })
  await sync()
  expect(counted()).toEqual(['whatsapp'])

  change(db, { messagingChannels: ['native_messaging', 'whatsapp'] })
  await sync()
  expect(counted()).toEqual(['native_messaging', 'whatsapp'])
})

it('tickets are read again once, by windows that leave nothing between them', async () => {
  const db = freshDatabase()
  const sync = () => syncByName(scripted(answer, { db }).sync, 'tickets-agent')
  await sync()
  change(db, { messagingChannels: ['native_messaging', 'line'] })

  expect((await sync()).pages).toBeGreaterThan(1)
  expect((await sync()).pages).toBe(1)
  const windows = db
    .prepare<[], { starts_at: number; ends_at: number | null }>(
      "select starts_at, ends_at from checkpoint where stream = 'tickets-agent' order by starts_at",
    )
    .all()
  expect(windows.at(-1)?.ends_at).toBe(null)
  windows.slice(1).forEach(({ starts_at }, i) => expect(windows[i].ends_at).toBe(starts_at))
})

it('a new map of tags moves chats to their brands at the next sync, and their counts with them', async () => {
  const db = freshDatabase()
  const sync = () => syncByName(scripted(answer, { db }).sync, 'chats')
  await sync()
  expect(demand(db)).toEqual([])

  const settings = readAccountSettings(db)
  const tagsOf = (one: string, two: string) => ({
    brandOrder: ['ticket', 'tag', 'default_ticket'] as AccountSettings['brandOrder'],
    brands: [
      { ...brandSettingsOf(settings, 1), chatTags: [one] },
      { ...brandSettingsOf(settings, 2), chatTags: [two] },
    ],
  })
  change(db, tagsOf('shop_a', 'shop_b'))
  await sync()
  expect(demand(db)).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(count(db, "conversation where brand_source = 'tag'")).toBe(3)

  change(db, tagsOf('shop_b', 'shop_a'))
  await sync()
  expect(demand(db)).toEqual([
    [1, 1],
    [2, 2],
  ])
})

it('a word for a rating that nobody knew is kept, and read by the settings once they name it', async () => {
  const db = freshDatabase()
  const sync = () => syncByName(scripted(answer, { db }).sync, 'chats')
  const rating = () => db.prepare('select raw_rating, category from csat_answer').all()
  await sync()
  expect(rating()).toEqual([{ raw_rating: 'Thumbs Up', category: null }])

  const { readings } = readAccountSettings(db)
  change(db, { readings: { ...readings, chatRatingGood: ['good', 'thumbs_up'] } })
  await sync()
  expect(rating()).toEqual([{ raw_rating: 'Thumbs Up', category: 'good' }])
})

function answer({ path, query }: { path: string; query?: Record<string, string | number> }): unknown {
  if (path === '/api/v2/incremental/tickets/cursor') {
    const tickets = [ticket(201, 'native_messaging'), ticket(202, 'whatsapp'), ticket(203, 'email')]
    return { tickets, metric_sets: [], users: [], after_cursor: 'next', end_of_stream: true }
  }
  if (path === '/api/v2/chat/incremental/chats') {
    if (query?.['start_id'] !== undefined) return { chats: [] }
    const chats = [chat('c1', ['shop_a']), chat('c2', ['late', 'shop_a']), chat('c3', ['shop_b'])]
    return { chats, end_time: Date.parse('2026-03-09T01:10:00Z') / 1000, end_id: 'c3' }
  }
  return accountAnswer(path, brands)
}

function change(db: Database, given: Partial<AccountSettings>): void {
  writeAccountSettings(db, { ...readAccountSettings(db), ...given }, 0)
}

/** Conversations per brand, as the roll-ups have it. */
function demand(db: Database): unknown[] {
  while (refreshRollups(db, 100) > 0);
  return db
    .prepare("select brand_id, sum(n) from rollup_day where metric = 'demand' group by brand_id order by 1")
    .raw()
    .all()
}
