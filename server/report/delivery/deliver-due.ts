import type { Context } from '../../context.ts'
import type { Database } from '../../store/database.ts'
import type { Person } from '../../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import { settleAbandonedDeliveries } from '../../store/report-deliveries.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { hasSchedule, pauseSchedule, readActiveSchedules } from '../../store/report-schedules.ts'
import { deliverOccasion } from './deliver-occasion.ts'
import type { Due } from './due.ts'
import { dueOccasion } from './due-occasion.ts'
import { restsUntil, startMailRun } from './mail-run.ts'
import { sendAskedAgain } from './send-again.ts'
import type { DeliverySummary } from './summary.ts'
import { addNote, emptySummary } from './summary.ts'
import { workingDaysOf } from './working-day.ts'

type Asked = Pick<Due, 'now' | 'abandoned' | 'run' | 'signal'> & { isForced: boolean }

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
    addNote(summary, `mails of an interrupted run that may have been sent: ${abandoned.length}`)
  const restEnd = restsUntil(ctx.db) ?? 0
  const run = startMailRun(ctx, signal)
  // What a person asked for is tried whatever became of the mails before.
  await sendAskedAgain(ctx, { now, run, signal }, summary)
  if (!hasSchedule(ctx.db))
    addNote(summary, 'no weekly mail is set up: npm run admin -- create-user … --weekly-mail')
  if (restEnd > now) {
    const until = new Date(restEnd).toISOString()
    addNote(summary, `the mail server took mails and gave no answer; it is left alone until ${until}`)
  } else await deliverSchedules(ctx, { now, isForced, abandoned, run, signal }, summary)
  if (run.ending() === 'server') addNote(summary, 'what is left waits for the mail server')
  if (run.ending() === 'time') addNote(summary, 'what is left goes out with the next run')
  ctx.mailer.rest?.()
  return summary
}

/** What is due of every schedule, and of every other one where one of them cannot be worked out. */
async function deliverSchedules(ctx: Context, asked: Asked, summary: DeliverySummary): Promise<void> {
  for (const schedule of readActiveSchedules(ctx.db)) {
    if (asked.run.ending() !== null) return
    try {
      await deliverSchedule(ctx, schedule, asked, summary)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      summary.failed += 1
      addNote(summary, `"${schedule.name}" cannot be sent: ${message}; open the report and save it again`)
      ctx.logger.error({ schedule: schedule.id, error }, 'reports not sent')
    }
  }
}

async function deliverSchedule(
  ctx: Context,
  schedule: ReportSchedule,
  { isForced, abandoned, ...rest }: Asked,
  summary: DeliverySummary,
): Promise<void> {
  const { now } = rest
  const isWorkingDay = workingDaysOf(schedule.timing.zone)
  const occasion = dueOccasion(now, schedule, { isWorkingDay, isForced })
  if (occasion === null) return
  const owner = readPerson(ctx.db, schedule.ownerId)
  if (owner === null || hasLostScope(ctx.db, owner)) {
    pauseSchedule(ctx.db, schedule.id, { at: now, because: 'owner_scope' })
    addNote(summary, `"${schedule.name}" is paused: its owner sees no brand any more`)
    return
  }
  const ownerBrandIds = visibleBrandIds(ctx.db, owner)
  if (ownerBrandIds.length === 0) {
    addNote(summary, `"${schedule.name}" waits: no brand is known yet`)
    return
  }
  const ofSchedule = abandoned.filter(({ scheduleId }) => scheduleId === schedule.id)
  await deliverOccasion(
    ctx,
    { ...rest, schedule, occasion, owner, ownerBrandIds, abandoned: ofSchedule },
    summary,
  )
}

/** Somebody who may see all brands loses nothing by there being none yet. */
function hasLostScope(db: Database, owner: Person): boolean {
  return owner.disabledAt !== null || (!seesAllBrands(owner) && visibleBrandIds(db, owner).length === 0)
}
