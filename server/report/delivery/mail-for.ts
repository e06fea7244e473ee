import { Buffer } from 'node:buffer'
import type { Context } from '../../context.ts'
import { isLoopback } from '../../platform/config.ts'
import type { Day, Period } from '../../periods/day.ts'
import { readPerson, visibleBrandIds } from '../../store/people.ts'
import { readToldBefore } from '../../store/report-occasions.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import type { AskedMail, MailQuestion } from '../make-mail.ts'
import type { RenderedReport } from '../render-report.ts'
import { lastCompleteWeek } from '../report-week.ts'
import { metricsOf } from './choose-report.ts'
import { toldOfSame } from './narrowing.ts'
import { scopeOfRecipient } from './scope-of-recipient.ts'
import { unsubscribeAddress } from './unsubscribe-link.ts'

const LATER_THAN_ANY: Day = '9999-12-31'

export type MailNow = { mail: RenderedReport; period: Period; unsubscribe: string }

/**
 * The mail a recipient of a schedule would get now, or of a week, whether it is due or not: for a look at it, for sending
 * it to oneself, and for sending one again. Made away from the event loop where the context has a thread for it. Null where
 * they see none of its brands, or no verdict was computed yet.
 * @param before the occasion whose mail it is: what is new is new since the one before; after all there were unless told
 * @param left told when nobody waits for it any more
 * @throws UnansweredError when too many questions wait or this one takes too long
 */
export async function mailFor(
  ctx: Context,
  schedule: ReportSchedule,
  recipient: Recipient,
  {
    now,
    period = lastCompleteWeek(now, schedule.timing.zone),
    before = LATER_THAN_ANY,
    left,
  }: { now: number; period?: Period; before?: Day; left?: AbortSignal },
): Promise<MailNow | null> {
  const owner = readPerson(ctx.db, schedule.ownerId)
  if (owner === null || owner.disabledAt !== null) return null
  const ownerBrandIds = visibleBrandIds(ctx.db, owner)
  const scope = scopeOfRecipient(ctx, recipient, { schedule, owner, ownerBrandIds })
  if (scope.brandIds.length === 0) return null
  const { language, address } = recipient
  const { publicUrl, zendesk } = ctx.config
  const told = toldOfSame(readToldBefore(ctx.db, schedule.id, before), schedule, scope.grid)
  const unsubscribe = unsubscribeAddress(ctx.config, { scheduleId: schedule.id, address, language, now })
  const mail = await make(
    ctx,
    {
      reader: {
        ...scope,
        language,
        zone: schedule.timing.zone,
        now,
        period,
        metrics: metricsOf(schedule),
        toldBefore: told,
        isSimulated: isLoopback(new URL(zendesk.baseUrl)),
      },
      filter: schedule.filters,
      family: ownerBrandIds.filter((id) => schedule.brandIds?.includes(id) ?? true),
      attachments: schedule.attachments,
      frame: { publicUrl, readerName: recipient.name, unsubscribe },
    },
    left,
  )
  return mail && { mail, period, unsubscribe }
}

async function make(
  { db, questions }: Context,
  question: MailQuestion,
  left: AbortSignal | undefined,
): Promise<RenderedReport | null> {
  if (questions === null) {
    // What draws is large, and a process that has a thread for it does without.
    const { makeMail, reportFor } = await import('../make-mail.ts')
    const report = reportFor(db, question)
    return report && makeMail(report, question)
  }
  const asked: AskedMail = { name: 'mail', question }
  // Made by the same function, in a thread.
  const mail = (await questions.ask(asked, left)) as RenderedReport | null
  // On its way between threads a buffer becomes plain bytes.
  return (
    mail && {
      ...mail,
      attachments: mail.attachments.map((file) => ({ ...file, content: Buffer.from(file.content) })),
    }
  )
}
