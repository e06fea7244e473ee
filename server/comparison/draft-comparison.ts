import type { Comparison } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { factsOver } from './brand-facts.ts'
import { blankCell, notComparable, notEnough } from './comparison-cell.ts'
import { draftMovedBrand } from './draft-moved-brand.ts'
import type { Draft, DraftQuestion } from './draft.ts'
import { settled } from './draft.ts'
import { leftOutReasons } from './left-out.ts'
import { hasPilotTraffic } from './pilot-traffic.ts'
import { latestBins, latestWeeks, withData } from './window-values.ts'
import { daysOf } from './windows.ts'

const LATEST_DAYS = 28

/** Answers one question as far as one brand and one metric go. */
export function draftComparison(question: DraftQuestion): Draft {
  const { panel, brand, metric } = question
  const state = panel.historyOf(brand, metric)
  const blank = blankCell(brand.brand, metric)
  if (!state.isReady)
    return settled(
      notEnough(metric, blank, 'history_arriving', { percent: state.percent, of: 'history' }, null),
    )
  const usable = panel.usableDays(brand, metric)
  const maskedDays = panel.maskedDays(brand, metric)
  if (brand.cutover === null) return settled(neverMoved(question, blank, maskedDays))
  if (metric.kind === 'money' && brand.lacksCosts)
    return settled(notComparable(metric, blank, 'costs_not_entered', {}))
  return draftMovedBrand(question, blank, {
    cutover: brand.cutover.day,
    rampEnd: brand.cutover.rampEnd,
    usable,
    weeksLeftOut: metric.key === 'recontact_rate' || hasPilotTraffic(brand) ? 1 : 0,
    maskedDays,
    unrecorded: metric.needsBotRecords ? brand.unrecorded : null,
  })
}

function neverMoved(question: DraftQuestion, blank: Comparison, maskedDays: ReadonlySet<Day>): Comparison {
  const { panel, brand, metric } = question
  const usable = panel.usableDays(brand, metric)
  const latest = daysOf({ from: addDays(usable.to, -LATEST_DAYS), to: usable.to })
  const facts = factsOver(panel.factsOf(brand.brand.id, metric.key), latest)
  const weeks = withData(facts, latestWeeks(usable, maskedDays))
  const reasons = leftOutReasons([weeks], panel.redDays(brand, metric))
  const now = latestBins(facts, weeks, question)
  // A brand that began with messaging has nothing to move from.
  if (!brand.channelDays.some(({ chat }) => chat > 0) && brand.channelDays.length > 0)
    return notComparable(metric, { ...blank, now, reasons }, 'one_side_only', {
      side: 'after',
    })
  return notComparable(metric, { ...blank, now, reasons }, 'not_moved', {})
}
