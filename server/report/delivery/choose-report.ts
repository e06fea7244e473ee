import type { Language, MetricKey } from '../../contract.ts'
import type { Period } from '../../periods/day.ts'
import { addDays, mondayOf } from '../../periods/day.ts'
import { dayOf } from '../../periods/zone.ts'
import type { Database } from '../../store/database.ts'
import type { SkipReason } from '../../store/report-deliveries.ts'
import type { ToldCell } from '../../store/report-occasions.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { buildReport, saysNothing } from '../build-report.ts'
import { coversPeriod } from '../report-week.ts'
import type { Report } from '../report.ts'
import type { Narrowing } from '../told-cells.ts'
import type { DueOccasion } from './due-occasion.ts'
import type { RecipientScope } from './scope-of-recipient.ts'

/** How many weeks back a complete one is looked for when the newest did not come. */
const WEEKS_BACK = 4

export type ReportChoice =
  | { kind: 'send'; report: Report }
  /** Not yet; the reason in words for whoever looks after the mails. */
  | { kind: 'wait'; because: string }
  | { kind: 'skip'; reason: SkipReason }

/** The report a recipient gets of an occasion, or why there is none now or at all. */
export function chooseReport(
  db: Database,
  {
    schedule,
    occasion,
    toldBefore,
    scope,
    language,
    isSimulated,
    narrow = () => null,
    now,
  }: {
    schedule: ReportSchedule
    occasion: DueOccasion
    toldBefore: readonly ToldCell[] | null
    scope: RecipientScope
    language: Language
    isSimulated: boolean
    /** Works out what the schedule is narrowed to. */
    narrow?: () => Narrowing | null
    now: number
  },
): ReportChoice {
  const { zone } = schedule.timing
  const metrics = metricsOf(schedule)
  const build = (period: Period, narrowing: Narrowing | null = null) =>
    buildReport(db, {
      ...scope,
      ...{ language, zone, now, metrics, period, toldBefore, isSimulated, narrowing },
    })
  // Whether there is something to tell is known without working out what it is narrowed to.
  const told = (report: Report) => {
    const narrowing = narrow()
    const narrowed = narrowing && build(report.period, narrowing)
    return narrowed ? { ...narrowed, latePeriod: report.latePeriod } : report
  }
  const report = build(occasion.period)
  const missing = missingOf(report, occasion.period, zone)
  if (missing === null && report !== null) {
    const sent = told(report)
    const isNew = sent.changes === null || sent.changes.length > 0
    return schedule.skipsUnchanged && !isNew
      ? { kind: 'skip', reason: 'nothing_new' }
      : { kind: 'send', report: sent }
  }
  if (!occasion.isPastDeadline) return { kind: 'wait', because: missing ?? '' }
  const earlier = schedule.atDeadline === 'nothing' ? null : lastTold(report, { occasion, zone, build })
  return earlier ? { kind: 'send', report: told(earlier) } : { kind: 'skip', reason: 'too_late' }
}

/** The figures a schedule chose; undefined = those of the report. */
export function metricsOf({ metrics }: Pick<ReportSchedule, 'metrics'>): readonly MetricKey[] | undefined {
  return metrics ?? undefined
}

/** What keeps a report from being sent, or null. */
function missingOf(report: Report | null, period: Period, zone: string): string | null {
  if (report === null) return 'not yet, no verdict has been computed'
  if (!coversPeriod(report.figuresCompleteTo, period, zone))
    return `not yet, the data is complete only to ${report.figuresCompleteTo ?? 'no moment'}`
  return saysNothing(report) ? 'not yet, there is no figure to report' : null
}

/** The report of the newest week before the occasion's whose data is complete, or null. */
function lastTold(
  report: Report | null,
  {
    occasion,
    zone,
    build,
  }: { occasion: DueOccasion; zone: string; build: (period: Period) => Report | null },
): Report | null {
  const completeTo = report?.figuresCompleteTo ?? null
  if (completeTo === null) return null
  const monday = mondayOf(dayOf(Date.parse(completeTo), zone))
  const newest = [monday, occasion.period.from].sort()[0]
  for (let weeks = 0; weeks < WEEKS_BACK; weeks++) {
    const to = addDays(newest, -7 * weeks)
    if (to < addDays(occasion.period.to, -7 * WEEKS_BACK)) return null
    const period = { from: addDays(to, -7), to }
    const earlier = build(period)
    if (earlier && missingOf(earlier, period, zone) === null)
      return { ...earlier, latePeriod: occasion.period }
  }
  return null
}
