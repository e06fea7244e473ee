import type { Message } from './build-message.ts'
import { buildMessage } from './build-message.ts'
import { explainFailure } from './explain-failure.ts'
import type { Mailer } from './mail.ts'
import { MailRefusedError, MailServerError } from './mail-errors.ts'
import type { SmtpLimits } from './smtp-limits.ts'
import type { SmtpServer } from './smtp-server.ts'
import type { Progress } from './smtp-session.ts'
import { SmtpSession } from './smtp-session.ts'
import type { Turns } from './turns.ts'

/** Servers end a connection after so many mails by themselves, some without a word. */
const MAILS_PER_CONNECTION = 100

type Kept = { session: SmtpSession; mails: number; idle: NodeJS.Timeout }

/**
 * Sends over SMTP, one mail after another. A connection is used again only after a mail that was answered with yes;
 * after anything else its state is not known, and the next mail gets a new one.
 */
export function smtpMailer(
  server: SmtpServer,
  { from, turns, limits }: { from: string; turns: Turns; limits: SmtpLimits },
): Mailer {
  let kept: Kept | null = null

  function take(): Omit<Kept, 'idle'> | null {
    if (kept === null) return null
    clearTimeout(kept.idle)
    const { session, mails } = kept
    kept = null
    return { session, mails }
  }

  function keep(session: SmtpSession, mails: number): void {
    rest()
    if (mails >= MAILS_PER_CONNECTION) return session.quit()
    kept = { session, mails, idle: setTimeout(rest, limits.idleMs) }
  }

  function rest(): void {
    take()?.session.quit()
  }

  /** Over the connection that was kept, or over a new one where it has ended meanwhile. */
  async function transmit(message: Message, progress: Progress, tooLate: AbortSignal): Promise<string> {
    const used = take()
    if (used !== null) {
      try {
        return await over(used, message, progress, tooLate)
      } catch (error) {
        // Nothing of the mail had been handed over: it cannot arrive twice.
        if (progress.begun || !mayHaveEnded(error)) throw error
      }
    }
    const session = await SmtpSession.open(server, limits, tooLate)
    return over({ session, mails: 0 }, message, progress, tooLate)
  }

  async function over(
    { session, mails }: Omit<Kept, 'idle'>,
    message: Message,
    progress: Progress,
    tooLate: AbortSignal,
  ): Promise<string> {
    try {
      const response = await session.send(message, progress, tooLate)
      keep(session, mails + 1)
      return response
    } catch (error) {
      session.close()
      throw error
    }
  }

  return {
    async send(mail) {
      const message = await buildMessage(mail, from)
      const progress: Progress = { begun: false, handedOver: false }
      const tooLate = new AbortController()
      const timer = setTimeout(() => tooLate.abort(), limits.mailMs)
      try {
        const response = await transmit(message, progress, tooLate.signal)
        turns.wentWell()
        return { response, bytes: message.content.length }
      } catch (error) {
        const explained = explainFailure(error, progress, server)
        if (explained instanceof MailServerError && explained.trouble === 'busy') turns.slowDown()
        throw explained
      } finally {
        clearTimeout(timer)
      }
    },
    turn: (signal) => turns.next(signal),
    rest,
  }
}

/** A connection that the server ended while it was idle, or after as many mails as it takes of one: no answer, or 421. */
function mayHaveEnded(error: unknown): boolean {
  if (error instanceof MailRefusedError || !(error instanceof Error) || !('code' in error)) return false
  if (!('responseCode' in error)) return true
  return error.responseCode === 421 && 'command' in error && error.command === 'MAIL FROM'
}
