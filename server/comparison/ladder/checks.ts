import type { Reason } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import type { CheckOutcome } from '../../statistics/gap-checks/check-outcome.ts'
import { checkLeaveOneControlOut } from '../../statistics/gap-checks/leave-one-control-out.ts'
import { checkLinearGapTrend } from '../../statistics/gap-checks/linear-gap-trend.ts'
import { checkPermutationRank } from '../../statistics/gap-checks/permutation-rank.ts'
import { checkPlaceboInTime } from '../../statistics/gap-checks/placebo-in-time.ts'
import { checkPreTrend } from '../../statistics/gap-checks/pre-trend.ts'
import { reasonOf } from '../../text/reasons.ts'
import { marginOnScale } from '../verdict.ts'
import type { MovedBrand } from './moved-brand.ts'
import type { Staggered } from './staggered.ts'

export type CheckKey =
  'pre_trend' | 'placebo' | 'leave_one_out' | 'gap_trend' | 'shared_agents' | 'activation' | 'rank'
/** One thing that would speak against the comparison with other brands. A failed one lowers the grade by one. */
export type Check = {
  key: CheckKey
  outcome: CheckOutcome
  /** What to say beside the verdict; null where there is nothing to say. */
  reason: Reason | null
}

/** Agents who also work for a control carry the new ways of working over to it. */
const MOST_SHARED = 0.2

/** The checks of a staggered comparison. They never change the estimate. */
export function checksOf(moved: MovedBrand, found: Staggered): Check[] {
  const { question } = found
  const preTrend = checkPreTrend(question, marginOnScale(moved.metric))
  const placebo = checkPlaceboInTime(question)
  const rank = checkPermutationRank(question)
  return [
    {
      key: 'pre_trend',
      outcome: preTrend.outcome,
      reason: {
        failed: reasonOf('pre_trend', {}),
        not_testable: reasonOf('pre_trend_not_testable', {}),
        passed: null,
      }[preTrend.outcome],
    },
    {
      key: 'placebo',
      outcome: placebo.outcome,
      reason: ifFailed(
        placebo.outcome,
        reasonOf('placebo_failed', { weeks: Math.abs(placebo.cutover ?? 0) * found.axis.width }),
      ),
    },
    simple(
      'leave_one_out',
      checkLeaveOneControlOut(question).outcome,
      reasonOf('one_control_decides', { name: null }),
    ),
    simple('gap_trend', checkLinearGapTrend(question).outcome, reasonOf('gap_trend', {})),
    sharedAgents(moved, found),
    activation(moved, found),
    {
      key: 'rank',
      outcome: rank.outcome,
      reason:
        rank.rank === null ? null : reasonOf('control_rank', { rank: rank.rank, brands: rank.controls + 1 }),
    },
  ]
}

function sharedAgents({ panel, brand }: MovedBrand, found: Staggered): Check {
  const others = found.controls.map((control) => control.brand.brand.id)
  const shares = panel.sharedAgents(brand.brand.id, others, periodOf(found))
  if (shares.size === 0) return { key: 'shared_agents', outcome: 'not_testable', reason: null }
  const share = Math.max(...shares.values())
  const outcome = share > MOST_SHARED ? 'failed' : 'passed'
  return simple('shared_agents', outcome, reasonOf('controls_share_agents', { share }))
}

/** Where messaging was switched on for the whole account, brands that had not moved were touched too. */
function activation({ panel }: MovedBrand, found: Staggered): Check {
  const day = panel.messagingActivatedOn
  const { from, to } = periodOf(found)
  if (day === null) return { key: 'activation', outcome: 'not_testable', reason: null }
  const outcome = day > from && day < to ? 'failed' : 'passed'
  return simple('activation', outcome, reasonOf('messaging_activated_in_window', { day }))
}

/** From the first week that is used to the last. */
export function periodOf({ before, after }: Pick<Staggered, 'before' | 'after'>): { from: Day; to: Day } {
  return { from: before[0].from, to: after[after.length - 1].to }
}

function simple(key: CheckKey, outcome: CheckOutcome, reason: Reason): Check {
  return { key, outcome, reason: ifFailed(outcome, reason) }
}

function ifFailed(outcome: CheckOutcome, reason: Reason): Reason | null {
  return outcome === 'failed' ? reason : null
}
