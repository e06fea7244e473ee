import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'
import { MailRefusedError } from './mail-errors.ts'

export type Message = { from: string; to: string; content: Buffer }

const builder = { streamTransport: true, buffer: true, newline: 'windows' } as const
const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

/**
 * The mail as it goes over the wire, and whom the server is told about.
 * @param from with or without a name
 * @throws MailRefusedError for an address that is not exactly one
 */
export async function buildMessage({ to, ...mail }: Mail, from: string): Promise<Message> {
  if (!isPlainAddress(to))
    throw new MailRefusedError(
      `${JSON.stringify(to)} is not an address mail can be sent to; write one such as name@company.example`,
      null,
      'address',
    )
  const { envelope, message } = await createTransport(builder).sendMail({
    ...mail,
    subject: mail.subject.replace(/\s+/g, ' '),
    attachments: [...(mail.attachments ?? [])],
    from,
    // As an object: an address is never read as a list of them.
    to: { name: '', address: to },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (!Buffer.isBuffer(message)) throw new Error('buildMessage expects the mail in one piece')
  if (envelope.to.length !== 1) throw new Error('buildMessage expects one recipient')
  return { from: envelope.from || '', to: envelope.to[0], content: message }
}

/** One local part and one domain, of letters nothing on the way takes for its own syntax; quoted ones are none of these. */
function isPlainAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  return (
    at > 0 &&
    address.length <= LONGEST_ADDRESS &&
    Buffer.byteLength(local) <= LONGEST_LOCAL_PART &&
    /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local) &&
    /^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)*$/u.test(domain)
  )
}
