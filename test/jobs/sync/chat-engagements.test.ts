import { expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

it('every agent’s part in a live chat is here, and none of a deleted one', { timeout: 60_000 }, async () => {
  const world = createSmallWorld(testNow)
  const zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off' })
  const db = freshDatabase()
  const chats = world.chats.filter(
    ({ kind, endedAt, deletedAt }) =>
      kind === 'chat' && endedAt <= testNow && (deletedAt === null || deletedAt > testNow),
  )

  await syncByName(syncFrom(zendesk.url, { db }), 'chats')
  await zendesk.close()

  const agentsOf = db.prepare(
    `select c.id, count(e.id) as agents, coalesce(c.transferred, 0) as transferred from conversation c
     left join chat_engagement e on e.conversation_id = c.id
     where c.kind = 'conversation' and c.deleted = 0 and c.source = 'chat' group by c.id order by c.id`,
  )
  expect(agentsOf.all()).toEqual(
    chats
      .map(({ id, agentIds }) => ({
        id: `chat:${id}`,
        agents: agentIds.length,
        transferred: agentIds.length > 1 ? 1 : 0,
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  )
  expect(count(db, 'chat_engagement')).toBe(chats.reduce((sum, { agentIds }) => sum + agentIds.length, 0))
})
