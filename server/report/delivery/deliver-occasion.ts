import type { Context } from '../../context.ts'
import { once } from '../../comparison/once.ts'
import { primaryKeys } from '../../metrics/catalog.ts'
import { isLoopback } from '../../platform/config.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { Delivery } from '../../store/read-deliveries.ts'
import { readOccasionDelivery } from '../../store/read-deliveries.ts'
import { skipDelivery } from '../../store/report-deliveries.ts'
import { openOccasion, readToldBefore } from '../../store/report-occasions.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import { readRecipients } from '../../store/report-recipients.ts'
import { toldOf } from '../../comparison/changes-since.ts'
import type { ReportChoice } from './choose-report.ts'
import { chooseReport } from './choose-report.ts'
import type { Due } from './due.ts'
import { messageIdOf } from './message-id.ts'
import { filterName, narrowingOf, toldOfSame } from './narrowing.ts'
import { scopeOfRecipient } from './scope-of-recipient.ts'
import { sendClaimed } from './send-claimed.ts'
import { sharedMails } from './shared-mails.ts'
import type { DeliverySummary } from './summary.ts'
import { addNote } from './summary.ts'
import { tellOwner } from './tell-owner.ts'
import { unsubscribeAddress } from './unsubscribe-link.ts'

/** Reports that are kept for those who are told the same. */
const MOST_KEPT = 16

type Narrow = ReturnType<typeof narrowingOf>

/** Sends an occasion's mail to everybody who has not had it, one after another, and tells the owner of trouble. */
export async function deliverOccasion(ctx: Context, due: Due, summary: DeliverySummary): Promise<void> {
  const { schedule, occasion, now } = due
  const sentBefore = summary.sent
  const narrow = narrowingOf(ctx.db, schedule, due)
  const choose = choicesOf(ctx, due, narrow)
  const writerOf = sharedMails(ctx, schedule, now)
  const rememberTold = once(() => remember(ctx, due, narrow))
  for (const recipient of readRecipients(ctx.db, schedule.id)) {
    if (due.run.ending() !== null) return
    const { address } = recipient
    const named = { scheduleId: schedule.id, address, occasion: occasion.day }
    if (isSettled(readOccasionDelivery(ctx.db, named), now)) {
      summary.skipped += 1
      continue
    }
    try {
      await deliverTo(ctx, due, { recipient, choice: choose(recipient), writerOf, rememberTold, summary })
    } catch (error) {
      // A bug or a full disk at one recipient: recorded, and the next one gets their mail.
      const message = error instanceof Error ? error.message : String(error)
      summary.failed += 1
      addNote(summary, `${schedule.name}, ${address}: ${message}`)
      ctx.logger.error({ schedule: schedule.id, error }, 'report not sent')
    }
  }
  if (due.run.ending() !== null) return
  await tellOwner(ctx, due, { wentWell: summary.sent > sentBefore }, summary)
}

/** Nothing to do for them in this run. */
function isSettled(delivery: Delivery | null, now: number): boolean {
  if (delivery === null) return false
  return delivery.outcome !== 'failed' || delivery.nextTryAt === null || delivery.nextTryAt > now
}

/** The report for each recipient; those who see the same in one language share one. */
function choicesOf(ctx: Context, due: Due, narrow: Narrow): (recipient: Recipient) => ReportChoice {
  const { schedule, occasion, now } = due
  const told = readToldBefore(ctx.db, schedule.id, occasion.day)
  const made = new Map<string, ReportChoice>()
  return (recipient) => {
    const scope = scopeOfRecipient(ctx, recipient, due)
    if (scope.brandIds.length === 0)
      return { kind: 'wait', because: 'sees none of the brands of this schedule' }
    const { language } = recipient
    const key = JSON.stringify([scope, language])
    const choice =
      made.get(key) ??
      chooseReport(ctx.db, {
        schedule,
        occasion,
        toldBefore: toldOfSame(told, schedule, scope.grid),
        scope,
        language,
        isSimulated: isLoopback(new URL(ctx.config.zendesk.baseUrl)),
        narrow: () => narrow(scope.grid),
        now,
      })
    // Where nearly everybody has brands of their own, what is kept must not grow with their number.
    if (made.size >= MOST_KEPT) made.clear()
    made.set(key, choice)
    return choice
  }
}

async function deliverTo(
  ctx: Context,
  { schedule, occasion, now, run, signal }: Due,
  {
    recipient,
    choice,
    writerOf,
    rememberTold,
    summary,
  }: {
    recipient: Recipient
    choice: ReportChoice
    writerOf: ReturnType<typeof sharedMails>
    rememberTold: () => void
    summary: DeliverySummary
  },
): Promise<void> {
  const { address, personId } = recipient
  const named = { scheduleId: schedule.id, address, occasion: occasion.day }
  const { period } = choice.kind === 'send' ? choice.report : occasion
  const claim = {
    ...named,
    personId,
    periodFrom: period.from,
    periodTo: period.to,
    messageId: messageIdOf(ctx.config.publicUrl, named),
    now,
  }
  if (choice.kind === 'wait') {
    summary.skipped += 1
    if (choice.because !== '') addNote(summary, `${schedule.name}, ${address}: ${choice.because}`)
    return
  }
  if (choice.kind === 'skip') {
    skipDelivery(ctx.db, claim, choice.reason)
    summary.skipped += 1
    addNote(summary, `${schedule.name}, ${address}: ${skipWords[choice.reason]}`)
    return
  }
  const { report } = choice
  const { language } = recipient
  const unsubscribe = unsubscribeAddress(ctx.config, { scheduleId: schedule.id, address, language, now })
  const write = await writerOf(report)
  const mail = write({ readerName: recipient.name, unsubscribe })
  rememberTold()
  const end = await sendClaimed(ctx, claim, { ...mail, language, unsubscribe }, signal)
  if (end === null) {
    summary.skipped += 1
    return
  }
  run.note(end)
  summary[end.outcome] += 1
  if (end.outcome !== 'sent') addNote(summary, `${schedule.name}, ${address}: ${end.message}`)
}

const skipWords = {
  nothing_new: 'not sent, nothing is new',
  too_late: 'not sent, the data of the week did not come by the deadline',
}

/** All brands, whoever reads: the next mail of this schedule compares each reader's part. */
function remember({ db, config }: Context, { schedule, occasion, now }: Due, narrow: Narrow): void {
  const metrics = schedule.metrics ?? primaryKeys
  const filter = filterName(schedule.filters)
  const told = (kind: GridKind) => {
    const narrowed = narrow(kind)?.cells.map(({ cell }) => cell)
    return toldOf(narrowed ?? readGrid(db, { brandIds: 'all', metrics }, kind).cells)
  }
  openOccasion(db, {
    scheduleId: schedule.id,
    day: occasion.day,
    told: {
      shared: told('shared'),
      own_weeks: config.isScopeStrict ? told('own_weeks') : null,
      ...(filter !== undefined && { filter }),
    },
    now,
  })
}
