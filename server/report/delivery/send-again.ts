import type { Context } from '../../context.ts'
import type { Delivery } from '../../store/read-deliveries.ts'
import { claimAgain, forgetAskedAgain, readAskedAgain } from '../../store/report-deliveries.ts'
import { readRecipients } from '../../store/report-recipients.ts'
import { readSchedule } from '../../store/report-schedules.ts'
import { mailFor } from './mail-for.ts'
import type { MailRun } from './mail-run.ts'
import { kindOf } from './occasion-name.ts'
import { sendAs } from './send-claimed.ts'
import type { DeliverySummary } from './summary.ts'
import { addNote } from './summary.ts'
import { waitForTurn } from './transmit.ts'

/** Sends again what people asked for: the same week as then, with the figures of now. */
export async function sendAskedAgain(
  ctx: Context,
  { now, run, signal }: { now: number; run: MailRun; signal?: AbortSignal | undefined },
  summary: DeliverySummary,
): Promise<void> {
  for (const delivery of readAskedAgain(ctx.db)) {
    if (run.ending() !== null) return
    await sendOneAgain(ctx, delivery, { now, run, signal }, summary)
  }
}

async function sendOneAgain(
  ctx: Context,
  { id, scheduleId, address, occasion, periodFrom, periodTo }: Delivery,
  { now, run, signal }: { now: number; run: MailRun; signal?: AbortSignal | undefined },
  summary: DeliverySummary,
): Promise<void> {
  const schedule = readSchedule(ctx.db, scheduleId)
  const recipient = readRecipients(ctx.db, scheduleId).find((one) => one.address === address)
  const made =
    schedule && recipient && kindOf(occasion) === 'report'
      ? await mailFor(ctx, schedule, recipient, {
          now,
          period: { from: periodFrom, to: periodTo },
          before: occasion,
        })
      : null
  if (made === null || recipient === undefined) {
    forgetAskedAgain(ctx.db, id)
    summary.skipped += 1
    addNote(summary, `${address}: not sent again, the report does not reach this address any more`)
    return
  }
  if (!(await waitForTurn(ctx, signal))) return
  const claim = claimAgain(ctx.db, id, now)
  if (claim === null) return
  const { mail, unsubscribe } = made
  const { language } = recipient
  const end = await sendAs(ctx, { ...claim, address }, { ...mail, language, unsubscribe })
  run.note(end)
  summary[end.outcome] += 1
  if (end.outcome !== 'sent') addNote(summary, `${schedule?.name ?? ''}, ${address}: ${end.message}`)
}
