import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildMessage } from './build-message.ts'
import type { Mailer } from './mail.ts'

/** Writes mails into a folder, as files a mail program opens. */
export function outboxMailer(directory: string, from: string): Mailer {
  return {
    async send(mail) {
      const { content } = await buildMessage(mail, from)
      mkdirSync(directory, { recursive: true })
      const name = `${mail.date.toISOString().slice(0, 10)}-${mail.messageId.replace(/[^a-z0-9.@-]/gi, '')}.eml`
      writeFileSync(join(directory, `${name}.part`), content)
      renameSync(join(directory, `${name}.part`), join(directory, name))
      return { response: `written to ${name}`, bytes: content.length }
    },
  }
}
