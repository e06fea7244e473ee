import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Mail, Mailer } from '../../../server/platform/mailer.ts'
import { createMailer } from '../../../server/platform/mailer.ts'
import type { SmtpLimits } from '../../../server/platform/mail/smtp-limits.ts'

export const mail: Mail = {
  to: 'manager@demo.example',
  subject: 'Cutover: 하늘 코스메틱 고객 만족도(CSAT) 12.0%p 하락, 첫 응답 시간 38% 단축 — 11월 9~15일 주간',
  text: '메시징 전환 이후\n첫 응답 시간이 38% 짧아졌습니다.\n',
  html: '<p>첫 응답 시간이 <b>38%</b> 짧아졌습니다.</p>',
  messageId: '<weekly.1.2.2026-11-09@cutover.example>',
  date: new Date('2026-11-16T00:00:00Z'),
  headers: { 'Auto-Submitted': 'auto-generated' },
}

/** Short, so that nobody waits for a server that hangs. */
const limits: SmtpLimits = { connectMs: 300, silenceMs: 300, mailMs: 1_500, idleMs: 500 }

const cleanUps: (() => unknown)[] = []

/** Done after the test, the last one first. */
export function afterwards(cleanUp: () => unknown): void {
  cleanUps.push(cleanUp)
}

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cutover-mail-'))
  afterwards(() => rmSync(directory, { recursive: true }))
  return directory
}

/** What the program uses with SMTP_URL set like this. */
export function mailerTo(
  smtpUrl: string,
  change: { smtpCaFile?: string; mailsPerMinute?: number; limits?: Partial<SmtpLimits> } = {},
): Mailer {
  const { limits: otherLimits, ...config } = change
  const mailer = createMailer(
    {
      smtpUrl,
      mailFrom: 'Cutover <cutover@demo.example>',
      outboxDirectory: temporaryDirectory(),
      mailsPerMinute: 60_000,
      ...config,
    },
    { ...limits, ...otherLimits },
  )
  afterwards(() => mailer.rest?.())
  return mailer
}

export async function failureOf(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    () => 'sent',
    (error: unknown) => error,
  )
}
