import { gridFor } from '../comparison/grid-for.ts'
import type { Context } from '../context.ts'
import type { Period } from '../periods/day.ts'
import { UnansweredMailError } from '../platform/mailer.ts'
import type { Person } from '../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../store/people.ts'
import type { Database } from '../store/database.ts'
import type { ScheduleRow } from '../store/reports.ts'
import {
  claimDelivery,
  isDelivered,
  pauseSchedule,
  hasSchedule,
  readActiveSchedules,
  readRecipientIds,
  settleAbandonedDeliveries,
  settleDelivery,
} from '../store/reports.ts'
import { buildReport, saysNothing } from './build-report.ts'
import type { RenderedReport } from './render-report.ts'
import { renderReport } from './render-report.ts'
import { coversPeriod, isDue, lastCompleteWeek } from './report-week.ts'

export type DeliverySummary = {
  sent: number
  failed: number
  /** Recipients who have the mail already, or for whom there is nothing to send yet. */
  skipped: number
  /** Mails that may or may not have gone out; they are not sent again by themselves. */
  unknown: number
  /** Why something was not sent, one line each. */
  notes: string[]
}

type Delivery = { schedule: ScheduleRow; person: Person; period: Period; messageId: string }

/**
 * Sends every weekly mail that is due and was not sent yet; safe to repeat at any time.
 * Each mail is claimed before it is sent and settled after it, so a crash in between never sends twice.
 * `force` does not wait for the schedule's weekday and hour; whoever has the week's mail gets no second one.
 */
export async function deliverDueReports(
  ctx: Context,
  { now, force = false, signal }: { now: number; force?: boolean; signal?: AbortSignal },
): Promise<DeliverySummary> {
  const summary: DeliverySummary = { sent: 0, failed: 0, skipped: 0, unknown: 0, notes: [] }
  // The jobs process works alone, so a claim that is still open was left by one that died.
  summary.unknown += settleAbandonedDeliveries(ctx.db, now)
  if (summary.unknown > 0)
    summary.notes.push(`mails of an interrupted run that may have been sent: ${summary.unknown}`)
  if (!hasSchedule(ctx.db)) {
    summary.notes.push('no weekly mail is set up: npm run admin -- create-user … --weekly-mail')
  }
  for (const schedule of readActiveSchedules(ctx.db)) {
    if (!force && !isDue(now, schedule)) continue
    const owner = readPerson(ctx.db, schedule.owner_id)
    if (owner === null || hasLostScope(ctx.db, owner)) {
      pauseSchedule(ctx.db, schedule.id, now)
      summary.notes.push(`"${schedule.name}" is paused: its owner sees no brand any more`)
      continue
    }
    const ownerBrands = visibleBrandIds(ctx.db, owner)
    if (ownerBrands.length === 0) {
      summary.notes.push(`"${schedule.name}" waits: no brand is known yet`)
      continue
    }
    for (const personId of readRecipientIds(ctx.db, schedule.id)) {
      if (signal?.aborted) return summary
      await deliverToPerson(ctx, { schedule, personId, ownerBrands, now, summary })
    }
  }
  return summary
}

/** Somebody who may see all brands loses nothing by there being none yet. */
function hasLostScope(db: Database, owner: Person): boolean {
  return owner.disabledAt !== null || (!seesAllBrands(owner) && visibleBrandIds(db, owner).length === 0)
}

async function deliverToPerson(
  ctx: Context,
  {
    schedule,
    personId,
    ownerBrands,
    now,
    summary,
  }: {
    schedule: ScheduleRow
    personId: number
    ownerBrands: readonly number[]
    now: number
    summary: DeliverySummary
  },
): Promise<void> {
  const person = readPerson(ctx.db, personId)
  if (person === null) return
  const period = lastCompleteWeek(now, schedule.zone)
  const host = new URL(ctx.config.publicUrl).hostname
  const messageId = `<weekly.${schedule.id}.${person.id}.${period.from}@${host}>`
  const delivery = { schedule, person, period, messageId }
  try {
    const mail = prepareMail(ctx, delivery, ownerBrands, now)
    if ('skip' in mail) {
      summary.skipped += 1
      if (mail.skip !== null) summary.notes.push(`${schedule.name}, ${person.email}: ${mail.skip}`)
      return
    }
    await sendClaimed(ctx, delivery, mail, now, summary)
  } catch (error) {
    // A bug or a full disk at one recipient: recorded, and the next one gets their mail.
    summary.failed += 1
    summary.notes.push(`${schedule.name}, ${person.email}: ${messageOf(error)}`)
    ctx.logger.error({ schedule: schedule.id, person: person.id, error }, 'weekly report not sent')
  }
}

/** The finished mail, or why there is none; nothing is claimed for a mail that is not going to be sent. */
function prepareMail(
  ctx: Context,
  { schedule, person, period }: Delivery,
  ownerBrands: readonly number[],
  now: number,
): RenderedReport | { skip: string | null } {
  if (isDelivered(ctx.db, { scheduleId: schedule.id, personId: person.id, periodFrom: period.from }))
    return { skip: null }
  const brandIds = visibleBrandIds(ctx.db, person).filter((id) => ownerBrands.includes(id))
  if (brandIds.length === 0) return { skip: 'sees none of the brands of this schedule' }
  const report = buildReport(ctx.db, {
    brandIds,
    grid: gridFor(ctx, person),
    language: person.language,
    zone: schedule.zone,
    now,
  })
  if (report === null) return { skip: 'not yet, no verdict has been computed' }
  if (!coversPeriod(report.figuresCompleteTo, period, schedule.zone))
    return { skip: `not yet, the data is complete only to ${report.figuresCompleteTo ?? 'no moment'}` }
  if (saysNothing(report)) return { skip: 'not yet, there is no figure to report' }
  return renderReport(report, { publicUrl: ctx.config.publicUrl, readerName: person.name })
}

async function sendClaimed(
  ctx: Context,
  { schedule, person, period, messageId }: Delivery,
  mail: RenderedReport,
  now: number,
  summary: DeliverySummary,
): Promise<void> {
  const id = claimDelivery(ctx.db, {
    scheduleId: schedule.id,
    personId: person.id,
    periodFrom: period.from,
    periodTo: period.to,
    messageId,
    now,
  })
  if (id === null) {
    summary.skipped += 1
    return
  }
  let end: { outcome: 'sent' | 'failed' | 'unknown'; message: string }
  try {
    const { response } = await ctx.mailer.send({
      ...mail,
      to: person.email,
      messageId,
      date: new Date(now),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': person.language },
    })
    end = { outcome: 'sent', message: response }
  } catch (error) {
    end = { outcome: error instanceof UnansweredMailError ? 'unknown' : 'failed', message: messageOf(error) }
    summary.notes.push(`${schedule.name}, ${person.email}: ${end.message}`)
  }
  settleDelivery(ctx.db, id, { ...end, now: ctx.clock.now() })
  summary[end.outcome] += 1
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
