import type { ServerTrouble } from './mail-errors.ts'
import { MailRefusedError, MailServerError, UnansweredMailError } from './mail-errors.ts'
import type { SmtpServer } from './smtp-server.ts'
import type { Progress } from './smtp-session.ts'

const LONGEST_SAID = 300
/** Codes that say of an address that it is none; a full mailbox or a policy says nothing of the address. */
const NO_SUCH_ADDRESS: ReadonlySet<number> = new Set([550, 551, 553])
/** The server wants to know who we are, or does not believe it (RFC 4954, 6). */
const SIGN_IN: ReadonlySet<number> = new Set([530, 534, 535, 538])
/** Before it knows of any mail. */
const OF_CONNECTION: ReadonlySet<string> = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'API'])

/** What a failed try to send means, in words that say what to do. */
export function explainFailure(error: unknown, { handedOver }: Progress, server: SmtpServer): Error {
  if (error instanceof MailRefusedError || error instanceof MailServerError) return error
  const said = saidBy(error, server)
  const status = statusOf(error)
  if (status !== null) return explainAnswer({ status, said, command: textOf(error, 'command') })
  if (handedOver)
    return new UnansweredMailError(
      `the mail server took the mail and gave no answer (${said}); ask the recipient before sending again`,
    )
  if (textOf(error, 'code') === 'EMESSAGE') return tooLarge(said, null)
  if (textOf(error, 'code') === 'EAUTH') return ofServer('sign_in', said, null)
  return ofServer(isAboutEncryption(error) ? 'encryption' : 'unreachable', said, null)
}

function explainAnswer(answer: { status: number; said: string; command: string }): Error {
  const { status, said, command } = answer
  const enhanced = /\b[245]\.(\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? ''
  if (command.startsWith('AUTH') || SIGN_IN.has(status)) return ofServer('sign_in', said, status)
  if (isBusy(status, said, enhanced)) return ofServer('busy', said, status)
  if (command === 'STARTTLS') return ofServer('encryption', said, status)
  if (OF_CONNECTION.has(command)) return ofServer('unreachable', said, status)
  if (status === 552 && command !== 'RCPT TO') return tooLarge(said, status)
  if (enhanced === '3.4') return tooLarge(said, status)
  // It does not know the recipient yet: what it says holds for everybody.
  if (command === 'MAIL FROM') return ofServer(status < 500 ? 'busy' : 'sender', said, status)
  const isAddress = NO_SUCH_ADDRESS.has(status) && (enhanced === '' || enhanced.startsWith('1.'))
  if (command === 'RCPT TO' && isAddress)
    return new MailRefusedError(
      `the mail server knows no such recipient (${said}); check the address`,
      status,
      'address',
    )
  return new MailRefusedError(
    status < 500
      ? `the mail server does not take the mail now (${said}); it is tried again later`
      : `the mail server refused the mail (${said}); ask whoever runs it why, then send it again`,
    status,
    'mail',
  )
}

/** It is about to hang up, or says that we send too much; what it says of one mailbox is not meant. */
function isBusy(status: number, said: string, enhanced: string): boolean {
  if (status === 421) return true
  const tooMuch = /too (many|much|fast)|rate.?limit|throttl|slow down|exceeded/i
  return status < 500 && !enhanced.startsWith('2.') && tooMuch.test(said)
}

const whatToDo: Record<ServerTrouble, (said: string) => string> = {
  unreachable: (said) =>
    `the mail server could not be reached (${said}); check SMTP_URL, the network and the mail server`,
  encryption: (said) =>
    `no safe connection to the mail server (${said}); ${
      /self.signed|unable to (get|verify)/i.test(said)
        ? 'name the file with the certificate of its authority in SMTP_CA_FILE'
        : 'check name, port and smtp:// or smtps:// in SMTP_URL, and the certificate of the server'
    }`,
  sign_in: (said) => `the mail server refused the sign-in (${said}); check user and password in SMTP_URL`,
  sender: (said) => `the mail server refused the sender (${said}); check MAIL_FROM`,
  busy: (said) =>
    `the mail server takes no more mails for now (${said}); it is asked again later, more slowly`,
}

function ofServer(trouble: ServerTrouble, said: string, status: number | null): MailServerError {
  return new MailServerError(whatToDo[trouble](said), status, trouble)
}

function tooLarge(said: string, status: number | null): MailRefusedError {
  return new MailRefusedError(
    `the mail is larger than the mail server takes (${said}); choose fewer attachments or brands, then send it again`,
    // Another try would bring the same mail.
    status === null || status < 500 ? 552 : status,
    'mail',
  )
}

function isAboutEncryption(error: unknown): boolean {
  const reasons = `${textOf(error, 'code')} ${textOf(error, 'originalCode')} ${String(error)}`
  return /ETLS|ERR_TLS|ERR_SSL|CERT|SELF_SIGNED|UNABLE_TO|certificate|\bSSL\b/.test(reasons)
}

/** The server's three-digit no, or null when it gave none. */
function statusOf(error: unknown): number | null {
  const given = error instanceof Error && 'responseCode' in error ? error.responseCode : null
  return typeof given === 'number' && given >= 400 ? given : null
}

function textOf(error: unknown, field: 'code' | 'command' | 'originalCode'): string {
  if (!(error instanceof Error) || !(field in error)) return ''
  return String(Object.getOwnPropertyDescriptor(error, field)?.value ?? '')
}

/** On one line, not endless, and without the password should the server repeat it. */
function saidBy(error: unknown, { signIn }: SmtpServer): string {
  const said = error instanceof Error ? error.message : String(error)
  const secrets = signIn === null || signIn.pass === '' ? [] : formsOf(signIn)
  const hidden = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said)
  const line = hidden.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID)}…` : line
}

function formsOf({ user, pass }: { user: string; pass: string }): string[] {
  return [pass, ...[pass, `\0${user}\0${pass}`].map((text) => Buffer.from(text).toString('base64'))]
}
