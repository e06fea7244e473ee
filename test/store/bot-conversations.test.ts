import { expect, it } from 'vitest'
import type { BotConversationFacts } from '../../server/metrics/bot-conversation.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { storeBotConversations } from '../../server/store/bot-conversations.ts'
import {
  readBotExportDays,
  reopenBotExportDays,
  saveBotExportDay,
} from '../../server/store/bot-export-days.ts'
import { rederiveAll } from '../../server/store/rederive-all.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { testContext, testNow } from '../support/test-context.ts'

const startedAt = Date.parse('2026-11-14T20:00:00Z')
const facts: BotConversationFacts = {
  id: 'export:b1:c1',
  bot_id: 'b1',
  started_at: startedAt,
  ended_at: null,
  language: 'ko',
  channel: 'messaging',
  status: 'AI agent handled',
  resolution_tier: null,
  last_resolution: null,
  automated_resolution: null,
  survey_stars: null,
  bot_messages: 3,
  customer_messages: 2,
  not_understood_messages: 0,
  updated_at: startedAt,
  file_day: '2026-11-14',
}

it('a conversation is stored with the brand of its bot and the day there', () => {
  const { db } = contextWithBot('b1')

  storeBotConversations(db, [facts])

  expect(stored(db)).toEqual([{ id: facts.id, brand_id: 7, day: '2026-11-15', status: 'AI agent handled' }])
  expect(db.prepare('select * from rollup_dirty').all()).toEqual([{ brand_id: 7, day: '2026-11-15' }])
})

it('the very same conversation is not written twice', () => {
  const { db } = contextWithBot('b1')

  expect(storeBotConversations(db, [facts])).toBe(1)
  expect(storeBotConversations(db, [facts])).toBe(0)
})

it('the copy processed last wins, in whatever order they come', () => {
  const late = { ...facts, updated_at: startedAt + 1, status: 'Agent escalation' }
  const [inOrder, reversed] = [contextWithBot('b1'), contextWithBot('b1')]

  storeBotConversations(inOrder.db, [facts, late])
  storeBotConversations(reversed.db, [late, facts])

  expect(stored(inOrder.db)).toMatchObject([{ status: 'Agent escalation' }])
  expect(stored(reversed.db)).toEqual(stored(inOrder.db))
})

it('of copies processed at once the one of the later file wins, and within a file what it says now', () => {
  const { db } = contextWithBot('b1')
  const nextDay = { ...facts, file_day: '2026-11-15', status: 'Agent escalation' }

  expect(storeBotConversations(db, [facts, nextDay, facts])).toBe(2)
  expect(stored(db)).toMatchObject([{ status: 'Agent escalation' }])
  expect(storeBotConversations(db, [{ ...nextDay, status: 'Escalation failed' }])).toBe(1)
  expect(stored(db)).toMatchObject([{ status: 'Escalation failed' }])
})

it('a bot of no brand has its conversations on days of the account', () => {
  const { db } = contextWithBot('another')

  storeBotConversations(db, [facts])

  expect(stored(db)).toMatchObject([{ brand_id: null, day: '2026-11-14' }])
})

it('deriving everything again leaves imported rows alone', () => {
  const { db } = contextWithBot('b1')
  db.exec(
    `insert into bot_conversation (id, source, bot_id, brand_id, day, started_at, updated_at, import_id)
     values ('import:1:1', 'import', 'b1', null, '2020-01-01', 0, 0, 1)`,
  )

  rederiveAll(db)

  expect(stored(db)).toMatchObject([{ id: 'import:1:1', brand_id: null, day: '2020-01-01' }])
})

it('days are read again between two moments', () => {
  const { db } = testContext()
  for (const day of ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15']) {
    saveBotExportDay(db, { bot_id: 'b1', day, read_at: testNow, outcome: 'read', rows: 1 })
  }

  reopenBotExportDays(db, Date.parse('2026-11-13T00:00:00Z'), Date.parse('2026-11-14T00:00:00Z'))

  expect(readBotExportDays(db).map(({ day, read_at }) => [day, read_at])).toEqual([
    ['2026-11-12', testNow],
    ['2026-11-13', 0],
    ['2026-11-14', 0],
    ['2026-11-15', testNow],
  ])
})

/** The account stands in UTC; its one brand, which has the bot, in Seoul. */
function contextWithBot(bot: string) {
  const context = testContext()
  const brands = [{ ...defaultBrandSettings(7, 'Asia/Seoul'), bots: [bot] }]
  writeAccountSettings(context.db, { ...defaultAccountSettings('UTC'), brands }, testNow)
  return context
}

function stored(db: ReturnType<typeof testContext>['db']) {
  return db.prepare('select id, brand_id, day, status from bot_conversation').all()
}
