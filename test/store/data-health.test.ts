import { expect, it } from 'vitest'
import { countUnmappedConversations } from '../../server/store/data-health.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { chatFacts } from '../support/conversation-facts.ts'
import { testContext } from '../support/test-context.ts'

it('conversations without a brand are counted from an index, for the pages ask every second', () => {
  const { db } = testContext()
  storeConversations(db, [
    chatFacts({ id: 'chat:1' }),
    chatFacts({ id: 'chat:2', kind: 'offline_message', channel: 'chat_offline_message' }),
    chatFacts({ id: 'chat:3', page_host: 'shop.example' }),
  ])

  expect(countUnmappedConversations(db)).toBe(2)
  const plan = db
    .prepare<[], { detail: string }>(
      "explain query plan select count(*) from conversation where brand_id is null and deleted = 0 and kind = 'conversation'",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toMatch(/INDEX conversation_unmapped/)
})
