import type { AlertWatch } from '../../contract-alert.ts'
import type { Comparison, MetricKey, SeriesWeek } from '../../contract.ts'
import { metricOf, primaryKeys } from '../../metrics/catalog.ts'
import { dayOf } from '../../periods/zone.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import type { StoredGoal } from '../../store/goals.ts'
import { readGoals } from '../../store/goals.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { isGoalReached } from '../../text/goal-range.ts'
import { isJudgedState } from '../../text/verdicts.ts'
import { levelOf } from './level.ts'
import type { Look } from './look.ts'

export type FigureWatch = Exclude<AlertWatch, { kind: 'data' }>

/** What a rule on figures sees at these brands now; nothing before the first grid was computed. */
export function lookAtFigures(
  db: Database,
  watch: FigureWatch,
  { brandIds, grid: kind, now }: { brandIds: readonly number[]; grid: GridKind; now: number },
): Look[] {
  const goals = watch.kind === 'goal' ? readGoals(db, brandIds) : []
  const grid = readGrid(db, { brandIds, metrics: metricsOf(watch, goals) }, kind)
  if (grid.asOf === null) return []
  const settings = readAccountSettings(db)
  return grid.cells.flatMap((cell, index) => {
    switch (watch.kind) {
      case 'verdict':
        return [verdictLook(cell, watch.change)]
      case 'level':
        return [levelLook(cell, grid.series[index].weeks, watch)]
      case 'goal': {
        const goal = goals.find(({ brandId, metric }) => brandId === cell.brand.id && metric === cell.metric)
        const today = dayOf(now, brandSettingsOf(settings, cell.brand.id).zone)
        return goal ? [goalLook(cell, goal, today)] : []
      }
    }
  })
}

/** The figures a rule looks at. */
export function metricsOf(
  watch: FigureWatch,
  goals: readonly Pick<StoredGoal, 'metric'>[] = [],
): readonly MetricKey[] {
  if (watch.kind === 'level') return [watch.metric]
  return (
    watch.metrics ?? (watch.kind === 'goal' ? [...new Set(goals.map(({ metric }) => metric))] : primaryKeys)
  )
}

export function subjectOf(brandId: number, metric: MetricKey): string {
  return `${brandId} ${metric}`
}

function basicLook({ brand, metric, metricVersion }: Comparison) {
  return {
    subject: subjectOf(brand.id, metric),
    brandId: brand.id,
    basis: String(metricVersion),
    arms: false,
    needsArming: false,
    since: null,
    least: null,
  }
}

/** How a verdict stands to what is to be told. */
export function verdictLook(cell: Comparison, change: (AlertWatch & { kind: 'verdict' })['change']): Look {
  const { state } = cell
  const isJudged = isJudgedState(state)
  const facts = {
    kind: 'verdict',
    metric: cell.metric,
    from: null,
    to: state,
    sentence: cell.sentence,
  } as const
  const look = { ...basicLook(cell), said: state, facts }
  switch (change) {
    case 'worse':
      // Without a verdict nobody can say that it is over.
      return { ...look, isOn: isJudged ? state === 'worse' : null, isOver: state !== 'worse' }
    case 'no_longer_improved': {
      const isImproved = state === 'improved'
      return { ...look, isOn: !isImproved, isOver: isImproved, arms: isImproved, needsArming: true }
    }
    case 'comparable':
      return { ...look, isOn: isJudged, isOver: !isJudged }
    case 'any':
      return { ...look, isOn: true, isOver: false }
  }
}

/** How the newest week stands to the limit that may be told; nothing where none may. */
export function levelLook(
  cell: Comparison,
  weeks: readonly SeriesWeek[],
  watch: AlertWatch & { kind: 'level' },
): Look {
  const newest = weeks.findLast((week) => isTold(week, watch.fromCount))
  const { side, value: limit } = watch
  const value = newest?.value ?? 0
  const { isOn, isOver } = levelOf(value, { ...watch, metric: metricOf(cell.metric) })
  return {
    ...basicLook(cell),
    isOn: newest === undefined ? null : isOn,
    isOver,
    said: newest?.from ?? '',
    facts: {
      kind: 'level',
      metric: cell.metric,
      value,
      n: newest?.n ?? 0,
      week: newest?.from ?? '',
      side,
      limit,
    },
  }
}

/** A complete week with a value that rests on enough. */
export function isTold({ complete, value, n }: SeriesWeek, fromCount: number): boolean {
  return complete && value !== null && n >= fromCount
}

/** How the value of the latest weeks stands to its goal, on a day of the brand. */
export function goalLook(cell: Comparison, { value: goal, dueOn }: StoredGoal, today: string): Look {
  const value = cell.now?.value ?? null
  const isReached = isGoalReached(metricOf(cell.metric), goal, value)
  const isDue = dueOn !== null && today > dueOn
  return {
    ...basicLook(cell),
    basis: `${cell.metricVersion} ${goal} ${dueOn ?? ''}`,
    isOn: isReached === null ? null : !isReached,
    isOver: isReached === true,
    arms: isReached === true || isDue,
    needsArming: true,
    said: isReached === true ? 'reached' : 'not_yet',
    facts: { kind: 'goal', metric: cell.metric, value: value ?? 0, goal, dueOn },
  }
}
