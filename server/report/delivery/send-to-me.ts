import type { Context } from '../../context.ts'
import type { Person } from '../../store/people.ts'
import { recordDelivery } from '../../store/report-deliveries.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { mailFor } from './mail-for.ts'
import { messageIdOf } from './message-id.ts'
import { toMeAt } from './occasion-name.ts'
import { transmit } from './transmit.ts'

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
  const made = await mailFor(ctx, schedule, { address, personId, name, language, brandIds: null }, { now })
  if (made === null) return null
  const named = { scheduleId: schedule.id, address, occasion: toMeAt(now, ctx.random.token(6)) }
  const messageId = messageIdOf(ctx.config.publicUrl, named)
  const { from: periodFrom, to: periodTo } = made.period
  const claim = { ...named, personId, periodFrom, periodTo, messageId, now }
  const mail = { ...made.mail, language, unsubscribe: null }
  const { outcome, message, bytes } = await transmit(ctx, { address, messageId, attempts: 1 }, mail)
  if (outcome !== 'sent') ctx.logger.warn({ outcome, message }, 'mail to oneself not sent')
  recordDelivery(ctx.db, claim, { outcome, message, bytes })
  return { outcome, message }
}
