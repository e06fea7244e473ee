import { Readable } from 'node:stream'
import SmtpConnection from 'nodemailer/lib/smtp-connection'
import type { Message } from './build-message.ts'
import { MailRefusedError, MailServerError } from './mail-errors.ts'
import type { SmtpLimits } from './smtp-limits.ts'
import type { SmtpServer } from './smtp-server.ts'
import { mustEncrypt } from './smtp-server.ts'

const PIECE_BYTES = 16_384
/** Longest wait for an answer to QUIT; nothing depends on it. */
const QUIT_MS = 1_000

/** How far a mail got: known also where the connection broke. */
export type Progress = { begun: boolean; handedOver: boolean }

/** One connection to the mail server, ready to take mails one after another. */
export class SmtpSession {
  private constructor(
    private readonly connection: SmtpConnection,
    private readonly takesUtf8: boolean,
  ) {}

  /** @throws MailServerError, or what nodemailer says, when the server cannot be used, or not before `tooLate` aborts */
  static async open(server: SmtpServer, limits: SmtpLimits, tooLate: AbortSignal): Promise<SmtpSession> {
    const { host, port, isSecure, signIn, authorities } = server
    const connection = new SmtpConnection({
      host,
      port,
      secure: isSecure,
      requireTLS: mustEncrypt(server),
      ...(authorities === null ? {} : { tls: { ca: [...authorities] } }),
      connectionTimeout: limits.connectMs,
      greetingTimeout: limits.connectMs,
      socketTimeout: limits.silenceMs,
    })
    // What happens while nobody asks is found out at the next question.
    connection.on('error', () => undefined)
    try {
      await answerOf<void>(connection, tooLate, (done) => connection.connect((error) => done(error ?? null)))
      const offers = String(connection.lastServerResponse)
      if (signIn !== null) await logIn(connection, signIn, { offers, tooLate })
      return new SmtpSession(connection, /^250[ -]SMTPUTF8\b/im.test(offers))
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** @param progress is kept up to date while the mail goes out */
  async send({ from, to, content }: Message, progress: Progress, tooLate: AbortSignal): Promise<string> {
    if (!this.takesUtf8 && /[^\0-\x7f]/.test(to))
      throw new MailRefusedError(
        `the mail server takes no addresses with letters such as those of ${to} (SMTPUTF8); use another address of this recipient`,
        null,
        'mail',
      )
    const raw = Readable.from(piecesOf(content, progress))
    raw.once('end', () => (progress.handedOver = true))
    return answerOf<string>(this.connection, tooLate, (done) =>
      this.connection.send({ from, to, size: content.length }, raw, (error, info) =>
        done(error, info?.response),
      ),
    )
  }

  /** Takes leave; for a connection that broke, or whose state nobody knows, see `close`. */
  quit(): void {
    this.connection.quit()
    const late = setTimeout(() => this.connection.close(), QUIT_MS)
    this.connection.once('end', () => clearTimeout(late))
  }

  close(): void {
    this.connection.close()
  }
}

async function logIn(
  connection: SmtpConnection,
  signIn: { user: string; pass: string },
  { offers, tooLate }: { offers: string; tooLate: AbortSignal },
): Promise<void> {
  if (!/^250[ -]AUTH\b/im.test(offers))
    throw new MailServerError(
      'the mail server offers no sign-in on this connection; try smtps:// in SMTP_URL, or take user and password out of it',
      null,
      'sign_in',
    )
  await answerOf<void>(connection, tooLate, (done) =>
    connection.login({ credentials: signIn }, (error) => done(error ?? null)),
  )
}

/** What the server answers; a connection that breaks, or takes too long, is an answer too. */
function answerOf<Answer>(
  connection: SmtpConnection,
  tooLate: AbortSignal,
  ask: (done: (error: Error | null, answer?: Answer) => void) => void,
): Promise<Answer> {
  return new Promise<Answer>((answered, failed) => {
    const giveUp = () => {
      connection.close()
      end(new Error('it took too long'))
    }
    const end = (error: Error | null, answer?: Answer) => {
      connection.removeListener('error', end)
      tooLate.removeEventListener('abort', giveUp)
      if (error) failed(error)
      else answered(answer as Answer)
    }
    connection.once('error', end)
    if (tooLate.aborted) return giveUp()
    tooLate.addEventListener('abort', giveUp)
    ask(end)
  })
}

/** In pieces, so that the last one leaves only when the server has taken most of what came before. */
function* piecesOf(content: Buffer, progress: Progress): Generator<Buffer> {
  progress.begun = true
  for (let at = 0; at < content.length; at += PIECE_BYTES) yield content.subarray(at, at + PIECE_BYTES)
}
