import type { Context } from '../../context.ts'
import type { Period } from '../../periods/day.ts'
import { lastCompleteWeek } from '../report-week.ts'
import { readPerson, visibleBrandIds } from '../../store/people.ts'
import type { Recipient } from '../../store/report-recipients.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { buildReport } from '../build-report.ts'
import type { RenderedReport } from '../render-report.ts'
import { renderReport } from '../render-report.ts'
import { metricsOf } from './choose-report.ts'
import { scopeOfRecipient } from './scope-of-recipient.ts'
import { unsubscribeAddress } from './unsubscribe-link.ts'

export type MailNow = { mail: RenderedReport; period: Period; unsubscribe: string }

/**
 * The mail a recipient of a schedule would get now, or of a week, whether it is due or not: for a look at it, for sending
 * it to oneself, and for sending one again. Null where they see none of its brands, or no verdict was computed yet.
 */
export function mailFor(
  ctx: Context,
  schedule: ReportSchedule,
  recipient: Recipient,
  { now, period = lastCompleteWeek(now, schedule.timing.zone) }: { now: number; period?: Period },
): MailNow | null {
  const owner = readPerson(ctx.db, schedule.ownerId)
  if (owner === null || owner.disabledAt !== null) return null
  const ownerBrandIds = visibleBrandIds(ctx.db, owner)
  const scope = scopeOfRecipient(ctx, recipient, { schedule, owner, ownerBrandIds })
  if (scope.brandIds.length === 0) return null
  const { language, address } = recipient
  const { zone } = schedule.timing
  const report = buildReport(ctx.db, { ...scope, language, zone, now, period, metrics: metricsOf(schedule) })
  if (report === null) return null
  const unsubscribe = unsubscribeAddress(ctx.config, { scheduleId: schedule.id, address, language, now })
  const mail = renderReport(report, {
    publicUrl: ctx.config.publicUrl,
    readerName: recipient.name,
    unsubscribe,
  })
  return { mail, period, unsubscribe }
}
