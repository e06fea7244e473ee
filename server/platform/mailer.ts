import type { Config } from './config.ts'
import type { Mailer } from './mail/mail.ts'
import { outboxMailer } from './mail/outbox-mailer.ts'
import type { SmtpLimits } from './mail/smtp-limits.ts'
import { usualLimits } from './mail/smtp-limits.ts'
import { smtpMailer } from './mail/smtp-mailer.ts'
import { smtpServerOf } from './mail/smtp-server.ts'
import { turnsOf } from './mail/turns.ts'

export type { Mail, MailAttachment, Mailer } from './mail/mail.ts'
export { MailRefusedError, MailServerError, UnansweredMailError } from './mail/mail-errors.ts'

type MailConfig = Pick<Config['mail'], 'smtpUrl' | 'mailFrom' | 'outboxDirectory'> & Partial<Config['mail']>

const USUAL_MAILS_PER_MINUTE = 600

/** Sends over SMTP, or without it writes files; see Mailer. */
export function createMailer(
  {
    smtpUrl,
    smtpCaFile = null,
    mailsPerMinute = USUAL_MAILS_PER_MINUTE,
    mailFrom,
    outboxDirectory,
  }: MailConfig,
  limits: SmtpLimits = usualLimits,
): Mailer {
  if (smtpUrl === null) return outboxMailer(outboxDirectory, mailFrom)
  return smtpMailer(smtpServerOf(smtpUrl, smtpCaFile), {
    from: mailFrom,
    turns: turnsOf(mailsPerMinute),
    limits,
  })
}
