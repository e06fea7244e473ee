import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runJobByName } from '../../jobs/run-job.ts'
import { importSettingsCommand } from '../../server/admin/settings-commands.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { documentOf } from '../../server/settings/account-settings.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import { ticketFacts } from '../support/conversation-facts.ts'
import { testContext } from '../support/test-context.ts'

it('settings that are imported hold up nobody: what follows from them is derived by the job "compare"', async () => {
  const ctx = testContext()
  storeConversations(ctx.db, [ticketFacts({ channel: 'whatsapp' })])
  const isCounted = () => ctx.db.prepare('select deleted from conversation').pluck().get() === 0
  const file = join(mkdtempSync(join(tmpdir(), 'cutover-')), 'settings.json')
  const settings = documentOf(readAccountSettings(ctx.db))
  writeFileSync(file, JSON.stringify({ ...settings, messagingChannels: ['native_messaging', 'whatsapp'] }))

  await importSettingsCommand.run(ctx, [file])
  expect(isCounted()).toBe(false)
  expect(ctx.db.prepare('select name from job_request').pluck().all()).toEqual(['compare'])
  const { outcome } = await runJobByName(ctx, 'compare', {}, new AbortController().signal)

  expect(outcome).toBe('ok')
  expect(isCounted()).toBe(true)
})
