import type { StrataPlan } from '../../statistics/strata.ts'
import { planStrata } from '../../statistics/strata.ts'
import type { Stratum } from '../../store/measures/index.ts'
import type { MixDimension } from '../../text/reasons-mix.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { Sides } from './dimensions.ts'
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
  /** The place of a kind's stratum among the weights; below 0 where it has no counterpart. */
  placeOf(kind: number): number
}
/** A week's days, as far as they are used. */
type DaysUsed = Pick<WeeklyValue, 'days'>
type Kind = { kind: number; stratum: Stratum; n: number }
type Count = { stratum: string; before: number; after: number; isWeekend: boolean }

/** Where nobody has asked yet. */
const NOT_ASKED = -2

/** Null where one side holds nothing of which the kind is known. */
export function brandMix(
  rows: readonly StratumDay[] | Holdings,
  values: Sides<readonly DaysUsed[]>,
): BrandMix | null {
  const holdings = 'countsOver' in rows ? rows : holdingsOfRows(rows)
  const before = kindsOver(holdings, values.before)
  const after = kindsOver(holdings, values.after)
  if (before.length === 0 || after.length === 0) return null
  const { leftOut, nameOf } = dimensionsOf({ before, after })
  const counts = new Map<string, Count>()
  const add = (side: 'before' | 'after', { stratum, n }: Kind) => {
    const name = nameOf(stratum)
    let count = counts.get(name)
    if (!count)
      counts.set(name, (count = { stratum: name, before: 0, after: 0, isWeekend: stratum.isWeekend }))
    count[side] += n
  }
  for (const kind of before) add('before', kind)
  for (const kind of after) add('after', kind)
  const all = [...counts.values()]
  const plan = planStrata(all)
  const compared = all.filter(({ stratum }) => plan.placeOf(stratum) !== null)
  // Asked for each kind of each week: a list of numbers, filled as they are asked for.
  const places = new Int32Array(holdings.strata.length).fill(NOT_ASKED)
  return {
    plan,
    weights: plan.strata.map(({ weight }) => weight),
    leftOut,
    weekendWeight: (weekendShare(compared, 'before') + weekendShare(compared, 'after')) / 2,
    countsOver: (days) => holdings.countsOver(days),
    durationsOver: (days) => holdings.durationsOver(days),
    placeOf(kind) {
      const place = places[kind]
      if (place !== NOT_ASKED) return place
      return (places[kind] = plan.placeOf(nameOf(stratumOf(holdings, kind))) ?? -1)
    },
  }
}

/** How often the weeks hold each kind. */
function kindsOver(holdings: Holdings, values: readonly DaysUsed[]): Kind[] {
  const counts = new Float64Array(holdings.strata.length).fill(NaN)
  for (const { days } of values) {
    const { kinds, n, from, to } = holdings.countsOver(days)
    for (let i = from; i < to; i++) {
      const kind = kinds[i]
      counts[kind] = Number.isNaN(counts[kind]) ? n[i] : counts[kind] + n[i]
    }
  }
  const held: Kind[] = []
  for (let kind = 0; kind < counts.length; kind++)
    if (!Number.isNaN(counts[kind])) held.push({ kind, stratum: stratumOf(holdings, kind), n: counts[kind] })
  return held
}

function stratumOf({ strata }: Holdings, kind: number): Stratum {
  const stratum = strata[kind]
  if (!stratum) throw new Error(`brandMix: there is no kind ${kind}; holdings must leave out what has none`)
  return stratum
}

function weekendShare(counts: readonly Count[], side: 'before' | 'after'): number {
  const sumOf = (of: typeof counts) => of.reduce((sum, count) => sum + count[side], 0)
  const all = sumOf(counts)
  return all === 0 ? 0 : sumOf(counts.filter(({ isWeekend }) => isWeekend)) / all
}
