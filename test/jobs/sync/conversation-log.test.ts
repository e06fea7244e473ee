import { expect, it } from 'vitest'
import { readConversationLog } from '../../../jobs/streams/conversation-log.ts'
import { scripted } from './scripted-client.ts'

const START = Date.parse('2026-03-09T01:00:00Z')

it('a log holds the conversation, and the e-mails that followed it; private notes are nobody’s message', async () => {
  const events = [
    event('Comment', 0, 'user', { metadata: { public: false } }),
    event('Messaging::ConversationMessage', 0, 'user'),
    event('Messaging::ConversationMessage', 1, 'bot'),
    event('Messaging::ConversationMessage', 40, 'agent', { received_at: '2026-03-09T01:00:40.250Z' }),
    event('Comment', 900, 'agent', { metadata: { public: true } }),
    event('Comment', 950, 'end-user', { metadata: { public: true } }),
    event('SomethingNew', 960, 'agent'),
  ]
  const { sync } = scripted(() => ({ events, meta: { has_more: false, after_cursor: 'x' } }))

  expect(await readConversationLog(sync.client, 7)).toEqual([
    { at: START, by: 'customer', agent: null },
    { at: START + 1_000, by: 'bot', agent: null },
    { at: START + 40_250, by: 'agent', agent: '31' },
    { at: START + 900_000, by: 'agent', agent: '31', isEmail: true },
    { at: START + 950_000, by: 'customer', agent: null, isEmail: true },
  ])
})

it('authors may have their id as text, and events that are no messages any form', async () => {
  const author = { type: 'agent', 'zen:support:user_id': '31' }
  const events = [
    { type: 'SomethingNew', created_at: null, author: 'nobody' },
    event('Messaging::ConversationMessage', 5, 'agent', { author }),
  ]
  const { sync } = scripted(() => ({ events, meta: { has_more: false } }))

  expect(await readConversationLog(sync.client, 7)).toEqual([{ at: START + 5_000, by: 'agent', agent: '31' }])
})

function event(type: string, seconds: number, author: string, given: object = {}) {
  return {
    type,
    created_at: new Date(START + seconds * 1000).toISOString(),
    author: { type: author, 'zen:support:user_id': author === 'bot' ? -1 : 31 },
    ...given,
  }
}
