import { describe, expect, it } from 'vitest'
import { insertConversation } from '../../support/conversation-rows.ts'
import {
  DAY_MS,
  at,
  emptyDatabase,
  insertBotRecord,
  insertBotTicket,
  insertTicket,
  sumsOf,
} from './measured.ts'

describe('what a bot contains', () => {
  it('is what no person was asked for', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    insertTicket(db, 2, { bot_involved: 1, handed_off_at: at + 60_000 })

    expect(sumsOf(db, 'containment_rate')).toEqual([
      ['bot', 1, 1],
      ['messaging', 1, 0],
    ])
    expect(sumsOf(db, 'handoff_rate')).toEqual([
      ['bot', 1, 0],
      ['messaging', 1, 1],
    ])
  })

  it('is not a conversation in which the customer wrote nothing', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, { customer_messages: 0 })

    expect(sumsOf(db, 'containment_rate')).toEqual([['bot', 1, 0]])
  })

  it('stays contained when a person is needed more than five days later', () => {
    const db = emptyDatabase()
    const later = { handed_off_at: at + 5 * DAY_MS + 1, first_human_reply_at: at + 6 * DAY_MS }
    insertTicket(db, 1, { bot_involved: 1, ...later })
    insertTicket(db, 2, { bot_involved: 1, ...later, handed_off_at: at + 5 * DAY_MS })

    expect(sumsOf(db, 'containment_rate')).toEqual([['messaging', 2, 1]])
    expect(sumsOf(db, 'handoff_rate')).toEqual([['messaging', 2, 1]])
  })

  it('is not a ticket of agents of which the moment of the hand-off is not known', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { bot_involved: 1, handed_off_at: null, first_human_reply_at: null, served: 0 })

    expect(sumsOf(db, 'containment_rate')).toEqual([['messaging', 1, 0]])
    expect(sumsOf(db, 'handoff_rate')).toEqual([['messaging', 1, 1]])
  })

  it('is measured among the conversations with a bot', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { bot_involved: 0 })
    insertConversation(db, { id: 'chat:1' })

    expect(sumsOf(db, 'containment_rate')).toEqual([])
  })
})

describe('a day on which it is not known whether a bot took part', () => {
  it('counts while that is so for a tenth of its conversations', () => {
    const db = emptyDatabase()
    for (let i = 1; i <= 9; i++) insertBotTicket(db, i, {})
    insertTicket(db, 10, { bot_involved: null })

    expect(sumsOf(db, 'containment_rate')).toEqual([['bot', 9, 9]])
  })

  it('is left out from there on', () => {
    const db = emptyDatabase()
    for (let i = 1; i <= 8; i++) insertBotTicket(db, i, { resolution_tier_field: 'contained_resolution' })
    insertTicket(db, 10, { bot_involved: null })

    expect(sumsOf(db, 'bot_involved.known')).toEqual([
      ['bot', 8, 8],
      ['messaging', 1, 0],
    ])
    for (const key of ['containment_rate', 'handoff_rate', 'automated_resolution_rate'])
      expect(sumsOf(db, key), key).toEqual([])
  })
})

describe('what Zendesk says the bot resolved', () => {
  it('is told by the ticket’s field; a ticket without a verdict was not resolved', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, { bot_resolved: 1 })
    insertBotTicket(db, 2, { bot_resolved: null })

    expect(sumsOf(db, 'automated_resolution_rate')).toEqual([['ticket_field', 2, 1]])
  })

  it('is unknown where no source ever told anything', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    insertBotRecord(db, 'export:1')

    expect(sumsOf(db, 'automated_resolution_rate')).toEqual([])
  })

  it('is taken from the source that tells most, not added up', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, { bot_resolved: 1 })
    for (let i = 0; i < 3; i++) insertBotRecord(db, `export:${i}`, { resolved: i === 0 ? 1 : 0 })

    expect(sumsOf(db, 'automated_resolution_rate')).toEqual([['export', 3, 1]])
  })

  it('counts an imported row for as many conversations as it stands for', () => {
    const db = emptyDatabase()
    insertBotRecord(db, 'import:1', { source: 'import', resolved: 1, count: 40 })
    insertBotRecord(db, 'import:2', { source: 'import', resolved: 0, count: 60 })

    expect(sumsOf(db, 'automated_resolution_rate')).toEqual([['import', 100, 40]])
  })

  it('begins with the first day on which its source told anything', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, { day: '2026-03-01', bot_resolved: null })
    insertBotTicket(db, 2, { day: '2026-03-02', bot_resolved: 0 })
    insertBotTicket(db, 3, { day: '2026-03-03', bot_resolved: null })

    expect(sumsOf(db, 'automated_resolution_rate')).toEqual([
      ['ticket_field', 1, 0],
      ['ticket_field', 1, 0],
    ])
  })
})

describe('ratings of the bot', () => {
  it('are good from four stars on', () => {
    const db = emptyDatabase()
    for (const stars of [1, 3, 4, 5, null]) insertBotRecord(db, `export:${stars}`, { survey_stars: stars })

    expect(sumsOf(db, 'bot_csat')).toEqual([['export', 4, 2]])
  })
})
