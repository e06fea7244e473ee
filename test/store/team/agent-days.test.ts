import { describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { statement } from '../../../server/store/database.ts'
import { removeChatEngagements } from '../../../server/store/chat-engagements.ts'
import { markDirty } from '../../../server/store/rollup-dirty.ts'
import { countDirtyDays, markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { addChat, addEngagement, addTicket, emptyAccount } from './team-rows.ts'

const DAY = '2026-03-02'

describe('agents’ time, day by day', () => {
  it('of live chats: 20 and 20 minutes with 10 in common are 40 minutes of work in 30', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    addChat(db, 2, [{ agent: 21, from: `${DAY}T10:10`, to: `${DAY}T10:30` }])

    expect(agentDays(db)).toEqual([[1, DAY, 21, 2, 2400, 1800]])
  })

  it('of messaging by the very same rule', () => {
    const db = emptyAccount()
    addTicket(db, 11, `${DAY}T10:00`)
    addTicket(db, 12, `${DAY}T10:10`)
    addEngagement(db, 'A', 11, { agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` })
    addEngagement(db, 'B', 12, { agent: 21, from: `${DAY}T10:10`, to: `${DAY}T10:30` })

    expect(agentDays(db)).toEqual([[1, DAY, 21, 2, 2400, 1800]])
  })

  it('a chat and a messaging conversation at once overlap with each other', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` })

    expect(agentDays(db)).toEqual([[1, DAY, 21, 2, 2400, 1200]])
  })

  it('an agent of two brands at once works the whole time for each', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    addChat(db, 2, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }], { brand_id: 2 })

    expect(agentDays(db)).toEqual([
      [1, DAY, 21, 1, 1200, 1200],
      [2, DAY, 21, 1, 1200, 1200],
    ])
  })

  it('what reaches past midnight is the next day’s, and begins on the first', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T23:50`, to: '2026-03-03T00:20' }])
    addChat(db, 2, [{ agent: 21, from: '2026-03-03T00:10', to: '2026-03-03T00:30' }])

    expect(agentDays(db)).toEqual([
      [1, DAY, 21, 1, 600, 600],
      [1, '2026-03-03', 21, 1, 2400, 1800],
    ])
  })

  it('a reopened ticket is worked on where its new engagement lies, not where the ticket began', () => {
    const db = emptyAccount()
    addTicket(db, 11, '2026-02-01T10:00')
    addEngagement(db, 'A', 11, { agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` })

    expect(agentDays(db)).toEqual([[1, DAY, 21, 1, 1200, 1200]])
  })

  it('follows an engagement that comes late, one that is corrected, and a chat that goes', () => {
    const db = emptyAccount()
    addTicket(db, 11, `${DAY}T23:00`)
    expect(agentDays(db)).toEqual([])

    addEngagement(db, 'A', 11, { agent: 21, from: `${DAY}T23:30`, to: '2026-03-03T00:10' })
    expect(agentDays(db)).toEqual([
      [1, DAY, 21, 1, 1800, 1800],
      [1, '2026-03-03', 21, 0, 600, 600],
    ])

    addEngagement(db, 'A', 11, { agent: 22, from: `${DAY}T23:30`, to: '2026-03-03T00:20' })
    expect(agentDays(db)).toEqual([
      [1, DAY, 22, 1, 1800, 1800],
      [1, '2026-03-03', 22, 0, 1200, 1200],
    ])

    statement(db, "update conversation set deleted = 1 where id = 'ticket:11'").run()
    markDirty(db, 1, DAY)
    expect(agentDays(db)).toEqual([])
    expect(statement(db, 'select * from engagement_piece').all()).toEqual([])
  })

  it('moves with a conversation to another brand, on every day', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T23:50`, to: '2026-03-03T00:20' }])
    agentDays(db)

    statement(db, "update conversation set brand_id = 2 where id = 'chat:1'").run()
    for (const brandId of [1, 2]) markDirty(db, brandId, DAY)

    expect(agentDays(db)).toEqual([
      [2, DAY, 21, 1, 600, 600],
      [2, '2026-03-03', 21, 0, 1200, 1200],
    ])
  })

  it('is the same when all is summed again', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T23:50`, to: '2026-03-03T00:20' }])
    const once = agentDays(db)

    markAllRollupsDirty(db)

    expect(agentDays(db)).toEqual(once)
    expect(countDirtyDays(db)).toBe(0)
  })

  it('a chat whose engagements were taken back holds none', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    agentDays(db)

    removeChatEngagements(db, 'chat:1')
    markDirty(db, 1, DAY)

    expect(agentDays(db)).toEqual([])
  })
})

describe('no work of an agent', () => {
  it('is an offer of a chat that was not accepted, unless something was written in it', () => {
    const db = emptyAccount()
    const hour = { from: `${DAY}T10:00`, to: `${DAY}T11:00` }
    addChat(db, 1, [{ agent: 21, ...hour, accepted: 0, messages: 0 }])
    addChat(db, 2, [{ agent: 22, ...hour, accepted: 0, messages: 1 }])

    expect(agentDays(db)).toEqual([[1, DAY, 22, 1, 3600, 3600]])
  })

  it('is an engagement that names nobody, that lasted longer than 14 days, or that was no messaging', () => {
    const db = emptyAccount()
    const hour = { from: `${DAY}T10:00`, to: `${DAY}T11:00` }
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: null, ...hour })
    addEngagement(db, 'B', 11, { agent: 21, from: `${DAY}T10:00`, to: '2026-03-16T10:01' })
    addEngagement(db, 'C', 11, { agent: 21, ...hour }, { channel: 'support' })
    addEngagement(db, 'D', 11, { agent: 21, from: `${DAY}T10:00`, to: null })
    addEngagement(db, 'E', 11, { agent: 22, ...hour }, { channel: 'whatsapp' })

    expect(agentDays(db)).toEqual([[1, DAY, 22, 1, 3600, 3600]])
  })

  it('is an engagement of the API on the ticket of a live chat, which has its own', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }], { ticket_id: 11 })
    addEngagement(db, 'A', 11, { agent: 21, from: `${DAY}T12:00`, to: `${DAY}T12:20` })

    expect(agentDays(db)).toEqual([[1, DAY, 21, 1, 1200, 1200]])
  })

  it('is a part of a deleted chat or of an offline message', () => {
    const db = emptyAccount()
    const part = { agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }
    addChat(db, 1, [part], { deleted: 1 })
    addChat(db, 2, [part], { kind: 'offline_message' })

    expect(agentDays(db)).toEqual([])
  })

  it('a part that does not say how long it was lasted to the end of its chat', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: null }])

    expect(agentDays(db)).toEqual([[1, DAY, 21, 1, 600, 600]])
  })
})

/** All of them, once everything that is marked has been summed; days are marked as the sync would. */
function agentDays(db: Database): unknown[] {
  if (statement(db, 'select 1 from rollup_day limit 1').get() === undefined) markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
  return db.prepare('select * from agent_day order by brand_id, day, agent_id').raw().all()
}
