import { mostWeeks } from '../../server/comparison/windows.ts'
import { streamsOfKind } from '../../server/metrics/reconciliation.ts'
import type { Day, Period } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { brandSettingsOf } from '../../server/settings/default-settings.ts'
import type { BrandRow, CutoverRow } from '../../server/store/brands.ts'
import { readBrands, readCutovers } from '../../server/store/brands.ts'
import { readHistoryProgress } from '../../server/store/checkpoints.ts'
import type { StoredCount } from '../../server/store/reconciliation-counts.ts'
import { countStoredTickets } from '../../server/store/reconciliation-counts.ts'
import type { CheckedSlice, Slice } from '../../server/store/reconciliation.ts'
import { readChecks } from '../../server/store/reconciliation.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import { compareDay, compareWeek } from './compare-tickets.ts'
import type { DueSlice } from './due-slices.ts'
import { dueSlices } from './due-slices.ts'
import type { ReconcileQuestion } from './reconcile-account.ts'
import { overlapOf, settledDays } from './settled-days.ts'
import { keepCheck } from './slice-check.ts'

/** Zendesk made no tickets of conversations a bot held alone before it began to try that out. */
const FIRST_AI_AGENT_TICKETS: Day = '2025-01-01'
/** The longest windows a verdict uses, four weeks more for weeks that are left out. */
const VERDICT_WEEKS = mostWeeks + 8
const scopes = ['agent', 'ai_agent'] as const

/** One brand's tickets of one channel and scope, with what is due of them. */
type Series = {
  slice: Pick<Slice, 'brandId' | 'channel' | 'scope'>
  zone: string
  storedOn: (day: Day) => StoredCount
  due: DueSlice[]
}

/**
 * Messaging tickets per brand, brand-local day, channel and scope, the most urgent days of all brands first. A week
 * whose total differs is looked at day by day.
 */
export async function reconcileTickets(question: ReconcileQuestion, first: Day): Promise<void> {
  const { sync, allowance, progress } = question
  const due = readSeries(question, first)
    .flatMap((series) => series.due.map((slice) => ({ ...slice, series })))
    .sort((one, other) => one.urgency - other.urgency || (one.day < other.day ? 1 : -1))
  for (const { series, day, days } of due) {
    sync.signal.throwIfAborted()
    if (allowance.isSpent()) return
    if (days === 7 && (await isWeekEqual(question, series, day))) continue
    for (let i = 0; i < days; i++) {
      sync.signal.throwIfAborted()
      if (i > 0 && allowance.isSpent()) return
      const ticket = ticketsOf(series, addDays(day, i), 1)
      keepCheck(sync, progress, ticket.slice, await compareDay(sync, allowance.client, ticket))
    }
  }
}

async function isWeekEqual(
  { sync, allowance, progress }: ReconcileQuestion,
  series: Series,
  monday: Day,
): Promise<boolean> {
  const week = ticketsOf(series, monday, 7)
  const tally = await compareWeek(allowance.client, week)
  if (tally !== null) keepCheck(sync, progress, week.slice, tally)
  return tally !== null
}

function ticketsOf({ slice, zone, storedOn }: Series, day: Day, days: 1 | 7) {
  const stored = { present: 0, deleted: 0 }
  for (let i = 0; i < days; i++) {
    const { present, deleted } = storedOn(addDays(day, i))
    stored.present += present
    stored.deleted += deleted
  }
  return { slice: { kind: 'tickets', ...slice, day, days } as const, zone, stored }
}

function readSeries(question: ReconcileQuestion, first: Day): Series[] {
  const { db } = question.sync
  const settings = readAccountSettings(db)
  const cutovers = readCutovers(db)
  const history = readHistoryProgress(db)
  const checks = bySeries(readChecks(db, 'tickets'))
  return readBrands(db).flatMap((brand) => {
    const { zone } = brandSettingsOf(settings, brand.id)
    const all = settledDays(history, streamsOfKind.tickets, zone)
    const settled = all && overlapOf(all, { from: firstDayOf(brand, zone, first), to: all.to })
    if (settled === null) return []
    const stored = storedCounts(question, brand.id, settled)
    return settings.messagingChannels.flatMap((channel) =>
      scopes.flatMap((scope) => {
        const slice = { brandId: brand.id, channel, scope }
        const since = scope === 'agent' ? settled.from : FIRST_AI_AGENT_TICKETS
        const span = overlapOf(settled, { from: since, to: settled.to })
        if (span === null) return []
        const storedOn = (day: Day) => stored.get(`${day} ${channel} ${scope}`) ?? none
        return [
          {
            slice,
            zone,
            storedOn,
            due: dueOf(question, span, {
              zone,
              storedOn,
              cutover: cutovers.get(brand.id) ?? null,
              checks: checks.get(keyOf(slice)) ?? new Map<Day, CheckedSlice>(),
            }),
          },
        ]
      }),
    )
  })
}

const none: StoredCount = { present: 0, deleted: 0 }

function dueOf(
  { sync, asked }: ReconcileQuestion,
  settled: Period,
  of: {
    zone: string
    storedOn: Series['storedOn']
    cutover: CutoverRow | null
    checks: ReadonlyMap<Day, CheckedSlice>
  },
): DueSlice[] {
  const now = sync.clock.now()
  return dueSlices({
    settled,
    today: dayOf(now, of.zone),
    now,
    oursOn: (day) => of.storedOn(day).present + of.storedOn(day).deleted,
    checks: of.checks,
    verdictDays: of.cutover ? verdictDaysOf(of.cutover, settled.to) : [],
    asked,
    mayCheckWeeks: true,
  })
}

/** The days before and after the move that a verdict may rest on. */
function verdictDaysOf({ went_live_on, ramp_end }: CutoverRow, to: Day): Period[] {
  const after = ramp_end ?? went_live_on
  const latest = addDays(to, -VERDICT_WEEKS * 7)
  return [
    { from: addDays(went_live_on, -VERDICT_WEEKS * 7), to: went_live_on },
    { from: after > latest ? after : latest, to },
  ]
}

function storedCounts(
  { sync }: ReconcileQuestion,
  brandId: number,
  { from, to }: Period,
): Map<string, StoredCount> {
  return new Map(
    countStoredTickets(sync.db, brandId, from, to).map(({ day, channel, scope, present, deleted }) => [
      `${day} ${channel} ${scope}`,
      { present, deleted },
    ]),
  )
}

/** A brand's own first day, where Zendesk says so. */
function firstDayOf({ created_at }: BrandRow, zone: string, first: Day): Day {
  return created_at === 0 ? first : dayOf(created_at, zone)
}

function bySeries(checks: readonly CheckedSlice[]): Map<string, Map<Day, CheckedSlice>> {
  const found = new Map<string, Map<Day, CheckedSlice>>()
  for (const check of checks) {
    const series = found.get(keyOf(check)) ?? new Map<Day, CheckedSlice>()
    series.set(check.day, check)
    found.set(keyOf(check), series)
  }
  return found
}

function keyOf({ brandId, channel, scope }: Pick<Slice, 'brandId' | 'channel' | 'scope'>): string {
  return `${brandId} ${channel} ${scope}`
}
