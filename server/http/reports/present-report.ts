import type { Context } from '../../context.ts'
import type { DeliverySummary, MailGroupSummary, ReportDraft, ReportSummary } from '../../contract-report.ts'
import { nextOccasions } from '../../periods/cadence.ts'
import { kindOf } from '../../report/delivery/occasion-name.ts'
import { workingDaysOf } from '../../report/delivery/working-day.ts'
import type { MailGroup } from '../../store/mail-groups.ts'
import { readPerson } from '../../store/people.ts'
import type { Delivery } from '../../store/read-deliveries.ts'
import { readLastTally } from '../../store/read-deliveries.ts'
import type { NamedRecipients, PlainRecipient } from '../../store/named-recipients.ts'
import { readNamedRecipients, readRecipients, readStoppedAddresses } from '../../store/report-recipients.ts'
import type { ReportSchedule, ScheduleChoices } from '../../store/report-schedules.ts'

export const RUNS_SHOWN = 3

/** A schedule as a person sees it: of brands that were hidden from them since, nothing is told. */
export function presentReport(
  { db, clock }: Context,
  schedule: ReportSchedule,
  visible: readonly number[],
): ReportSummary {
  const { id, timing, pausedAt, pausedBecause } = schedule
  const owner = readPerson(db, schedule.ownerId)
  const { personIds, groupIds, addresses } = readNamedRecipients(db, id)
  const runs = nextOccasions(clock.now(), timing, {
    count: RUNS_SHOWN,
    isWorkingDay: workingDaysOf(timing.zone),
  })
  return {
    id,
    name: schedule.name,
    owner: { id: schedule.ownerId, name: owner?.name ?? '', email: owner?.email ?? '' },
    zone: timing.zone,
    rhythm: timing.cadence,
    time: clockOf(timing.minuteOfDay),
    lastDay: timing.lastDay,
    deadlineHours: schedule.deadlineHours,
    atDeadline: schedule.atDeadline,
    skipsUnchanged: schedule.skipsUnchanged,
    brands: cut(schedule.brandIds, visible),
    metrics: listOf(schedule.metrics),
    filters: schedule.filters,
    attachments: [...schedule.attachments],
    recipients: {
      people: [...personIds],
      groups: [...groupIds],
      addresses: addresses.map((one) => presentAddress(one, visible)),
    },
    nextRuns: pausedAt === null ? runs.map(({ at }) => new Date(at).toISOString()) : [],
    reaches: readRecipients(db, id).length,
    stopped: readStoppedAddresses(db, id).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    paused:
      pausedAt === null ? null : { at: new Date(pausedAt).toISOString(), because: pausedBecause ?? 'person' },
    last: readLastTally(db, id),
  }
}

/** What a draft sets, in the form it is stored. */
export function choicesOf(draft: ReportDraft): ScheduleChoices {
  const [hours, minutes] = draft.time.split(':').map(Number)
  return {
    name: draft.name,
    timing: {
      zone: draft.zone,
      cadence: draft.rhythm,
      minuteOfDay: hours * 60 + minutes,
      lastDay: draft.lastDay,
    },
    deadlineHours: draft.deadlineHours,
    atDeadline: draft.atDeadline,
    skipsUnchanged: draft.skipsUnchanged,
    brandIds: draft.brands,
    metrics: draft.metrics,
    filters: draft.filters,
    attachments: draft.attachments,
  }
}

export function namedOf({ people, groups, addresses }: ReportDraft['recipients']): NamedRecipients {
  return { personIds: people, groupIds: groups, addresses: addresses.map(plainOf) }
}

export function plainOf({
  address,
  name,
  language,
  brands,
}: MailGroupSummary['addresses'][number]): PlainRecipient {
  return { address, name, language, brandIds: brands }
}

export function presentGroup(
  { id, name, personIds, addresses }: MailGroup,
  visible: readonly number[],
): MailGroupSummary {
  return { id, name, people: [...personIds], addresses: addresses.map((one) => presentAddress(one, visible)) }
}

export function presentDelivery(delivery: Delivery): DeliverySummary {
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const kind = kindOf(delivery.occasion)
  return {
    id: delivery.id,
    address: delivery.address,
    occasion: kind === 'report' ? delivery.occasion : null,
    kind,
    week: { from: delivery.periodFrom, to: delivery.periodTo },
    claimedAt: new Date(delivery.claimedAt).toISOString(),
    settledAt: instant(delivery.settledAt),
    outcome: delivery.outcome,
    message: delivery.message,
    attempts: delivery.attempts,
    nextTryAt: instant(delivery.nextTryAt),
    isAskedAgain: delivery.againAskedAt !== null,
    bytes: delivery.bytes,
  }
}

function presentAddress({ address, name, language, brandIds }: PlainRecipient, visible: readonly number[]) {
  return { address, name, language, brands: cut(brandIds, visible) }
}

function cut(brandIds: readonly number[] | null, visible: readonly number[]): number[] | null {
  return brandIds && brandIds.filter((id) => visible.includes(id))
}

function listOf<Item>(items: readonly Item[] | null): Item[] | null {
  return items && [...items]
}

function clockOf(minuteOfDay: number): string {
  const [hours, minutes] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
