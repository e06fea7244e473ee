import { expect, it } from 'vitest'
import { historyState } from '../../../server/comparison/history.ts'
import { readAbsentStreams, readHistoryProgress } from '../../../server/store/checkpoints.ts'
import type { Database } from '../../../server/store/database.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import { count, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

const DAY_MS = 86_400_000
const csatStreams = ['satisfaction-ratings', 'survey-responses']
const world = createSmallWorld(testNow)
const account = { world, clock: frozenClock(testNow), limits: 'off' } as const

it('nothing waits for a source the account never had, until it has it', { timeout: 60_000 }, async () => {
  const db = freshDatabase()
  const poor = await startSimulator({ ...account, features: { surveys: false } })
  const rich = await startSimulator(account)

  await syncByName(syncFrom(poor.url, { db }), 'satisfaction-ratings')
  expect(isReady(db)).toBe(false)

  await expect(syncByName(syncFrom(poor.url, { db }), 'survey-responses')).rejects.toThrow('Zendesk refuses')
  expect(isReady(db)).toBe(true)
  expect(completeTo(db)).toBe(testNow)

  await syncByName(syncFrom(rich.url, { db }), 'survey-responses')
  expect(readAbsentStreams(db)).toEqual(new Set())
  expect(isReady(db)).toBe(true)
  await poor.close()
  await rich.close()
})

it(
  'a source that is refused once it has been read keeps its rows and holds nobody back',
  { timeout: 60_000 },
  async () => {
    const db = freshDatabase()
    const clock = { ...account, clock: frozenClock(testNow + DAY_MS) }
    const later = await startSimulator({ ...clock, features: { surveys: false } })
    const rich = await startSimulator(account)
    for (const name of csatStreams) await syncByName(syncFrom(rich.url, { db }), name)
    const answers = count(db, 'csat_answer')

    const sync = syncFrom(later.url, { db, clock: frozenClock(testNow + DAY_MS) })
    await syncByName(sync, 'satisfaction-ratings')
    await expect(syncByName(sync, 'survey-responses')).rejects.toThrow('Zendesk refuses')

    expect(count(db, 'csat_answer')).toBeGreaterThanOrEqual(answers)
    expect(completeTo(db)).toBe(testNow + DAY_MS)
    await later.close()
    await rich.close()
  },
)

it('an account whose live chat was switched off goes on without it', { timeout: 60_000 }, async () => {
  const db = freshDatabase()
  const withoutChat = await startSimulator({ ...account, features: { chat: false } })

  await expect(syncByName(syncFrom(withoutChat.url, { db }), 'chats')).rejects.toThrow(
    'This account has no Zendesk Chat',
  )

  expect(readAbsentStreams(db)).toEqual(new Set(['chats']))
  await withoutChat.close()
})

function isReady(db: Database): boolean {
  return historyState(readHistoryProgress(db), csatStreams, null, 'Asia/Seoul').isReady
}

function completeTo(db: Database): number | null {
  return historyState(readHistoryProgress(db), csatStreams, null, 'Asia/Seoul').completeTo
}
