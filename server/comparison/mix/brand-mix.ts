import type { StrataPlan } from '../../statistics/strata.ts'
import { planStrata } from '../../statistics/strata.ts'
import type { MixDimension } from '../../text/reasons-mix.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { KindGroups, KindTotals, Sides } from './dimensions.ts'
import { dimensionsOf } from './dimensions.ts'
import type { Holdings } from './holdings.ts'
import { holdingsOfRows } from './holdings-of-rows.ts'
import type { StratumDay } from './read-strata.ts'

/** The kinds of conversation one brand has, and how much each counts: the same in every week. */
export type BrandMix = {
  plan: StrataPlan
  weights: readonly number[]
  leftOut: MixDimension[]
  /** Share of the weight that lies on Saturdays and Sundays. */
  weekendWeight: number
  countsOver: Holdings['countsOver']
  durationsOver: Holdings['durationsOver']
  /** The place of a kind's stratum among the weights, by the number of the kind; below 0 where it has no counterpart. */
  placeOf: Int32Array
}
/** A week's days, as far as they are used. */
type DaysUsed = Pick<WeeklyValue, 'days'>
type Count = { stratum: string; before: number; after: number; isWeekend: boolean }

/** Null where one side holds nothing of which the kind is known. */
export function brandMix(
  rows: readonly StratumDay[] | Holdings,
  values: Sides<readonly DaysUsed[]>,
): BrandMix | null {
  const holdings = 'countsOver' in rows ? rows : holdingsOfRows(rows)
  const totals = { before: totalsOver(holdings, values.before), after: totalsOver(holdings, values.after) }
  if (!totals.before.some(isHeld) || !totals.after.some(isHeld)) return null
  const { leftOut, groups } = dimensionsOf(holdings.strata, totals)
  const { counts, countOf } = countGroups(groups, totals)
  const plan = planStrata(counts)
  const compared = counts.filter((_, i) => plan.places[i] !== null)
  return {
    plan,
    weights: plan.strata.map(({ weight }) => weight),
    leftOut,
    weekendWeight: (weekendShare(compared, 'before') + weekendShare(compared, 'after')) / 2,
    countsOver: (days) => holdings.countsOver(days),
    durationsOver: (days) => holdings.durationsOver(days),
    placeOf: groups.groupOf.map((group) => {
      if (group < 0) return -1
      return (countOf[group] < 0 ? plan.placeOfUnknown : plan.places[countOf[group]]) ?? -1
    }),
  }
}

/** How often the weeks hold each kind, by its number. */
function totalsOver(holdings: Holdings, values: readonly DaysUsed[]): KindTotals {
  const totals = holdings.totalsOver(values.map(({ days }) => days))
  for (let kind = 0; kind < totals.length; kind++)
    if (totals[kind] > 0 && holdings.strata[kind] === undefined)
      throw new Error(`brandMix: there is no kind ${kind}; holdings must leave out what has none`)
  return totals
}

/** Kinds of which one side holds something, those together that are not told apart; `countOf`: below 0 for none. */
function countGroups(
  { groupOf, names, isWeekend }: KindGroups,
  { before, after }: Sides<KindTotals>,
): { counts: Count[]; countOf: Int32Array } {
  const countOf = new Int32Array(names.length).fill(-1)
  const counts: Count[] = []
  for (let kind = 0; kind < groupOf.length; kind++) {
    if (before[kind] === 0 && after[kind] === 0) continue
    const group = groupOf[kind]
    if (countOf[group] < 0)
      countOf[group] =
        counts.push({ stratum: names[group], before: 0, after: 0, isWeekend: isWeekend[group] }) - 1
    counts[countOf[group]].before += before[kind]
    counts[countOf[group]].after += after[kind]
  }
  return { counts, countOf }
}

function isHeld(total: number): boolean {
  return total > 0
}

function weekendShare(counts: readonly Count[], side: 'before' | 'after'): number {
  const sumOf = (of: typeof counts) => of.reduce((sum, count) => sum + count[side], 0)
  const all = sumOf(counts)
  return all === 0 ? 0 : sumOf(counts.filter(({ isWeekend }) => isWeekend)) / all
}
