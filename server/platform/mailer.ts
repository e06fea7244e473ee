import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { UpstreamError } from './problem.ts'

export type Mail = {
  /** One address, without a name. */
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  date: Date
  headers?: Record<string, string>
  attachments?: readonly MailAttachment[] | undefined
}

/** A file in a mail; with `cid` a picture that the HTML shows as `cid:…`. */
export type MailAttachment = { filename: string; content: Buffer; contentType: string; cid?: string }

/**
 * Sends one mail; without SMTP the mail is written as an `.eml` file. `bytes` is the size of the whole mail.
 * Throws UnansweredMailError when nobody can know whether the mail was taken, MailRefusedError when the server said no,
 * and UpstreamError (or what the disk said) when it certainly was not taken for another reason.
 */
export type Mailer = { send(mail: Mail): Promise<{ response: string; bytes: number }> }

/** The mail server said no; `status` is its three-digit answer (RFC 5321, 4.2.1). */
export class MailRefusedError extends UpstreamError {
  override name = 'MailRefusedError'
  constructor(
    message: string,
    override readonly status: number,
    /** `address`: it knows no such recipient. `sign_in`: it does not let us in. */
    readonly refused: 'address' | 'sign_in' | 'mail',
  ) {
    super(message, status)
  }

  /** The server may take it later (4yz), or after somebody has put the sign-in right. */
  get mayBeTakenLater(): boolean {
    return this.status < 500 || this.refused === 'sign_in'
  }
}

/** The whole mail was handed over and the server never said what became of it: sending again may send twice. */
export class UnansweredMailError extends Error {
  override name = 'UnansweredMailError'
}

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
      const { envelope, message } = await buildMessage(mail, from)
      const raw = Readable.from([message])
      let handedOver = false
      raw.once('end', () => (handedOver = true))
      try {
        const sent = await transport.sendMail({ envelope, raw })
        return { response: String(sent.response), bytes: message.length }
      } catch (error) {
        throw explainFailure(error, handedOver)
      }
    },
  }
}

function explainFailure(error: unknown, handedOver: boolean): Error {
  const reply = replyOf(error)
  const said = error instanceof Error ? error.message : String(error)
  if (reply === null && handedOver) {
    return new UnansweredMailError(
      `the mail server took the mail and gave no answer (${said}); ask the recipient before sending again`,
    )
  }
  if (reply === null) {
    return new UpstreamError(
      `the mail server could not be reached (${said}); check SMTP_URL and the network`,
      null,
    )
  }
  return new MailRefusedError(
    `the mail server refused the mail (${said}); check the address, MAIL_FROM and the sign-in in SMTP_URL`,
    reply,
    refusedBy(error),
  )
}

/** Codes that say of an address that it is none; a full mailbox or a policy says nothing of the address. */
const NO_SUCH_ADDRESS = new Set([550, 551, 553])

function refusedBy(error: unknown): MailRefusedError['refused'] {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EAUTH') return 'sign_in'
  const command = error instanceof Error && 'command' in error ? error.command : null
  return command === 'RCPT TO' && NO_SUCH_ADDRESS.has(replyOf(error) ?? 0) ? 'address' : 'mail'
}

/** The server's three-digit answer, or null when it gave none. */
function replyOf(error: unknown): number | null {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : null
}

function outboxMailer(directory: string, from: string): Mailer {
  return {
    async send(mail) {
      const { message } = await buildMessage(mail, from)
      mkdirSync(directory, { recursive: true })
      const name = `${mail.date.toISOString().slice(0, 10)}-${mail.messageId.replace(/[^a-z0-9.@-]/gi, '')}.eml`
      writeFileSync(join(directory, `${name}.part`), message)
      renameSync(join(directory, `${name}.part`), join(directory, name))
      return { response: `written to ${name}`, bytes: message.length }
    },
  }
}

const builder = { streamTransport: true, buffer: true, newline: 'windows' } as const

/** The mail as it goes over the wire, and whom the server is told about. */
async function buildMessage(
  { to, ...mail }: Mail,
  from: string,
): Promise<{ envelope: { from: string; to: string[] }; message: Buffer }> {
  const built = await createTransport(builder).sendMail({
    ...mail,
    attachments: [...(mail.attachments ?? [])],
    from,
    // As an object: an address is never read as a list of them.
    to: { name: '', address: to },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { envelope, message } = built
  if (!Buffer.isBuffer(message)) throw new Error('buildMessage expects the mail in one piece')
  return { envelope: { from: envelope.from || '', to: envelope.to }, message }
}
