import type { AlertDraft, AlertFacts } from '../../contract-alert.ts'
import type { Context } from '../../context.ts'
import type { Comparison, SeriesWeek } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import { addDays, mondayOf } from '../../periods/day.ts'
import { dayOf, startOfDay } from '../../periods/zone.ts'
import type { Standing } from '../../store/alert-standings.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { readGoals } from '../../store/goals.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { readVerdictDays } from '../../store/verdict-days.ts'
import { lookAtData } from './troubles/watch-troubles.ts'
import type { Look } from './look.ts'
import { mannerOf } from './manner.ts'
import type { Manner } from './step.ts'
import { stepOf } from './step.ts'
import type { FigureWatch } from './watch-figures.ts'
import { goalLook, levelLook, metricsOf, subjectOf, verdictLook } from './watch-figures.ts'

const WEEKS_BACK = 26

export type Trial = {
  since: Day | null
  /** What is so now, where nothing is kept of the past. */
  isNow: boolean
  fired: { brandId: number | null; at: string; until: string | null; facts: AlertFacts }[]
}
type Asked = { brandIds: readonly number[]; grid: GridKind; now: number }
/** What would have been seen at a moment (epoch ms) that people call by its day. */
type Moment = { day: Day; at: number; look: Look }

/**
 * What a rule would have told: by the weeks of the last half year for levels and goals, by what was kept of each day for
 * verdicts. Jobs and data are only known as they are now.
 */
export function tryOnThePast(
  ctx: Context,
  draft: Pick<AlertDraft, 'watch' | 'tellsEnd'>,
  asked: Asked,
): Trial {
  const { watch } = draft
  const manner = mannerOf({ watch, tellsEnd: true, repeatDays: null })
  if (watch.kind === 'data') {
    const looks = lookAtData(ctx, watch, { now: asked.now, standings: new Map() })
    const since = new Date(asked.now).toISOString()
    const fired = looks
      .filter(({ isOn }) => isOn === true)
      .map(({ facts }) => ({ brandId: null, at: since, until: null, facts }))
    return { since: null, isNow: true, fired }
  }
  const past = watch.kind === 'verdict' ? verdictsOf(ctx, watch, asked) : weeksOf(ctx, watch, asked)
  const days = past.flatMap((moments) => moments.map(({ day }) => day)).sort()
  const fired = past.flatMap((moments) => runThrough(moments, manner))
  return {
    since: days.at(0) ?? null,
    isNow: false,
    fired: fired.sort((one, other) => (one.at < other.at ? 1 : -1)),
  }
}

function runThrough(moments: readonly Moment[], manner: Manner): Trial['fired'] {
  const fired: Trial['fired'] = []
  let standing: Standing | null = null
  for (const { day, at, look } of moments) {
    const step = stepOf(standing, look, manner, at)
    ;({ standing } = step)
    if (step.event === null) continue
    const last = fired.at(-1)
    if (step.event.kind === 'over') {
      if (last) last.until = day
    } else fired.push({ brandId: look.brandId, at: day, until: null, facts: step.event.facts })
  }
  return fired
}

/** Week by week, as each was once it was over. */
function weeksOf(
  { db }: Context,
  watch: Exclude<FigureWatch, { kind: 'verdict' }>,
  { brandIds, grid: kind, now }: Asked,
): Moment[][] {
  const goals = watch.kind === 'goal' ? readGoals(db, brandIds) : []
  const grid = readGrid(db, { brandIds, metrics: metricsOf(watch, goals) }, kind)
  const { zone } = readAccountSettings(db)
  const from = addDays(mondayOf(dayOf(now, zone)), -7 * WEEKS_BACK)
  return grid.cells.map((cell, index) => {
    const weeks = grid.series[index].weeks.filter((week) => week.from >= from && week.complete)
    const lookOf = (place: number): Look | null => {
      if (watch.kind === 'level') return levelLook(cell, weeks.slice(0, place + 1), watch)
      const goal = goals.find((one) => one.brandId === cell.brand.id && one.metric === cell.metric)
      return goal ? goalLook(asOfWeek(cell, weeks[place]), goal, weeks[place].to) : null
    }
    return weeks.flatMap(({ to }, place) => {
      const look = lookOf(place)
      return look === null ? [] : [{ day: to, at: startOfDay(to, zone), look }]
    })
  })
}

/** A goal is held against the latest whole weeks; of the past only single weeks are kept. */
function asOfWeek(cell: Comparison, { value, n, from, to }: SeriesWeek): Comparison {
  return { ...cell, now: value === null ? null : { value, n, from, to } }
}

/** Day by day, as the report was kept. */
function verdictsOf(
  { db }: Context,
  watch: FigureWatch & { kind: 'verdict' },
  { brandIds, grid: kind }: Asked,
): Moment[][] {
  const metrics = new Set(metricsOf(watch))
  const { zone } = readAccountSettings(db)
  const cells = readGrid(db, { brandIds, metrics: [...metrics] }, kind).cells
  const bySubject = new Map<string, Moment[]>()
  for (const { day, cells: told } of readVerdictDays(db, kind)) {
    for (const { brandId, metric, version, state } of told) {
      const subject = subjectOf(brandId, metric)
      const cell = cells.find((one) => one.brand.id === brandId && one.metric === metric)
      if (cell === undefined) continue
      const look = verdictLook(
        { ...cell, state, metricVersion: version, sentence: { en: '', ko: '' } },
        watch.change,
      )
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), { day, at: startOfDay(day, zone), look }])
    }
  }
  return [...bySubject.values()]
}
