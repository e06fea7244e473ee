import type { Language, PrimaryMetricKey } from '../../contract.ts'
import { isPrimary } from '../../metrics/catalog.ts'
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
    now,
  }: {
    schedule: ReportSchedule
    occasion: DueOccasion
    toldBefore: readonly ToldCell[] | null
    scope: RecipientScope
    language: Language
    now: number
  },
): ReportChoice {
  const { zone } = schedule.timing
  const metrics = metricsOf(schedule)
  const build = (period: Period) =>
    buildReport(db, { ...scope, language, zone, now, metrics, period, toldBefore })
  const report = build(occasion.period)
  const missing = missingOf(report, occasion.period, zone)
  if (missing === null && report !== null) {
    const isNew = report.changes === null || report.changes.length > 0
    return schedule.skipsUnchanged && !isNew
      ? { kind: 'skip', reason: 'nothing_new' }
      : { kind: 'send', report }
  }
  if (!occasion.isPastDeadline) return { kind: 'wait', because: missing ?? '' }
  const earlier = schedule.atDeadline === 'nothing' ? null : lastTold(report, { occasion, zone, build })
  return earlier ? { kind: 'send', report: earlier } : { kind: 'skip', reason: 'too_late' }
}

/** The figures a schedule chose; undefined = those of the report. */
export function metricsOf({ metrics }: Pick<ReportSchedule, 'metrics'>): PrimaryMetricKey[] | undefined {
  return metrics?.filter(isPrimary)
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
