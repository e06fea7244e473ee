import type { Context } from '../../context.ts'
import { setTroubleSince } from '../../store/report-schedules.ts'
import { renderNotice } from '../render-notice.ts'
import type { Due } from './due.ts'
import { messageIdOf } from './message-id.ts'
import { noticeOf } from './occasion-name.ts'
import { sendClaimed } from './send-claimed.ts'
import type { DeliverySummary } from './summary.ts'
import { addNote } from './summary.ts'
import { troublesOf } from './troubles-of.ts'

/**
 * Tells the owner of trouble, once per streak: the next time something is told only after an occasion that went well.
 * A notice that cannot be sent is tried again while the occasion is open.
 */
export async function tellOwner(
  ctx: Context,
  due: Due,
  { wentWell }: { wentWell: boolean },
  summary: DeliverySummary,
): Promise<void> {
  const { db } = ctx
  const { schedule, occasion, owner, now, run, signal } = due
  const troubles = troublesOf(db, due)
  if (troubles.length === 0) {
    const isLater = schedule.troubleSince !== null && schedule.troubleSince < occasion.day
    if (wentWell && isLater) setTroubleSince(db, schedule.id, null)
    return
  }
  if (schedule.troubleSince !== null) return
  const notice = renderNotice(
    { schedule, troubles },
    { language: owner.language, publicUrl: ctx.config.publicUrl },
  )
  const named = { scheduleId: schedule.id, address: owner.email, occasion: noticeOf(occasion.day) }
  const { from, to } = occasion.period
  const messageId = messageIdOf(ctx.config.publicUrl, named)
  const claim = { ...named, personId: owner.id, periodFrom: from, periodTo: to, messageId, now }
  const mail = { ...notice, language: owner.language, unsubscribe: null }
  const end = await sendClaimed(ctx, claim, mail, signal)
  if (end === null) return
  run.note(end)
  if (end.outcome === 'failed') return
  setTroubleSince(db, schedule.id, occasion.day)
  addNote(summary, `"${schedule.name}": its owner was told`)
}
