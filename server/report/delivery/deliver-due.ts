import type { Context } from '../../context.ts'
import type { Database } from '../../store/database.ts'
import type { Person } from '../../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import { settleAbandonedDeliveries } from '../../store/report-deliveries.ts'
import { hasSchedule, pauseSchedule, readActiveSchedules } from '../../store/report-schedules.ts'
import { deliverOccasion } from './deliver-occasion.ts'
import { dueOccasion } from './due-occasion.ts'
import { sendAskedAgain } from './send-again.ts'
import type { DeliverySummary } from './summary.ts'
import { emptySummary } from './summary.ts'
import { workingDaysOf } from './working-day.ts'

/**
 * Sends every mail that is due and was not sent yet; safe to repeat at any time. Each mail is claimed before it is sent
 * and settled after it, so a crash in between never sends twice.
 * @param isForced does not wait for the schedule's day and hour; whoever has the occasion's mail gets no second one
 */
export async function deliverDueReports(
  ctx: Context,
  { now, isForced = false, signal }: { now: number; isForced?: boolean; signal?: AbortSignal | undefined },
): Promise<DeliverySummary> {
  const summary = emptySummary()
  // The jobs process works alone, so a claim that is still open was left by one that died.
  const abandoned = settleAbandonedDeliveries(ctx.db, now)
  summary.unknown += abandoned.length
  if (abandoned.length > 0)
    summary.notes.push(`mails of an interrupted run that may have been sent: ${abandoned.length}`)
  await sendAskedAgain(ctx, { now, signal }, summary)
  if (!hasSchedule(ctx.db))
    summary.notes.push('no weekly mail is set up: npm run admin -- create-user … --weekly-mail')
  for (const schedule of readActiveSchedules(ctx.db)) {
    if (signal?.aborted) break
    const isWorkingDay = workingDaysOf(schedule.timing.zone)
    const occasion = dueOccasion(now, schedule, { isWorkingDay, isForced })
    if (occasion === null) continue
    const owner = readPerson(ctx.db, schedule.ownerId)
    if (owner === null || hasLostScope(ctx.db, owner)) {
      pauseSchedule(ctx.db, schedule.id, { at: now, because: 'owner_scope' })
      summary.notes.push(`"${schedule.name}" is paused: its owner sees no brand any more`)
      continue
    }
    const ownerBrandIds = visibleBrandIds(ctx.db, owner)
    if (ownerBrandIds.length === 0) {
      summary.notes.push(`"${schedule.name}" waits: no brand is known yet`)
      continue
    }
    const ofSchedule = abandoned.filter(({ scheduleId }) => scheduleId === schedule.id)
    const due = { schedule, occasion, owner, ownerBrandIds, abandoned: ofSchedule, now, signal }
    await deliverOccasion(ctx, due, summary)
  }
  return summary
}

/** Somebody who may see all brands loses nothing by there being none yet. */
function hasLostScope(db: Database, owner: Person): boolean {
  return owner.disabledAt !== null || (!seesAllBrands(owner) && visibleBrandIds(db, owner).length === 0)
}
