import type { ComparisonDetail } from '../../contract-detail.ts'
import { checkLeaveOneControlOut } from '../../statistics/gap-checks/leave-one-control-out.ts'
import { checkOutcome, checkText } from '../../text/check-texts.ts'
import type { EstimatedDraft } from '../draft.ts'
import { shownEffect } from '../estimate-windows.ts'
import type { Rung } from '../ladder/climb.ts'
import { climb } from '../ladder/climb.ts'
import { mixShare } from '../mix/gates.ts'
import { sampleWeights } from '../sample-weights.ts'
import { windowValue, withData } from '../window-values.ts'
import { courseOf, eventStudyOf } from './course.ts'
import { sensitivityOf } from './sensitivity.ts'
import { syntheticOf } from './synthetic.ts'

const SLOWEST = 0.9
/** The slowest tenth of a week needs more conversations than its middle. */
const LEAST_FOR_SLOWEST = 60

/** Everything that stands behind one cell. */
export function detailOf(draft: EstimatedDraft): ComparisonDetail {
  const { moved, rung, checks, mix } = draft
  const windows = draft.windows()
  const { scale } = moved.metric
  const slope = rung.interrupted?.answer.slopeChange ?? null
  const swing = rung.interrupted?.answer.swing ?? null
  return {
    simple: windows && sidesOf(draft, windows),
    controls: rung.staggered && rung.staggered.controls.map(({ brand }) => brand.brand),
    course: courseOf(draft),
    checks: checks.map(({ key, outcome }) => {
      const { name, question } = checkText(key)
      return { key, outcome, name, question, sentence: checkOutcome(key, outcome) }
    }),
    withoutControl: withoutControl(rung, scale),
    sensitivity: sensitivityOf(draft),
    eventStudy: eventStudyOf(draft),
    synthetic: syntheticOf(draft),
    slopeChange: slope && shownEffect(slope, scale),
    swing: swing !== null && scale === 'log' ? Math.expm1(swing) : swing,
    mix:
      mix.kind === 'adjusted'
        ? {
            adjusted: shownEffect(mix.effect, scale),
            share: mixShare(rung.effect, mix.effect),
            overlap: mix.overlap,
            leftOut: mix.leftOut,
          }
        : null,
    slowestTenth: slowestTenth(draft),
  }
}

function withoutControl({ staggered }: Rung, scale: 'log' | 'identity'): ComparisonDetail['withoutControl'] {
  if (!staggered) return null
  const brands = new Map(staggered.controls.map(({ brand }) => [brand.brand.id, brand.brand]))
  return checkLeaveOneControlOut(staggered.question).effects.flatMap(({ id, effect }) => {
    const brand = brands.get(id)
    return brand ? [{ brand, effect: shownEffect(effect, scale) }] : []
  })
}

/** The same question of the slowest tenth of the conversations, by whichever rung carries it. */
function slowestTenth({ moved }: EstimatedDraft): ComparisonDetail['slowestTenth'] {
  if (moved.facts.kind !== 'duration') return null
  const facts = { ...moved.facts, quantile: SLOWEST } as const
  const { before, after } = moved.bins
  const slow = {
    ...moved,
    facts,
    // A week may have a middle and no slowest tenth: too many of its conversations have not ended.
    bins: { before: withData(facts, before), after: withData(facts, after) },
    minimumWeekly: LEAST_FOR_SLOWEST,
  }
  const climbed = climb(slow)
  return climbed.isReached ? sidesOf({ moved: slow }, climbed.rung) : null
}

function sidesOf({ moved }: Pick<EstimatedDraft, 'moved'>, rung: Rung): ComparisonDetail['simple'] {
  const { before, after, weeks } = rung.sample
  const length = (values: readonly unknown[]) =>
    rung.method === 'windows' ? weeks : values.length * (rung.staggered?.axis.width ?? 1)
  const weights = sampleWeights(moved.metric, moved.brand.details, { before, after })
  const sides = {
    before: windowValue(moved.facts, before, length(before), weights),
    after: windowValue(moved.facts, after, length(after), weights),
  }
  if (sides.before === null || sides.after === null) return null
  return { effect: shownEffect(rung.effect, moved.metric.scale), before: sides.before, after: sides.after }
}
