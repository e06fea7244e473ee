import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  date: Date
  headers?: Record<string, string>
}

/** Sends one mail or throws; without SMTP the mail is written as an `.eml` file. */
export type Mailer = { send(mail: Mail): Promise<{ response: string }> }

const SMTP_TIMEOUT_MS = 30_000

export function createMailer(config: {
  smtpUrl: string | null
  mailFrom: string
  outboxDirectory: string
}): Mailer {
  return config.smtpUrl === null
    ? outboxMailer(config.outboxDirectory, config.mailFrom)
    : smtpMailer(config.smtpUrl, config.mailFrom)
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  })
  return {
    async send(mail) {
      const sent = await transport.sendMail({ ...mail, from })
      return { response: String(sent.response) }
    },
  }
}

function outboxMailer(directory: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(mail) {
      const built = await transport.sendMail({ ...mail, from })
      mkdirSync(directory, { recursive: true })
      const name = `${mail.date.toISOString().slice(0, 10)}-${mail.messageId.replace(/[^a-z0-9.@-]/gi, '')}.eml`
      writeFileSync(join(directory, `${name}.part`), built.message as Buffer)
      renameSync(join(directory, `${name}.part`), join(directory, name))
      return { response: `written to ${name}` }
    },
  }
}
