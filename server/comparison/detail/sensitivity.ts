import type { ComparisonDetail } from '../../contract-detail.ts'
import type { Comparison, ComparisonState, Effect, Reason } from '../../contract.ts'
import { addDays } from '../../periods/day.ts'
import { reasonOf } from '../../text/reasons.ts'
import { comparableSide, movedBrand } from '../comparable-side.ts'
import type { Draft, EstimatedDraft } from '../draft.ts'
import { shownEffect } from '../estimate-windows.ts'
import { windowsOf } from '../ladder/climb.ts'
import { interrupted } from '../ladder/interrupted.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import { staggered } from '../ladder/staggered.ts'
import { binsAround, rampWeeks } from '../windows.ts'

const calledStates: readonly ComparisonState[] = ['improved', 'worse', 'higher', 'lower']
const WASHOUT_DAYS = [0, 7, 14, 28]

const known = new WeakMap<EstimatedDraft, ComparisonDetail['sensitivity']>()

/** The same estimate by the same method, had other weeks after the move been left out. */
export function sensitivityOf(draft: EstimatedDraft): ComparisonDetail['sensitivity'] {
  let found = known.get(draft)
  if (!found) known.set(draft, (found = withOtherRamps(draft)))
  return found
}

function withOtherRamps({ moved, rung }: EstimatedDraft): ComparisonDetail['sensitivity'] {
  const { cutover, rampEnd } = moved.around
  const used = rampWeeks(cutover, rampEnd) * 7
  const all = [...new Set([...WASHOUT_DAYS, used])].sort((one, other) => one - other)
  return all.map((washoutDays) => ({
    washoutDays,
    effect: washoutDays === used ? shown(moved, rung.effect) : effectWith(moved, rung.method, washoutDays),
    isUsed: washoutDays === used,
  }))
}

function effectWith(
  moved: MovedBrand,
  method: EstimatedDraft['rung']['method'],
  washoutDays: number,
): Effect | null {
  const other = withRamp(moved, washoutDays)
  if (other === null) return null
  const found = {
    staggered: () => staggered(other)?.answer.effect,
    interrupted: () => interrupted(other)?.answer.effect,
    windows: () => windowsOf(other)?.effect,
  }[method]()
  return found === undefined ? null : shown(moved, found)
}

/** The brand as if its ramp had taken so many days; null where its weeks then hold other questions. */
function withRamp(moved: MovedBrand, days: number): MovedBrand | null {
  const around = { ...moved.around, rampEnd: addDays(moved.around.cutover, days) }
  const facts = moved.panel.factsOf(moved.brand.brand.id, moved.metric.key)
  const side = comparableSide(facts, binsAround(around))
  return side.isSame ? movedBrand(moved, around, side) : null
}

function shown({ metric }: MovedBrand, effect: EstimatedDraft['rung']['effect']): Effect {
  return shownEffect(effect, metric.scale)
}

/** Says of a called change whether it would be another with another ramp: none, or in the other direction. */
export function withSensitivity(comparison: Comparison, draft: Draft): Comparison {
  const { effect, state } = comparison
  if (draft.kind === 'settled' || effect === null || !calledStates.includes(state)) return comparison
  return {
    ...comparison,
    reasons: [...comparison.reasons, ...sensitivityReasons(effect, sensitivityOf(draft))],
  }
}

/** Whether a called change would be another with another ramp: its range would hold no change, or the other direction. */
export function sensitivityReasons(effect: Effect, sensitivity: ComparisonDetail['sensitivity']): Reason[] {
  const none = effect.unit === 'ratio' ? 1 : 0
  const isUp = effect.value > none
  const isAnother = ({ low, high }: Effect) => (isUp ? low <= none : high >= none)
  const days = sensitivity
    .filter((other) => !other.isUsed && other.effect !== null && isAnother(other.effect))
    .map(({ washoutDays }) => washoutDays)
  return days.length === 0 ? [] : [reasonOf('sensitive_to_washout', { days })]
}
