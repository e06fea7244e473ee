import { describe, expect, it } from 'vitest'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import type { ChatEngagement } from '../../server/store/chat-engagements.ts'
import { readChatEngagements, storeChatEngagements } from '../../server/store/chat-engagements.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import type { Database } from '../../server/store/database.ts'
import { storeDeletedChats } from '../../server/store/deleted-chats.ts'
import { chatFacts, startedAt } from '../support/conversation-facts.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

describe('the engagements of a chat', () => {
  it('come with it, and the same ones again are not written', () => {
    const db = freshDatabase()

    expect(keep(db, {}, [engagement('b'), engagement('a')])).toBe(2)
    expect(keep(db, {}, [engagement('a'), engagement('b')])).toBe(0)
    expect(ids(db)).toEqual(['chat:1:a', 'chat:1:b'])
  })

  it('are those of its newest copy', () => {
    const db = freshDatabase()
    keep(db, { updated_at: 1000 }, [engagement('a'), engagement('b')])

    keep(db, { updated_at: 2000 }, [engagement('b', { duration_seconds: 90 }), engagement('c')])
    keep(db, { updated_at: 1500 }, [engagement('a')])

    expect(
      readChatEngagements(db, 'chat:1').map(({ id, duration_seconds }) => [id, duration_seconds]),
    ).toEqual([
      ['chat:1:b', 90],
      ['chat:1:c', 60],
    ])
  })

  it('go with the chat, and come back with a newer copy only', () => {
    const db = freshDatabase()
    keep(db, { updated_at: 1000 }, [engagement('a')])

    storeDeletedChats(db, [{ conversation_id: 'chat:1', deleted_at: 2000 }])
    expect(ids(db)).toEqual([])
    keep(db, { updated_at: 1500 }, [engagement('a')])
    expect(ids(db)).toEqual([])
    keep(db, { updated_at: 3000 }, [engagement('a')])
    expect(ids(db)).toEqual(['chat:1:a'])
  })

  it('go with a copy that says the chat is deleted', () => {
    const db = freshDatabase()
    keep(db, { updated_at: 1000 }, [engagement('a')])

    keep(db, { updated_at: 2000, status: 'deleted' }, [])

    expect(ids(db)).toEqual([])
  })

  it('come back where somebody removed them, or the chat, from the database', () => {
    const both = [engagement('a'), engagement('b')]
    for (const removed of [
      "from conversation where id = 'chat:1'",
      "from chat_engagement where id = 'chat:1:a'",
      "from chat_engagement where id = 'chat:1:b'",
      'from chat_engagement',
    ]) {
      const db = freshDatabase()
      keep(db, {}, both)
      db.exec(`delete ${removed}`)

      keep(db, {}, both)

      expect(readChatEngagements(db, 'chat:1')).toEqual(both)
    }
  })

  it('of a chat that was removed go when it turns out to be deleted', () => {
    const db = freshDatabase()
    keep(db, {}, [engagement('a')])
    db.exec('delete from conversation')

    keep(db, { status: 'deleted' }, [engagement('a')])

    expect(ids(db)).toEqual([])
  })
})

function freshDatabase(): Database {
  const db = migratedDatabase()
  return db
}

function keep(
  db: Database,
  given: Partial<ConversationFacts>,
  engagements: readonly ChatEngagement[],
): number {
  const { outdated, byId } = storeConversations(db, [chatFacts(given)])
  const stored = byId.get('chat:1')
  return stored && !outdated.has('chat:1') ? storeChatEngagements(db, engagements, stored) : 0
}

function engagement(id: string, given: Partial<ChatEngagement> = {}): ChatEngagement {
  return {
    id: `chat:1:${id}`,
    conversation_id: 'chat:1',
    agent_id: 31,
    department_id: null,
    started_at: startedAt,
    duration_seconds: 60,
    accepted: 1,
    assigned: 0,
    agent_messages: 2,
    customer_messages: 3,
    ...given,
  }
}

function ids(db: Database): string[] {
  return readChatEngagements(db, 'chat:1').map(({ id }) => id)
}
