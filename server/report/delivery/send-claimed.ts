import type { Context } from '../../context.ts'
import type { Language } from '../../contract.ts'
import { MailRefusedError, UnansweredMailError } from '../../platform/mailer.ts'
import type { Mail } from '../../platform/mailer.ts'
import type { Claim, DeliveryOutcome } from '../../store/report-deliveries.ts'
import { claimDelivery, readDelivery, settleDelivery } from '../../store/report-deliveries.ts'
import { markRefused } from '../../store/report-recipients.ts'
import { nextTryAt } from './next-try.ts'
import type { Trouble } from './trouble.ts'

/** From this try on the owner is told, though it is tried again. */
const TRIES_BEFORE_TELLING = 3

export type ClaimedMail = Pick<Mail, 'subject' | 'text' | 'html' | 'attachments'> & {
  language: Language
  /** Where one click ends these mails (RFC 8058); null for a notice, which nobody subscribes to. */
  unsubscribe: string | null
}

export type SendEnd = { outcome: DeliveryOutcome; message: string; troubles: Trouble[] }

/** Claims a mail, sends it and writes down how it ended; null where there was nothing to take. */
export async function sendClaimed(ctx: Context, claim: Claim, mail: ClaimedMail): Promise<SendEnd | null> {
  const id = claimDelivery(ctx.db, claim)
  return id === null ? null : sendAs(ctx, { id, address: claim.address, messageId: claim.messageId }, mail)
}

/** Sends a mail that was claimed already, and writes down how it ended. */
export async function sendAs(
  ctx: Context,
  { id, address, messageId }: { id: number; address: string; messageId: string },
  { language, unsubscribe, ...mail }: ClaimedMail,
): Promise<SendEnd> {
  try {
    const { response, bytes } = await ctx.mailer.send({
      ...mail,
      to: address,
      messageId,
      date: new Date(ctx.clock.now()),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
        ...(unsubscribe === null ? {} : oneClick(unsubscribe)),
      },
    })
    settleDelivery(ctx.db, id, { outcome: 'sent', message: response, bytes, now: ctx.clock.now() })
    return { outcome: 'sent', message: response, troubles: [] }
  } catch (error) {
    return settleFailure(ctx, { id, address }, error)
  }
}

function settleFailure(
  ctx: Context,
  { id, address }: { id: number; address: string },
  error: unknown,
): SendEnd {
  const now = ctx.clock.now()
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UnansweredMailError) {
    settleDelivery(ctx.db, id, { outcome: 'unknown', message, now })
    return { outcome: 'unknown', message, troubles: [{ kind: 'unknown', address }] }
  }
  const attempts = readDelivery(ctx.db, id)?.attempts ?? 1
  const nextTry = nextTryAt(error, attempts, now)
  settleDelivery(ctx.db, id, { outcome: 'failed', message, now, nextTryAt: nextTry })
  if (error instanceof MailRefusedError && error.refused === 'address') {
    markRefused(ctx.db, { address, message, now })
    return { outcome: 'failed', message, troubles: [{ kind: 'refused_address', address, message }] }
  }
  const isTold = nextTry === null || attempts >= TRIES_BEFORE_TELLING
  const trouble: Trouble = { kind: 'failed', address, message, isOver: nextTry === null }
  return { outcome: 'failed', message, troubles: isTold ? [trouble] : [] }
}

function oneClick(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
