import type { Context } from '../../context.ts'
import { setTroubleSince } from '../../store/report-schedules.ts'
import { renderNotice } from '../render-notice.ts'
import type { Due } from './due.ts'
import { messageIdOf } from './message-id.ts'
import { noticeOf } from './occasion-name.ts'
import { sendClaimed } from './send-claimed.ts'
import type { DeliverySummary } from './summary.ts'
import type { Trouble } from './trouble.ts'

/**
 * Tells the owner of trouble, once per streak: the next time something is told only after an occasion that went well.
 * A notice that cannot be sent is tried again with the next trouble of the occasion.
 */
export async function tellOwner(
  ctx: Context,
  { schedule, occasion, owner, now }: Due,
  { troubles, wentWell }: { troubles: readonly Trouble[]; wentWell: boolean },
  summary: DeliverySummary,
): Promise<void> {
  const { db } = ctx
  if (troubles.length === 0) {
    const isLater = schedule.troubleSince !== null && schedule.troubleSince < occasion.day
    if (wentWell && isLater) setTroubleSince(db, schedule.id, null)
    return
  }
  if (schedule.troubleSince !== null) return
  const notice = renderNotice(
    { schedule: schedule.name, troubles: withoutRepeats(troubles) },
    { language: owner.language, publicUrl: ctx.config.publicUrl },
  )
  const named = { scheduleId: schedule.id, address: owner.email, occasion: noticeOf(occasion.day) }
  const { from, to } = occasion.period
  const messageId = messageIdOf(ctx.config.publicUrl, named)
  const claim = { ...named, personId: owner.id, periodFrom: from, periodTo: to, messageId, now }
  const end = await sendClaimed(ctx, claim, { ...notice, language: owner.language, unsubscribe: null })
  if (end === null || end.outcome === 'failed') return
  setTroubleSince(db, schedule.id, occasion.day)
  summary.notes.push(`"${schedule.name}": its owner was told`)
}

function withoutRepeats(troubles: readonly Trouble[]): Trouble[] {
  return [...new Map(troubles.map((trouble) => [JSON.stringify(trouble), trouble])).values()]
}
