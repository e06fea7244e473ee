import { beforeEach, expect, it } from 'vitest'
import { defaultAccountSettings } from '../../../server/settings/default-settings.ts'
import type { Database } from '../../../server/store/database.ts'
import { readPassedOverChannels } from '../../../server/store/passed-over-tickets.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { startedAt } from '../../support/conversation-facts.ts'
import { testNow } from '../../support/test-context.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }

let db: Database
beforeEach(() => {
  db = freshDatabase()
})

it('tickets of a messaging channel no setting names are counted, once however often they are read', async () => {
  const tickets = [
    ticketOf(1, 'whatsapp', { from_messaging_channel: true }),
    ticketOf(2, 'whatsapp', { from_messaging_channel: true }),
    ticketOf(3, 'a_messenger_of_2027'),
    ticketOf(4, 'native_messaging', { from_messaging_channel: true }),
  ]

  await read(tickets)
  db.exec('delete from checkpoint')
  await read(tickets)

  expect(readPassedOverChannels(db, ['native_messaging'])).toEqual([
    {
      channel: 'whatsapp',
      tickets: 2,
      first_at: startedAt + 86_400_000,
      latest_at: startedAt + 2 * 86_400_000,
    },
    {
      channel: 'a_messenger_of_2027',
      tickets: 1,
      first_at: startedAt + 3 * 86_400_000,
      latest_at: startedAt + 3 * 86_400_000,
    },
  ])
  expect(count(db, 'conversation')).toBe(1)
})

it('tickets that are no conversations in a messenger are no concern: neither said to be nor known as such', async () => {
  await read([
    ticketOf(1, 'email', { from_messaging_channel: false }),
    ticketOf(2, 'a_form_of_2027', { from_messaging_channel: false }),
    ticketOf(3, 'web'),
    ticketOf(4, 'chat_transcript'),
  ])

  expect(readPassedOverChannels(db, ['native_messaging'])).toEqual([])
})

it('a channel that was added to the settings is named no longer, nor are tickets that were deleted', async () => {
  await read([ticketOf(1, 'whatsapp'), ticketOf(2, 'line')])
  db.exec('delete from checkpoint')
  await read([ticketOf(2, 'line', { status: 'deleted' })])

  expect(readPassedOverChannels(db, ['native_messaging']).map(({ channel }) => channel)).toEqual(['whatsapp'])
  expect(readPassedOverChannels(db, ['native_messaging', 'whatsapp'])).toEqual([])
})

/** Reads the account's only page of tickets, all of them of people. */
async function read(tickets: readonly unknown[]): Promise<void> {
  writeAccountSettings(db, defaultAccountSettings('Asia/Seoul'), testNow)
  const { sync } = scripted(
    ({ path }) =>
      path === '/api/v2/incremental/tickets/cursor'
        ? { tickets, end_of_stream: true, after_cursor: 'end' }
        : accountAnswer(path, [brand]),
    { db },
  )
  await syncByName(sync, 'tickets-agent')
}

/** An open ticket of the brand, `number` days after the first. */
function ticketOf(
  number: number,
  channel: string,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const moment = startedAt + number * 86_400_000
  const at = new Date(moment).toISOString().replace('.000Z', 'Z')
  return {
    id: number,
    status: 'open',
    created_at: at,
    updated_at: at,
    generated_timestamp: moment / 1000,
    via: { channel },
    brand_id: 1,
    ...given,
  }
}
