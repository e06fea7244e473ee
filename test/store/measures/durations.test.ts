import { describe, expect, it } from 'vitest'
import { insertConversation } from '../../support/conversation-rows.ts'
import { DAY_MS, at, emptyDatabase, insertBotTicket, insertTicket, secondsOf, sumsOf } from './measured.ts'

describe('the first reply of anyone', () => {
  it('is, in live chat, the clock of the first reply', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', first_reply_seconds: 42, first_any_reply_at: at + 1000 })

    expect(secondsOf(db, 'first_reply_any')).toEqual([42])
  })

  it('runs from the first message of the customer to that of the bot', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, {
      bot_involved: 1,
      first_customer_message_at: at + 1000,
      first_any_reply_at: at + 4000,
      first_reply_seconds: 60,
    })

    expect(secondsOf(db, 'first_reply_any')).toEqual([3])
  })

  it('is a person’s where no bot took part', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { bot_involved: 0, first_human_reply_at: at + 90_000 })

    expect(secondsOf(db, 'first_reply_any')).toEqual([90])
  })

  it('is unknown where nobody knows whether a bot took part, and not measured for the bot alone', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { bot_involved: null })
    insertBotTicket(db, 2, { first_any_reply_at: at + 1000 })

    expect(secondsOf(db, 'first_reply_any')).toEqual([])
    expect(sumsOf(db, 'first_reply_any.known')).toEqual([['messaging', 1, 0]])
  })

  it('is never shorter than half a second', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { first_any_reply_at: at })

    expect(secondsOf(db, 'first_reply_any')).toEqual([0.5])
  })
})

describe('the wait for an agent', () => {
  it('ends when the first agent joins the chat', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', first_agent_at: at + 20_000 })

    expect(secondsOf(db, 'wait_to_agent')).toEqual([20])
  })

  it('runs from the hand-off to the first assignment', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { handed_off_at: at + 60_000, first_agent_at: at + 75_000 })

    expect(secondsOf(db, 'wait_to_agent')).toEqual([15])
  })

  it('is nothing where the agent was assigned before the hand-off', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { handed_off_at: at + 60_000, first_agent_at: at })

    expect(secondsOf(db, 'wait_to_agent')).toEqual([0.5])
  })

  it('ends with the first engagement after the hand-off where no assignment is known', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { handed_off_at: at + 60_000, first_agent_at: null })
    for (const [id, started] of [
      ['a', at],
      ['b', at + 100_000],
      ['c', at + 200_000],
    ] as const) {
      db.prepare(
        `insert into engagement (id, ticket_id, started_at, raw_words) values (:id, 1, :started, '{}')`,
      ).run({ id, started })
    }

    expect(secondsOf(db, 'wait_to_agent')).toEqual([40])
  })

  it('is unknown where nobody took the conversation', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { first_agent_at: null })

    expect(secondsOf(db, 'wait_to_agent')).toEqual([])
    expect(sumsOf(db, 'wait_to_agent.known')).toEqual([['messaging', 1, 0]])
  })
})

describe('the time to resolution', () => {
  it('is the length of a served chat', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', ended_at: at + 300_000 })
    insertConversation(db, { id: 'chat:2', served: 0, ended_at: at + 10_000 })

    expect(secondsOf(db, 'resolution_time')).toEqual([300])
  })

  it('runs from the hand-off to the first solution', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { handed_off_at: at + 60_000, ended_at: at + 660_000 })

    expect(secondsOf(db, 'resolution_time')).toEqual([600])
  })

  it('is longer than any other while it has not ended', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { ended_at: null, status: 'open' })
    insertTicket(db, 2, { ended_at: at + 30 * DAY_MS })

    expect(secondsOf(db, 'resolution_time')).toEqual([30 * 86_400, Infinity])
    expect(sumsOf(db, 'resolution_time')).toEqual([['messaging', 2, 0]])
  })

  it('is unknown where nobody knows when a person was needed', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { handed_off_at: null })

    expect(secondsOf(db, 'resolution_time')).toEqual([])
    expect(sumsOf(db, 'resolution_time.known')).toEqual([['messaging', 1, 0]])
  })

  it('stands beside how long closed tickets lay solved', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { status: 'closed', ended_at: at, status_updated_at: at + 3_600_000 })
    insertTicket(db, 2, { status: 'solved', ended_at: at, status_updated_at: at + 60_000 })

    expect(secondsOf(db, 'resolution_time.close_lag')).toEqual([3600])
  })
})

describe('a day of chats and tickets', () => {
  it('has its durations together, ascending', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', first_reply_seconds: 50 })
    insertConversation(db, { id: 'chat:2', first_reply_seconds: 10 })
    insertTicket(db, 1, { first_reply_seconds: 30 })

    expect(secondsOf(db, 'first_reply')).toEqual([10, 30, 50])
  })

  it('has none left once they are gone', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1' })
    expect(secondsOf(db, 'first_reply')).toEqual([60])
    db.exec('update conversation set deleted = 1')

    expect(secondsOf(db, 'first_reply')).toEqual([])
    expect(db.prepare('select count(*) as n from rollup_duration').get()).toEqual({ n: 0 })
  })
})
