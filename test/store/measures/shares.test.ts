import { describe, expect, it } from 'vitest'
import { insertAnswer, insertConversation } from '../../support/conversation-rows.ts'
import { at, emptyDatabase, insertBotTicket, insertTicket, sumsOf } from './measured.ts'

describe('missed and dropped chats', () => {
  it('are shares of the chats of which it is known', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', missed: 1, dropped: 0 })
    insertConversation(db, { id: 'chat:2', missed: 0, dropped: 1 })
    insertConversation(db, { id: 'chat:3', missed: null, dropped: null })

    expect(sumsOf(db, 'missed_rate')).toEqual([['chat', 2, 1]])
    expect(sumsOf(db, 'dropped_rate')).toEqual([['chat', 2, 1]])
  })

  it('leave out offline messages and messaging', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', kind: 'offline_message', missed: 1 })
    insertTicket(db, 1, { missed: 1 })

    expect(sumsOf(db, 'missed_rate')).toEqual([])
  })
})

describe('solved tickets', () => {
  it('are reopened where that happened at least once', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { reopened: 1 })
    insertTicket(db, 2, { reopened: 0 })
    insertTicket(db, 3, { reopened: 0, ended_at: null })

    expect(sumsOf(db, 'reopen_rate')).toEqual([['messaging', 2, 1]])
  })

  it('are solved at one touch only without a pause, a return, or silence', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, {})
    insertTicket(db, 2, { pending_minutes: 5 })
    insertTicket(db, 3, { on_hold_minutes: 5 })
    insertTicket(db, 4, { reopened: 1 })
    insertTicket(db, 5, { served: 0 })

    expect(sumsOf(db, 'one_touch_rate')).toEqual([['messaging', 5, 1]])
  })

  it('of which the pauses are not known do not enter', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { pending_minutes: null })
    insertConversation(db, { id: 'chat:1' })

    expect(sumsOf(db, 'one_touch_rate')).toEqual([])
  })
})

describe('the share answered by a person', () => {
  it('has conversations of the bot alone in its denominator', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, {})
    insertTicket(db, 2, { served: null })
    insertBotTicket(db, 3, {})

    expect(sumsOf(db, 'human_share')).toEqual([
      ['bot', 1, 0],
      ['messaging', 1, 1],
    ])
  })
})

describe('contacts out of hours', () => {
  it('are offline messages, and conversations that began while the brand was closed', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', outside_hours: 0 })
    insertConversation(db, { id: 'chat:2', outside_hours: 1 })
    insertConversation(db, { id: 'chat:3', kind: 'offline_message', outside_hours: 0 })
    insertConversation(db, { id: 'chat:4', outside_hours: null })

    expect(sumsOf(db, 'out_of_hours_share')).toEqual([['chat', 3, 2]])
  })
})

describe('messages per conversation', () => {
  it('adds up those of customers and of people, the bot’s left out', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', customer_messages: 4, agent_messages: 3 })
    insertConversation(db, { id: 'chat:2', customer_messages: 1, agent_messages: 0, served: 0 })
    insertBotTicket(db, 1, { customer_messages: 9, agent_messages: 0 })

    expect(sumsOf(db, 'messages_per_conversation')).toEqual([['chat', 2, 8]])
  })

  it('says of how many conversations they are known', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { customer_messages: 2, agent_messages: 2 })
    insertTicket(db, 2, {})

    expect(sumsOf(db, 'messages_per_conversation')).toEqual([['messaging', 1, 4]])
    expect(sumsOf(db, 'messages_per_conversation.known')).toEqual([['messaging', 2, 1]])
  })
})

describe('who answers when asked to rate', () => {
  it('is counted by the system that asks', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })
    insertConversation(db, { id: 'chat:2' })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1' })
    insertTicket(db, 1, { ended_at: at })
    insertAnswer(db, { id: 'survey:1', source: 'survey', ticket_id: 1, category: null })
    insertTicket(db, 2, { ended_at: at })
    insertAnswer(db, { id: 'rating:2', source: 'legacy_rating', ticket_id: 2 })

    expect(sumsOf(db, 'csat.response')).toEqual([
      ['chat_rating', 2, 1],
      ['legacy_rating', 1, 1],
      ['survey', 1, 0],
    ])
  })
})
