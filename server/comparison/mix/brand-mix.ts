import type { Day } from '../../periods/day.ts'
import type { StrataPlan } from '../../statistics/strata.ts'
import { planStrata } from '../../statistics/strata.ts'
import type { Stratum } from '../../store/measures/index.ts'
import type { MixDimension } from '../../text/reasons-mix.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { Sides } from './dimensions.ts'
import { dimensionsOf } from './dimensions.ts'
import type { Holding, Holdings } from './holdings.ts'
import { holdingsOfRows } from './holdings-of-rows.ts'
import type { StratumDay } from './read-strata.ts'

/** The kinds of conversation one brand has, and how much each counts: the same in every week. */
export type BrandMix = {
  plan: StrataPlan
  weights: readonly number[]
  leftOut: MixDimension[]
  /** Share of the weight that lies on Saturdays and Sundays. */
  weekendWeight: number
  over(days: readonly Day[]): Holding
  /** The place of a kind's stratum among the weights; below 0 where it has no counterpart. */
  placeOf(kind: number): number
}
/** A week's days, as far as they are used. */
type DaysUsed = Pick<WeeklyValue, 'days'>
type Kind = { kind: number; stratum: Stratum; n: number }
type Count = { stratum: string; before: number; after: number; isWeekend: boolean }

/** Null where one side holds nothing of which the kind is known. */
export function brandMix(
  rows: readonly StratumDay[] | Holdings,
  values: Sides<readonly DaysUsed[]>,
): BrandMix | null {
  const holdings = 'over' in rows ? rows : holdingsOfRows(rows)
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
  const plan = planStrata([...counts.values()])
  const compared = [...counts.values()].filter(({ stratum }) => plan.placeOf(stratum) !== null)
  const places: number[] = []
  return {
    plan,
    weights: plan.strata.map(({ weight }) => weight),
    leftOut,
    weekendWeight: (weekendShare(compared, 'before') + weekendShare(compared, 'after')) / 2,
    over: (days) => holdings.over(days),
    placeOf: (kind) => (places[kind] ??= plan.placeOf(nameOf(stratumOf(holdings, kind))) ?? -1),
  }
}

/** How often the weeks hold each kind. */
function kindsOver(holdings: Holdings, values: readonly DaysUsed[]): Kind[] {
  const counts = new Float64Array(holdings.strata.length)
  const isHeld = new Uint8Array(holdings.strata.length)
  for (const { days } of values) {
    const { kinds, n } = holdings.over(days)
    for (let i = 0; i < kinds.length; i++) {
      counts[kinds[i]] += n[i]
      isHeld[kinds[i]] = 1
    }
  }
  const held: Kind[] = []
  isHeld.forEach((is, kind) => {
    if (is === 1) held.push({ kind, stratum: stratumOf(holdings, kind), n: counts[kind] })
  })
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
