import type { MetricKey } from '../contract.ts'
import { catalog, metricOf } from '../metrics/catalog.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from '../store/database.ts'
import type { MeasureDay, MeasureFilter } from '../store/measures/index.ts'
import { measureOf, readMeasureDays } from '../store/measures/index.ts'
import type { FilteredSource } from '../store/measures/team/filtered-team-days.ts'
import { readFilteredAgentDays, readFilteredTeamDays } from '../store/measures/team/filtered-team-days.ts'
import type { MetricFacts } from './brand-facts.ts'
import type { DailyFacts } from './daily-facts.ts'
import { measureKeyOf } from '../store/measures/stratified.ts'
import { addUp, byFamily } from './daily-facts.ts'
import { sharesFor } from './guards/conditions.ts'

/** Measures that more than one metric, or one metric more than once, looks at. */
const shared = new Set<string>([
  'csat',
  'csat.response',
  'cost_per_resolution',
  ...catalog.flatMap(({ key }) => sharesFor(key)),
])

/**
 * What a metric's cell is made of when only some conversations count: the same facts as `readMetricFacts`, read from
 * the conversations themselves. A filter that all of them pass gives the very same facts.
 */
export function readFilteredFacts(
  db: Database,
  brandId: number,
  metric: MetricKey,
  filter: MeasureFilter,
): MetricFacts {
  return filteredFactsReader(db, filter)(brandId, metric)
}

/** The same for one question about many metrics: what several of them look at is read once. */
export function filteredFactsReader(
  db: Database,
  filter: MeasureFilter,
): (brandId: number, metric: MetricKey) => MetricFacts {
  const sources = new Map<number, FilteredSource>()
  return (brandId, metric) => {
    let source = sources.get(brandId)
    if (!source) sources.set(brandId, (source = sourceOf(db, brandId, filter)))
    const { measureDays } = source
    return {
      main: mainFacts(db, brandId, metric, source),
      satisfaction: metric === 'csat' ? families(measureDays) : null,
      shares: new Map(
        sharesFor(metric).map((share) => [share, { kind: 'rate', sums: addUp(measureDays(share)) }]),
      ),
      closeLag:
        metric === 'resolution_time'
          ? { kind: 'duration', seconds: secondsByDay(measureDays('resolution_time.close_lag')) }
          : null,
    }
  }
}

function sourceOf(db: Database, brandId: number, filter: MeasureFilter): FilteredSource {
  const kept = new Map<string, readonly MeasureDay[]>()
  let agentDays: ReturnType<typeof readFilteredAgentDays> | null = null
  return {
    measureDays(key) {
      const found = kept.get(key) ?? readMeasureDays(db, { measure: measureOf(key), brandId, filter })
      if (shared.has(key)) kept.set(key, found)
      return found
    },
    agentDays: () => (agentDays ??= readFilteredAgentDays(db, brandId, filter)),
  }
}

function mainFacts(db: Database, brandId: number, metric: MetricKey, source: FilteredSource): DailyFacts {
  const { kind } = metricOf(metric)
  const measure = measureKeyOf(metric)
  if (kind === 'duration') return { kind, seconds: secondsByDay(source.measureDays(measure)) }
  const ofTeam = readFilteredTeamDays(db, brandId, metric, source)
  return { kind, sums: ofTeam ?? addUp(source.measureDays(measure)) }
}

function families(measureDays: FilteredSource['measureDays']): MetricFacts['satisfaction'] {
  const answers = byFamily(measureDays('csat'))
  const asked = byFamily(measureDays('csat.response'))
  return {
    two_point: { answers: answers.two_point, asked: asked.two_point },
    survey: { answers: answers.survey, asked: asked.survey },
  }
}

/** Sources of a day together, ascending. */
function secondsByDay(days: readonly MeasureDay[]): Map<Day, Float64Array> {
  const byDay = new Map<Day, Float64Array>()
  for (const { day, seconds } of days) {
    if (seconds === null) continue
    const known = byDay.get(day)
    byDay.set(day, known ? Float64Array.from([...known, ...seconds]).sort() : seconds)
  }
  return byDay
}
