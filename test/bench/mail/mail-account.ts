import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext } from '../../../server/context.ts'
import { readConfig } from '../../../server/platform/config.ts'
import type { PlainRecipient } from '../../../server/store/named-recipients.ts'
import { writeRecipients } from '../../../server/store/report-recipients.ts'
import { ensureWeeklySchedule } from '../../../server/store/report-schedules.ts'
import { dawonId, haneulId, miraeId, saebyeokId, seedSampleGrid } from '../../report/sample-grid.ts'
import { addPerson } from '../../support/people.ts'
import { simulatedEnvironment } from '../../support/simulated-environment.ts'

const now = '2026-11-16T09:00:00+09:00'
const scopes: PlainRecipient['brandIds'][] = [
  null,
  [miraeId],
  [haneulId, saebyeokId],
  [miraeId, haneulId, dawonId],
  [dawonId],
]

/** A database with one report that is due to so many addresses, of five scopes in two languages each. */
export function mailAccount(recipients: number, smtpPort: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-bench-mail-'))
  const environment = {
    ...simulatedEnvironment({ zendeskUrl: 'http://127.0.0.1:1', folder, file: 'mails.db', now }),
    // The clock runs on: a run ends after its time.
    CUTOVER_NOW_FROZEN: '0',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SMTP_MAILS_PER_MINUTE: '60000',
    PUBLIC_URL: 'https://cutover.example',
  }
  const config = readConfig(environment)
  const ctx = createContext(config, 'bench')
  seedSampleGrid(ctx.db)
  const ownerId = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  const schedule = ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId,
    recipientIds: [],
  })
  writeRecipients(ctx.db, schedule, {
    personIds: [],
    groupIds: [],
    addresses: Array.from({ length: recipients }, (_, i) => ({
      address: `recipient${i}@outside.example`,
      name: `Recipient ${i}`,
      language: i % 2 === 0 ? 'ko' : 'en',
      brandIds: scopes[Math.floor(i / 2) % scopes.length],
    })),
  })
  return {
    db: ctx.db,
    config,
    environment,
    remove() {
      ctx.db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
