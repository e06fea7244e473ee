import type { Comparison } from '../contract.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { BrandFacts } from './brand-facts.ts'
import { factsOver } from './brand-facts.ts'
import { notComparable, notEnough } from './comparison-cell.ts'
import type { FamilyChoice } from './csat-families.ts'
import { sumOver } from './daily-facts.ts'
import type { DraftQuestion, LeftOut } from './draft.ts'
import type { Shortage } from './minimum-sample.ts'
import { commonWeeks, unfinished } from './minimum-sample.ts'
import type { Panel } from './panel.ts'
import { latestBins, sideBySide, withData } from './window-values.ts'
import type { Bin, BinQuestion, Bins } from './windows.ts'
import { binsAround, leastWeeks, mostWeeks, readyDay } from './windows.ts'

/** What only single tickets' messages tell is still being read: the figures there are so far would mislead. */
export function detailsArriving(metric: MetricDefinition, blank: Comparison, share: number): Comparison {
  const percent = Math.min(99, Math.floor(share * 100))
  return notEnough(metric, blank, 'history_arriving', { percent, of: 'ticket_details' }, null)
}

/** The cell that says which side has too few whole weeks, or null where both have enough. */
export function tooFewWeeks(
  question: DraftQuestion,
  blank: Comparison,
  around: BinQuestion,
  bins: Bins,
  leftOut: LeftOut,
): Comparison | null {
  const { panel, brand, metric } = question
  const weeks = bins.after.length
  const needed = leastWeeks
  if (bins.before.length >= needed && weeks >= needed) return null
  const facts = panel.factsOf(brand.brand.id, metric.key)
  const main = factsOver(facts, dayList(bins.before))
  const before = withData(main, bins.before.slice(-mostWeeks))
  const cell = {
    ...blank,
    ...sideBySide(main, { before, after: [] }, question),
    now: latestBins(factsOver(facts, dayList(bins.after)), bins.after, question),
    reasons: leftOut([before]),
  }
  if (bins.before.length < needed)
    return notEnough(metric, cell, 'too_little_before', { weeks: bins.before.length, needed }, null)
  const isUnrecorded = binsAround({ ...around, unrecorded: null }).after.length >= needed
  const isRecordedNow = around.unrecorded === null || around.unrecorded.to <= around.usable.to
  if (isUnrecorded && !isRecordedNow) return notComparable(metric, cell, 'bot_only_not_recorded', {})
  const readyOn =
    isRecordedNow && panel.limits.to === undefined
      ? ahead(panel, brand, readyDay(around, needed, metric.maturityDays))
      : null
  return isUnrecorded
    ? notEnough(metric, cell, 'bot_only_not_recorded', {}, readyOn)
    : notEnough(metric, cell, 'too_early', { weeks, needed }, readyOn)
}

/** A figure there is on one side only, or that means another thing on the other: what there is, and no verdict. */
export function oneSideOnly(
  question: DraftQuestion,
  blank: Comparison,
  bins: Bins,
  leftOut: LeftOut,
): Comparison {
  const { panel, brand, metric } = question
  const facts = panel.factsOf(brand.brand.id, metric.key).main
  const used = {
    before: withData(facts, bins.before.slice(-mostWeeks)),
    after: withData(facts, bins.after.slice(-mostWeeks)),
  }
  const cell: Comparison = {
    ...blank,
    ...sideBySide(facts, used, question),
    now: latestBins(facts, used.after, question),
    reasons: leftOut([used.before, used.after]),
  }
  return notComparable(metric, cell, 'one_side_only', { side: metric.onlySide ?? 'after' })
}

export function differentFamilies(
  question: DraftQuestion,
  blank: Comparison,
  { before, after, bins, surveysAfter }: Extract<FamilyChoice, { isSame: false }>,
  leftOut: LeftOut,
): Comparison {
  const used = commonWeeks(bins)
  const cell: Comparison = {
    ...blank,
    before: sideBySide(before, { ...used, after: [] }, question).before,
    after: sideBySide(after, { ...used, before: [] }, question).after,
    now: latestBins(after, bins.after, question),
    reasons: leftOut([used.before, used.after]),
    fairness: 'none',
  }
  return notComparable(question.metric, cell, 'different_csat_family', { surveysAfter })
}

/** Of weeks that hold something of the metric, one side may have too few although there are weeks enough. */
export function fewWeeks(
  question: DraftQuestion,
  around: BinQuestion,
  cell: Comparison,
  { before, after }: Bins,
): Comparison | null {
  const { metric } = question
  const needed = leastWeeks
  if (Math.min(before.length, after.length) >= needed) return null
  if (haveNotEnded(question, around)) return notEnough(metric, cell, 'minimum_sample', unfinished, null)
  if (before.length < needed)
    return notEnough(metric, cell, 'too_little_before', { weeks: before.length, needed }, null)
  const readyOn = afterMoreWeeks(question, around, needed - after.length)
  return notEnough(metric, cell, 'too_early', { weeks: after.length, needed }, readyOn)
}

/** Whether weeks enough hold conversations, of which only too many have not ended. */
function haveNotEnded({ panel, brand, metric }: DraftQuestion, around: BinQuestion): boolean {
  const { main } = panel.factsOf(brand.brand.id, metric.key)
  const { before, after } = binsAround(around)
  const held = (bins: readonly Bin[]) => bins.filter(({ days }) => sumOver(main, days).n > 0).length
  return main.kind === 'duration' && Math.min(held(before), held(after)) >= leastWeeks
}

/** The day on which the sample will be large enough at the present rate; null where waiting does not help. */
export function readyWithMore(
  question: DraftQuestion,
  around: BinQuestion,
  bins: Bins,
  { weeksNeeded }: Shortage,
): Day | null {
  return weeksNeeded === null
    ? null
    : afterMoreWeeks(question, around, Math.max(1, weeksNeeded - bins.after.length))
}

/** The day on which so many more weeks will have come and be mature; null where none will come. */
function afterMoreWeeks(
  { panel, brand, metric }: DraftQuestion,
  around: BinQuestion,
  weeks: number,
): Day | null {
  const { unrecorded, usable } = around
  if (panel.limits.to !== undefined || (unrecorded !== null && unrecorded.to > usable.to)) return null
  const known = binsAround(around).after.length
  return ahead(panel, brand, readyDay(around, known + weeks, metric.maturityDays))
}

/** A day that has passed is promised to nobody: the source has not been read for that long. */
function ahead({ now }: Panel, { zone }: BrandFacts, day: Day): Day | null {
  return day >= dayOf(now, zone) ? day : null
}

function dayList(bins: readonly Bin[]): Day[] {
  return bins.flatMap(({ days }) => days)
}
