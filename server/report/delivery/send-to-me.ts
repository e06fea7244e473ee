import type { Context } from '../../context.ts'
import { MailRefusedError, UnansweredMailError } from '../../platform/mailer.ts'
import type { Person } from '../../store/people.ts'
import { recordDelivery } from '../../store/report-deliveries.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { mailFor } from './mail-for.ts'
import { messageIdOf } from './message-id.ts'
import { toMeAt } from './occasion-name.ts'

export type SentToMe = { outcome: 'sent' | 'failed' | 'unknown'; message: string }

/**
 * Sends the mail of a schedule to one person now, and to nobody else; tells what the mail server really said. Null where
 * they see none of its brands, or no verdict was computed yet.
 */
export async function sendToMe(
  ctx: Context,
  schedule: ReportSchedule,
  { id: personId, email: address, name, language }: Person,
): Promise<SentToMe | null> {
  const now = ctx.clock.now()
  const made = mailFor(ctx, schedule, { address, personId, name, language, brandIds: null }, { now })
  if (made === null) return null
  const named = { scheduleId: schedule.id, address, occasion: toMeAt(now, ctx.random.token(6)) }
  const messageId = messageIdOf(ctx.config.publicUrl, named)
  const { from: periodFrom, to: periodTo } = made.period
  const claim = { ...named, personId, periodFrom, periodTo, messageId, now }
  try {
    const { response, bytes } = await ctx.mailer.send({
      ...made.mail,
      to: address,
      messageId,
      date: new Date(now),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    })
    recordDelivery(ctx.db, claim, { outcome: 'sent', message: response, bytes })
    return { outcome: 'sent', message: response }
  } catch (error) {
    const outcome = error instanceof UnansweredMailError ? 'unknown' : 'failed'
    const message = error instanceof Error ? error.message : String(error)
    if (!(error instanceof MailRefusedError)) ctx.logger.warn({ error }, 'mail to oneself not sent')
    recordDelivery(ctx.db, claim, { outcome, message, bytes: null })
    return { outcome, message }
  }
}
