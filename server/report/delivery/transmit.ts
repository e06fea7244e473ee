import type { Context } from '../../context.ts'
import type { Language } from '../../contract.ts'
import type { Mail } from '../../platform/mailer.ts'
import { MailRefusedError, MailServerError, UnansweredMailError } from '../../platform/mailer.ts'
import { nextTryAt } from './next-try.ts'

export type ClaimedMail = Pick<Mail, 'subject' | 'text' | 'html' | 'attachments'> & {
  language: Language
  /** Where one click ends these mails (RFC 8058); null for a notice, which nobody subscribes to. */
  unsubscribe: string | null
}

/** How handing a mail to the server ended. */
export type Transmitted = {
  outcome: 'sent' | 'failed' | 'unknown'
  message: string
  bytes: number | null
  /** Of a failed one; null = not tried again by itself. */
  nextTryAt: number | null
  /** There is no such address. */
  isAddressRefused: boolean
  /** Whatever mail came next, the server would not take it now. */
  isServerTrouble: boolean
}

/**
 * Hands a mail that was claimed to the server. Never throws for what the server does; what is written down of it is the
 * caller's.
 * @param attempts this one included
 */
export async function transmit(
  ctx: Context,
  { address, messageId, attempts }: { address: string; messageId: string; attempts: number },
  { language, unsubscribe, ...mail }: ClaimedMail,
): Promise<Transmitted> {
  const usual = { bytes: null, nextTryAt: null, isAddressRefused: false, isServerTrouble: false }
  try {
    const { response, bytes } = await ctx.mailer.send({
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments,
      to: address,
      messageId,
      date: new Date(ctx.clock.now()),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
        ...(unsubscribe === null ? {} : oneClick(unsubscribe)),
      },
    })
    return { ...usual, outcome: 'sent', message: response, bytes }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof UnansweredMailError) return { ...usual, outcome: 'unknown', message }
    return {
      ...usual,
      outcome: 'failed',
      message,
      nextTryAt: nextTryAt(error, attempts, ctx.clock.now()),
      isAddressRefused: error instanceof MailRefusedError && error.refused === 'address',
      isServerTrouble: error instanceof MailServerError,
    }
  }
}

/**
 * Waits until the server may be given another mail; false when the work is to stop. Before a mail is claimed: what waits
 * is not yet on its way.
 */
export async function waitForTurn(ctx: Context, signal?: AbortSignal): Promise<boolean> {
  try {
    await ctx.mailer.turn?.(signal)
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  return !signal?.aborted
}

function oneClick(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
