import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, it } from 'vitest'
import { runWeeklyReport } from '../../jobs/weekly-report.ts'
import { createMailer } from '../../server/platform/mailer.ts'
import type { Mailer } from '../../server/platform/mailer.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { statement } from '../../server/store/database.ts'
import { ensureWeeklySchedule } from '../../server/store/report-schedules.ts'
import { seedSampleGrid } from '../report/sample-grid.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'

it('the job writes the whole Korean mail to the outbox, once', async () => {
  const outboxDirectory = mkdtempSync(join(tmpdir(), 'cutover-outbox-'))
  try {
    const ctx = context(createMailer({ smtpUrl: null, mailFrom: 'Cutover <a@b.example>', outboxDirectory }))

    expect(await runWeeklyReport(ctx)).toMatchObject({ sent: 1, skipped: 0 })
    expect(await runWeeklyReport(ctx)).toMatchObject({ sent: 0, skipped: 1 })

    const files = readdirSync(outboxDirectory)
    const mail = await simpleParser(readFileSync(join(outboxDirectory, files[0])))
    expect(files).toHaveLength(1)
    expect(mail.subject).toMatch(/^Cutover: 하늘 코스메틱 고객 만족도\(CSAT\) 12\.0%p 하락/)
    expect(mail.text).toContain('전환 전')
    expect(mail.html).toContain('뚜렷한 변화 없음')
    expect(mail.headers.get('content-language')).toBe('ko')
  } finally {
    rmSync(outboxDirectory, { recursive: true })
  }
})

it('the job fails when a mail could not be sent, and says which', async () => {
  const refuses: Mailer = {
    send: () => Promise.reject(new UpstreamError('the mail server refused the mail', 550)),
  }

  await expect(runWeeklyReport(context(refuses))).rejects.toThrow(
    'weekly mails: 0 sent, 1 failed, 0 of unknown fate; failed ones are tried again where that can help, the others only when you ask for it: Weekly, admin@demo.example: the mail server refused the mail',
  )
})

it('the job says so when no weekly mail is set up', async () => {
  const ctx = testContext()

  expect(await runWeeklyReport(ctx)).toEqual({
    sent: 0,
    failed: 0,
    skipped: 0,
    unknown: 0,
    notes: ['no weekly mail is set up: npm run admin -- create-user … --weekly-mail'],
  })
})

function context(mailer: Mailer): TestContext {
  const ctx = testContext({ mailer })
  seedSampleGrid(ctx.db)
  const admin = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  statement(ctx.db, "update person set language = 'ko'").run()
  ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: admin,
    recipientIds: [admin],
  })
  return ctx
}
