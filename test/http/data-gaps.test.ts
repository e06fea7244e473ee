import { expect, it } from 'vitest'
import { storeAccountSources } from '../../server/store/account-sources.ts'
import { writeBotExportGap } from '../../server/store/bot-export-days.ts'
import { statement } from '../../server/store/database.ts'
import { holdEngagements } from '../../server/store/engagements-held.ts'
import { storePassedOverTickets } from '../../server/store/passed-over-tickets.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import { healthFor } from './health-of-account.ts'

const HOUR_MS = 3_600_000

it('names what is in no figure though nothing failed: channels, bots, and what the account does not give', async () => {
  const account = smallAccount()
  const { db } = account.ctx
  const started_at = testNow - 48 * HOUR_MS
  storePassedOverTickets(db, [
    { ticket_id: 1, channel: 'whatsapp', started_at },
    { ticket_id: 2, channel: 'whatsapp', started_at: testNow },
  ])
  statement(
    db,
    `insert into bot_conversation (id, source, bot_id, day, started_at, updated_at, count)
     values ('export:b1:1', 'export', 'b1', '2026-11-14', :started_at, 0, 3)`,
  ).run({ started_at })
  writeBotExportGap(db, 'bots')
  storeAccountSources(db, { schedules: 'refused', ticket_fields: 'allowed', article_counts: 'absent' })
  holdEngagements(db, { from: 0, to: testNow }, testNow)

  const { gaps } = await healthFor(account, 'admin@example.com')

  const none = { name: null, count: null, since: null }
  expect(gaps).toEqual([
    { kind: 'channel', name: 'whatsapp', count: 2, since: '2026-11-14T00:00:00.000Z' },
    { kind: 'bot', name: 'b1', count: 3, since: '2026-11-14T00:00:00.000Z' },
    { ...none, kind: 'bot_export_bots' },
    { ...none, kind: 'absent', name: 'article_counts' },
    { ...none, kind: 'refused', name: 'schedules' },
    { ...none, kind: 'engagements_before', since: '1970-01-01T00:00:00.000Z' },
  ])
})
