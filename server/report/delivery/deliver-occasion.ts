import type { Context } from '../../context.ts'
import { once } from '../../comparison/once.ts'
import { primaryKeys } from '../../metrics/catalog.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { Delivery } from '../../store/report-deliveries.ts'
import { readOccasionDeliveries, skipDelivery } from '../../store/report-deliveries.ts'
import { openOccasion, readToldBefore } from '../../store/report-occasions.ts'
import type { Recipient } from '../../store/report-recipients.ts'
import { readRecipients } from '../../store/report-recipients.ts'
import { toldOf } from '../../comparison/changes-since.ts'
import { renderReport } from '../render-report.ts'
import type { ReportChoice } from './choose-report.ts'
import { chooseReport } from './choose-report.ts'
import type { Due } from './due.ts'
import { messageIdOf } from './message-id.ts'
import { scopeOfRecipient } from './scope-of-recipient.ts'
import { sendClaimed } from './send-claimed.ts'
import type { DeliverySummary } from './summary.ts'
import { tellOwner } from './tell-owner.ts'
import type { Trouble } from './trouble.ts'
import { unsubscribeAddress } from './unsubscribe-link.ts'

/** Sends an occasion's mail to everybody who has not had it, one after another, and tells the owner of trouble. */
export async function deliverOccasion(ctx: Context, due: Due, summary: DeliverySummary): Promise<void> {
  const { schedule, occasion, now } = due
  const sentBefore = summary.sent
  const before = readOccasionDeliveries(ctx.db, schedule.id, occasion.day)
  const troubles: Trouble[] = due.abandoned.map(({ address }) => ({ kind: 'unknown', address }))
  const choose = choicesOf(ctx, due)
  const rememberTold = once(() => remember(ctx, due))
  for (const recipient of readRecipients(ctx.db, schedule.id)) {
    if (due.signal?.aborted) return
    if (isSettled(before.get(recipient.address), now)) {
      summary.skipped += 1
      continue
    }
    try {
      troubles.push(
        ...(await deliverTo(ctx, due, { recipient, choice: choose(recipient), rememberTold, summary })),
      )
    } catch (error) {
      // A bug or a full disk at one recipient: recorded, and the next one gets their mail.
      const message = error instanceof Error ? error.message : String(error)
      summary.failed += 1
      summary.notes.push(`${schedule.name}, ${recipient.address}: ${message}`)
      ctx.logger.error({ schedule: schedule.id, error }, 'report not sent')
    }
  }
  await tellOwner(ctx, due, { troubles, wentWell: summary.sent > sentBefore }, summary)
}

/** Nothing to do for them in this run. */
function isSettled(delivery: Delivery | undefined, now: number): boolean {
  if (delivery === undefined) return false
  return delivery.outcome !== 'failed' || delivery.nextTryAt === null || delivery.nextTryAt > now
}

/** The report for each recipient; those who see the same in one language share one. */
function choicesOf(ctx: Context, due: Due): (recipient: Recipient) => ReportChoice {
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
        toldBefore: told?.[scope.grid] ?? null,
        scope,
        language,
        now,
      })
    made.set(key, choice)
    return choice
  }
}

async function deliverTo(
  ctx: Context,
  { schedule, occasion, now }: Due,
  {
    recipient,
    choice,
    rememberTold,
    summary,
  }: { recipient: Recipient; choice: ReportChoice; rememberTold: () => void; summary: DeliverySummary },
): Promise<Trouble[]> {
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
    if (choice.because !== '') summary.notes.push(`${schedule.name}, ${address}: ${choice.because}`)
    return []
  }
  if (choice.kind === 'skip') {
    skipDelivery(ctx.db, claim, choice.reason)
    summary.skipped += 1
    summary.notes.push(`${schedule.name}, ${address}: ${skipWords[choice.reason]}`)
    return choice.reason === 'too_late' ? [{ kind: 'too_late', period: occasion.period, told: null }] : []
  }
  const { report } = choice
  const { publicUrl } = ctx.config
  const { language } = recipient
  const unsubscribe = unsubscribeAddress(ctx.config, { scheduleId: schedule.id, address, language, now })
  const mail = renderReport(report, { publicUrl, readerName: recipient.name, unsubscribe })
  rememberTold()
  const end = await sendClaimed(ctx, claim, { ...mail, language, unsubscribe })
  if (end === null) {
    summary.skipped += 1
    return []
  }
  summary[end.outcome] += 1
  if (end.outcome !== 'sent') summary.notes.push(`${schedule.name}, ${address}: ${end.message}`)
  const late: Trouble[] =
    report.latePeriod === null ? [] : [{ kind: 'too_late', period: report.latePeriod, told: report.period }]
  return [...late, ...end.troubles]
}

const skipWords = {
  nothing_new: 'not sent, nothing is new',
  too_late: 'not sent, the data of the week did not come by the deadline',
}

/** All brands, whoever reads: the next mail of this schedule compares each reader's part. */
function remember({ db, config }: Context, { schedule, occasion, now }: Due): void {
  const told = (kind: GridKind) => toldOf(readGrid(db, { brandIds: 'all', metrics: primaryKeys }, kind).cells)
  openOccasion(db, {
    scheduleId: schedule.id,
    day: occasion.day,
    told: { shared: told('shared'), own_weeks: config.isScopeStrict ? told('own_weeks') : null },
    now,
  })
}
