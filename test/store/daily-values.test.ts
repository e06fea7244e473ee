import { describe, expect, it } from 'vitest'
import { storeConversations } from '../../server/store/conversations.ts'
import { readDailySeconds } from '../support/daily-seconds.ts'
import { readDailySums } from '../../server/store/daily-values.ts'
import type { Database } from '../../server/store/database.ts'
import { chatFacts, startedAt } from '../support/conversation-facts.ts'
import {
  brandWithBot,
  pendingIds,
  read,
  refreshAll,
  storeTickets,
  writeSettings,
} from '../support/detail-tickets.ts'

const DAY_MS = 86_400_000

describe('a week with live chats beside tickets of which a sample is read', () => {
  it('has its chats sampled alike, so that they weigh no more than they are', () => {
    const db = sampledBrandWithChats(startedAt)

    const bySource = new Map(readDailySums(db, 1, 'unserved_rate').map(({ source, n }) => [source, n]))
    const chats = bySource.get('chat') ?? 0
    const tickets = bySource.get('messaging') ?? 0
    expect(chats / (chats + tickets)).toBeCloseTo(1000 / 3000, 1)
    expect(
      [...readDailySeconds(db, 1, 'first_reply').values()].flatMap((seconds) => [...seconds]),
    ).toHaveLength(chats + tickets)
  })

  it('counts all of them where no message is needed', () => {
    const db = sampledBrandWithChats(startedAt)

    const workload = readDailySums(db, 1, 'human_workload').map(({ source, n }) => [source, n])
    expect(workload).toEqual([
      ['chat', 1000],
      ['messaging', 2000],
    ])
  })

  it('has days of chats alone summed anew too when the sample is given up', () => {
    const db = sampledBrandWithChats(startedAt + DAY_MS)
    writeSettings(db, { mode: 'all', botSearchPerBrandWeek: 0 })
    refreshAll(db)

    const chats = readDailySums(db, 1, 'first_reply').filter(({ source }) => source === 'chat')
    expect(chats.map(({ n }) => n)).toEqual([1000])
  })
})

function sampledBrandWithChats(chatsFrom: number): Database {
  const db = brandWithBot(0, { mode: 'sample', botSearchPerBrandWeek: 0 })
  storeTickets(
    db,
    Array.from({ length: 2000 }, (_, i) => 201 + i),
    { source_first_human_reply_at: startedAt + 3_000_000, source_reply_known: 1 },
  )
  storeConversations(
    db,
    Array.from({ length: 1000 }, (_, i) => {
      const at = chatsFrom + i * 7_000
      return chatFacts({
        id: `chat:${i}`,
        // A chat of an imported file names its brand.
        import_id: 1,
        ticket_brand_id: 1,
        started_at: at,
        first_customer_message_at: at,
        source_first_human_reply_at: at + 30_000,
        ended_at: at + 60_000,
      })
    }),
  )
  refreshAll(db)
  read(db, pendingIds(db))
  refreshAll(db)
  return db
}
