import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { messagesOfAudits } from '../../../jobs/streams/ticket-audits.ts'
import { detailOf } from '../../../jobs/streams/ticket-messages.ts'

const START = Date.UTC(2026, 2, 9, 1, 0, 0)
const AGENT = 403969141094
const ticket = { ticket_id: 7, started_at: START, version: START + 999_000 }

describe('what a ticket’s audits tell', () => {
  it('a bot’s ticket: hand-off at the first chat with people, reply after it', () => {
    const history = [
      message('system', '__system', -2, { source: { type: 'zd:answerBot' } }),
      message('end-user', 5, 0),
      message('system', '__system', 1, { source: { type: 'zd:answerBot' } }),
      message('end-user', 5, 60),
      message('system', '__trigger', 61),
      message('agent', `agent:${AGENT}`, 90),
      message('agent', AGENT, 95),
    ]

    expect(detail([audit(0, []), audit(60, [becameNew, chatStarted(history)])])).toEqual({
      ticket_id: 7,
      generated_at: START + 999_000,
      bot_involved: 1,
      handed_off_at: START + 60_000,
      first_customer_message_at: START,
      first_bot_message_at: START + 1_000,
      first_human_reply_at: START + 90_000,
      customer_messages: 2,
      agent_messages: 2,
      bot_messages: 2,
      agent_count: 1,
      continued_by_email: 0,
      handed_back_at: null,
    })
  })

  it('without a bot a person was needed from the first message on', () => {
    const history = [message('end-user', 5, 3), message('agent', AGENT, 40)]

    expect(detail([audit(0, [chatStarted(history)])])).toMatchObject({
      bot_involved: 0,
      handed_off_at: START + 3_000,
      first_human_reply_at: START + 40_000,
    })
  })

  it('the change from open to new is the hand-off where no chat was started', () => {
    expect(detail([audit(30, [becameNew])])).toMatchObject({ bot_involved: 1, handed_off_at: START + 30_000 })
  })

  it('a session that repeats earlier messages counts them once', () => {
    const first = { ...message('end-user', 5, 1), message_id: 'm1' }
    const later = { ...message('end-user', 5, 500), message_id: 'm2' }
    const audits = [audit(1, [chatStarted([first])]), audit(500, [chatStarted([first, later])])]

    expect(detail(audits).customer_messages).toBe(2)
  })

  it('a public comment by an agent is a reply, a private one is not', () => {
    const comment = (isPublic: boolean) => ({ type: 'Comment', public: isPublic, author_id: AGENT })
    const audits = [
      audit(0, [chatStarted([message('end-user', 5, 0)])]),
      audit(10, [comment(false)]),
      audit(20, [comment(true)]),
    ]

    expect(detail(audits)).toMatchObject({ first_human_reply_at: START + 20_000, agent_messages: 1 })
  })

  it('a person who replies by e-mail continues the conversation there; a bot that speaks after them has it back', () => {
    const bot = (seconds: number) =>
      message('system', '__system', seconds, { source: { type: 'zd:answerBot' } })
    const talk = [message('end-user', 5, 0), bot(1), message('agent', AGENT, 40)]
    const email = { type: 'Comment', public: true, author_id: AGENT }

    expect(detail([audit(2, [chatStarted(talk)])])).toMatchObject({
      continued_by_email: 0,
      handed_back_at: null,
    })
    expect(detail([audit(2, [chatStarted([...talk, bot(90)])]), audit(900, [email])])).toMatchObject({
      continued_by_email: 1,
      handed_back_at: START + 90_000,
      agent_messages: 2,
    })
  })

  it('comments without the conversation itself are left to the log, which tells both', () => {
    const email = { type: 'Comment', public: true, author_id: AGENT }

    expect(messagesOfAudits([audit(5, [email])], new Set([AGENT])).messages).toEqual([])
  })

  it('unknown kinds of events are passed over', () => {
    const audits = [audit(0, [{ type: 'SomethingNew', value: 5 }, chatStarted([])])]

    expect(detail(audits)).toMatchObject({ customer_messages: 0, first_human_reply_at: null })
  })
})

describe('what nobody documents', () => {
  it('history that is no message may lack anything', () => {
    const history = [{ type: 'ChatNameChanged' }, { reason: 5 }, message('end-user', 5, 3)]

    expect(detail([audit(0, [chatStarted(history)])])).toMatchObject({ customer_messages: 1 })
  })

  it('a message has its time as text too, or from its original', () => {
    const asText = { ...message('end-user', 5, 0), timestamp: String(START + 4_000) }
    const original = { ...message('agent', AGENT, 0), timestamp: undefined }
    const received = { original_message: { received: new Date(START + 9_000).toISOString() } }

    expect(detail([audit(0, [chatStarted([asText, { ...original, ...received }])])])).toMatchObject({
      first_customer_message_at: START + 4_000,
      first_human_reply_at: START + 9_000,
    })
  })

  it('a message without any time is not guessed at', () => {
    const timeless = { ...message('end-user', 5, 0), timestamp: null }

    expect(() => detail([audit(0, [chatStarted([timeless])])])).toThrow(z.ZodError)
  })

  it('events of other kinds may have any form', () => {
    const odd = { type: 'SurveyOffered', author_id: { id: 1 }, public: 'yes', field_name: ['a'] }
    const history = [{ ...message('end-user', 5, 0), message_id: 12, actor_id: { id: 5 } }]

    expect(detail([audit(0, [odd, {}, chatStarted(history)])])).toMatchObject({ customer_messages: 1 })
  })
})

const becameNew = { type: 'Change', field_name: 'status', previous_value: 'open', value: 'new' }

function detail(audits: unknown[]) {
  return detailOf(ticket, messagesOfAudits(audits, new Set([AGENT])))
}

function audit(seconds: number, events: unknown[]) {
  return { id: seconds, created_at: new Date(START + seconds * 1000).toISOString(), author_id: -1, events }
}

function chatStarted(history: unknown[]) {
  return { type: 'ChatStartedEvent', value: { chat_id: 'x', history } }
}

function message(actor_type: string, actor_id: string | number, seconds: number, original_message?: unknown) {
  return {
    type: 'ChatMessage',
    actor_type,
    actor_id,
    timestamp: START + seconds * 1000,
    message: 'words',
    ...(original_message ? { original_message } : {}),
  }
}
