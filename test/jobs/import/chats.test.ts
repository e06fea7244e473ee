import { describe, expect, it } from 'vitest'
import { storeChatTickets } from '../../../server/store/chat-tickets.ts'
import { markAbsent } from '../../../server/store/checkpoints.ts'
import { storeConversations } from '../../../server/store/conversations.ts'
import { statement } from '../../../server/store/database.ts'
import { chatFacts, chatTicketFacts, startedAt } from '../../support/conversation-facts.ts'
import { importAccount } from './import-account.ts'

const header =
  'Chat ID,Started at,Ended at,Brand,First response time,Missed,Agents,Visitor messages,Agent messages,Rating,Tags,Ticket ID,Visitor email'
const first =
  '1.abc,2025-03-03 10:00,2025-03-03 10:12,Mirae Outdoor,0:01:30,no,"Kim, Lee",4,5,good,"vip refund",900,Kim@Example.com'

describe('a file of live chats', () => {
  it('becomes conversations as Zendesk would tell them, ratings included', async () => {
    const { db, write, importChats } = importAccount()

    const summary = await importChats(write('chats.csv', `${header}\n${first}\n`))

    expect(summary).toMatchObject({ rows: 1, accepted: 1, added: 1 })
    expect(statement(db, 'select * from conversation').all()).toMatchObject([
      {
        id: 'chat:1.abc',
        kind: 'conversation',
        source: 'chat',
        brand_id: 102,
        brand_source: 'ticket',
        day: '2025-03-03',
        started_at: Date.parse('2025-03-03T10:00:00+09:00'),
        ended_at: Date.parse('2025-03-03T10:12:00+09:00'),
        first_reply_seconds: 90,
        served: 1,
        agent_count: 2,
        customer_messages: 4,
        agent_messages: 5,
        tags: '["refund","vip"]',
        ticket_id: 900,
        outcome: 'served',
      },
    ])
    expect(statement(db, 'select * from csat_answer').all()).toMatchObject([
      { id: 'chat:1.abc', source: 'chat_rating', category: 'good', conversation_id: 'chat:1.abc' },
    ])
  })

  it('keeps no e-mail address and no name of an agent', async () => {
    const { db, write, importChats } = importAccount()

    await importChats(write('chats.csv', `${header}\n${first}\n`))

    const everything = JSON.stringify(
      ['conversation', 'csat_answer', 'import', 'import_row', 'import_problem', 'job_request'].map((table) =>
        statement(db, `select * from ${table}`).all(),
      ),
    )
    expect(everything.toLowerCase()).not.toMatch(/kim|lee|@example/)
    expect(statement(db, 'select source_requester_key as key from conversation').all()).toEqual([
      { key: expect.stringMatching(/^[\w-]{22}$/) },
    ])
  })

  it('leaves a chat that Zendesk told of as it is, and says so', async () => {
    const { db, write, importChats } = importAccount()
    storeConversations(db, [chatFacts({ id: 'chat:1.abc', customer_messages: 9 })])

    const summary = await importChats(
      write('chats.csv', `${header}\n${first}\n${first.replace('1.abc', '2.abc')}\n`),
    )

    expect(summary).toMatchObject({ rows: 2, accepted: 1, skipped: 1, added: 1 })
    expect(summary.problems).toEqual([{ line: 2, column: null, reason: 'held_from_zendesk' }])
    expect(
      statement(db, "select customer_messages, import_id from conversation where id = 'chat:1.abc'").all(),
    ).toEqual([{ customer_messages: 9, import_id: null }])
  })

  it('gives way to Zendesk’s own copy that comes later, however old that is', async () => {
    const { db, write, importChats, run } = importAccount()
    await importChats(write('chats.csv', `${header}\n${first}\n`))

    storeConversations(db, [chatFacts({ id: 'chat:1.abc', customer_messages: 9, updated_at: 1000 })])

    expect(statement(db, 'select customer_messages, import_id from conversation').all()).toEqual([
      { customer_messages: 9, import_id: null },
    ])
    await run({ remove: '1' })
    expect(statement(db, 'select id from conversation').all()).toEqual([{ id: 'chat:1.abc' }])
  })

  it('does not count a chat whose ticket stands in for it already', async () => {
    const { db, write, importChats } = importAccount()
    storeConversations(db, [chatFacts({ id: 'ticket:900', ticket_id: 900, channel: 'chat' })])

    expect(await importChats(write('chats.csv', `${header}\n${first}\n`))).toMatchObject({
      skipped: 1,
      added: 0,
    })
  })

  it('counts a chat and its ticket once, in whatever order they come and go', async () => {
    const { db, write, importChats, run } = importAccount()
    const ticket = (id: number) =>
      chatTicketFacts({ ticket_id: id, channel: 'chat', tags: '[]', started_at: startedAt })
    const ids = () => statement<{ id: string }>(db, 'select id from conversation order by id').all()
    const line = (ticketId: number) => `${header}\n${first.replace('900', String(ticketId))}\n`
    markAbsent(db, 'chats')
    storeChatTickets(db, [ticket(901)])
    await importChats(write('chats.csv', line(900)))
    storeChatTickets(db, [ticket(900)])
    expect(ids()).toEqual([{ id: 'chat:1.abc' }, { id: 'ticket:901' }])

    await importChats(write('chats.csv', line(901)))
    expect(ids()).toEqual([{ id: 'chat:1.abc' }, { id: 'ticket:900' }])

    await run({ remove: '2' })
    expect(ids()).toEqual([{ id: 'ticket:900' }, { id: 'ticket:901' }])
  })

  it('says nothing of a reply where the file does not', async () => {
    const { db, write, importChats } = importAccount()
    const text =
      'chat id,started at,missed\n1,2025-03-03 10:00,no\n2,2025-03-03 11:00,yes\n3,2025-03-03 12:00,\n'

    await importChats(write('chats.csv', text))

    expect(
      statement(db, 'select id, served, first_reply_seconds from conversation order by id').all(),
    ).toEqual([
      { id: 'chat:1', served: null, first_reply_seconds: null },
      { id: 'chat:2', served: 0, first_reply_seconds: null },
      { id: 'chat:3', served: null, first_reply_seconds: null },
    ])
  })

  it('takes a brand for every row where the file names none', async () => {
    const { db, write, importChats } = importAccount()

    await importChats(write('chats.csv', 'chat id,started at\n1,2025-03-03 10:00\n'), { brand: '101' })

    expect(statement(db, 'select brand_id from conversation').all()).toEqual([{ brand_id: 101 }])
  })

  it('reads times without a zone in the zone that was chosen', async () => {
    const { db, write, importChats } = importAccount()

    await importChats(
      write('chats.csv', 'chat id,started at\n1,2025-03-03 10:00\n2,2025-03-03T10:00:00Z\n'),
      {
        zone: 'America/New_York',
      },
    )

    expect(statement(db, 'select started_at from conversation order by id').all()).toEqual([
      { started_at: Date.parse('2025-03-03T10:00:00-05:00') },
      { started_at: Date.parse('2025-03-03T10:00:00Z') },
    ])
  })
})
