import type { Comparison, Reason } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { redDaysOf } from '../store/red-days.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import { reasonOf } from '../text/reasons.ts'
import type { BrandFacts, MetricFacts } from './brand-facts.ts'
import { factsOver } from './brand-facts.ts'
import { blankCell, notComparable, notEnough } from './comparison-cell.ts'
import type { FamilyChoice } from './csat-families.ts'
import { chooseFamily } from './csat-families.ts'
import type { DailyFacts } from './daily-facts.ts'
import { areDetailsArriving, sampleReasons } from './detail-weeks.ts'
import type { WindowEstimate } from './estimate-windows.ts'
import { estimateWindows, shownEffect } from './estimate-windows.ts'
import { guard } from './guards.ts'
import type { HistoryState } from './history.ts'
import { firstCoveredDay, historyState } from './history.ts'
import { leftOutReasons } from './left-out.ts'
import type { Sample, Shortage } from './minimum-sample.ts'
import { chooseSample, commonWeeks } from './minimum-sample.ts'
import { hasPilotTraffic } from './pilot-traffic.ts'
import { tooManyRedDays } from './red-windows.ts'
import type { ResponseBounds } from './response-bounds.ts'
import { responseBounds } from './response-bounds.ts'
import type { WeeklyValue } from './weekly-values.ts'
import { latestBins, latestWeeks, sideBySide, sumsOf, windowValue, withData } from './window-values.ts'
import type { Bin, BinQuestion, Bins } from './windows.ts'
import { binsAround, daysOf, leastWeeks, mostWeeks, readyDay } from './windows.ts'

export type DraftQuestion = {
  brand: BrandFacts
  metric: MetricDefinition
  facts: MetricFacts
  history: readonly HistoryProgress[]
  /** Days that may be used at all. */
  limits: { from?: Day; to?: Day }
  now: number
}
/** A cell as far as it can be made alone: an estimate becomes a verdict only beside the others of its report. */
export type Draft = { kind: 'settled'; comparison: Comparison } | EstimatedDraft
export type EstimatedDraft = {
  kind: 'estimated'
  metric: MetricDefinition
  comparison: Comparison
  estimate: WindowEstimate
  /** On each side. */
  weeks: number
  bounds: ResponseBounds | null
}

const LATEST_DAYS = 28

/** Only what finds a move can tell that there was none. */
const streamsThatFindMoves = metricOf('demand').streams

/** Answers one question as far as one brand and one metric go. */
export function draftComparison(question: DraftQuestion): Draft {
  const { brand, metric, history } = question
  const streams = brand.cutover === null ? [...metric.streams, ...streamsThatFindMoves] : metric.streams
  const state = historyState(history, streams, brand.cutover?.day ?? null, brand.zone)
  const blank = blankCell(brand.brand, metric)
  if (!state.isReady)
    return settled(
      notEnough(metric, blank, 'history_arriving', { percent: state.percent, of: 'history' }, null),
    )
  const usable = usableDays(question, state)
  const redDays = redDaysOf(brand.redDays, metric.streams)
  const maskedDays = new Set([...brand.maskedDays, ...redDays])
  if (brand.cutover === null) {
    const facts = factsOver(question.facts, daysOf({ from: addDays(usable.to, -LATEST_DAYS), to: usable.to }))
    const weeks = withData(facts, latestWeeks(usable, maskedDays))
    const now = latestBins(facts, weeks)
    const reasons = leftOutReasons([weeks], redDays)
    return settled(notComparable(metric, { ...blank, now, reasons }, 'not_moved', {}))
  }
  const around = {
    cutover: brand.cutover.day,
    rampEnd: brand.cutover.rampEnd,
    usable,
    weeksLeftOut: metric.key === 'recontact_rate' || hasPilotTraffic(brand) ? 1 : 0,
    maskedDays,
    unrecorded: metric.key === 'demand' ? brand.unrecorded : null,
  }
  const red = tooManyRedDays(binsAround({ ...around, maskedDays: brand.maskedDays }), redDays)
  if (red !== null) return settled(notEnough(metric, blank, 'reconciliation', red, null))
  return draftAroundCutover(question, blank, around, redDays)
}

function draftAroundCutover(
  question: DraftQuestion,
  blank: Comparison,
  around: BinQuestion,
  redDays: ReadonlySet<Day>,
): Draft {
  const { metric, facts } = question
  const bins = binsAround(around)
  const leftOut = (sides: readonly (readonly Bin[])[]) => leftOutReasons(sides, redDays)
  const early = tooFewWeeks(question, blank, around, bins, leftOut)
  if (early !== null) return settled(early)
  const days = daysOfSides(commonWeeks(bins))
  const { said, isComparable } = guard(metric.key, facts.shares, days)
  const { details } = question.brand
  const needsMessages = said?.code === 'handoff_unknown' || said?.code === 'replies_unknown'
  if (needsMessages && areDetailsArriving(details, [...days.before, ...days.after]))
    return settled(detailsArriving(metric, blank, said.parameters.share))
  const side = comparableSide(facts, bins)
  if (!side.isSame) return settled(differentFamilies(metric, blank, side, leftOut))

  const used = commonWeeks(side.bins)
  const cell = {
    ...blank,
    ...sideBySide(side.facts, used),
    now: latestBins(side.facts, side.bins.after),
    reasons: [
      ...sampleReasons(metric.key, details, dayList([...used.before, ...used.after])),
      ...leftOut([used.before, used.after]),
    ],
  }
  if (!isComparable && said) {
    const fairness = said.code === 'left_before_n' ? 'caution' : cell.fairness
    return settled(notComparable(metric, { ...cell, fairness }, said.code, said.parameters))
  }
  const answer = chooseSample(side.facts, side.bins, metric)
  if (!answer.isEnough) {
    const readyOn = readyWithMore(question, around, side.bins, answer.shortage)
    return settled(notEnough(metric, cell, 'minimum_sample', answer.shortage, readyOn))
  }
  const { before, after, weeks } = answer.sample
  const remarks = [
    ...sampleReasons(
      metric.key,
      details,
      [...before, ...after].flatMap((value) => value.days),
    ),
    ...(said ? [reasonOf(said.code, said.parameters)] : []),
  ]
  if (hasPilotTraffic(question.brand)) remarks.push(reasonOf('pilot_traffic', {}))
  if (liesAround(after, around.unrecorded)) remarks.push(reasonOf('bot_only_not_recorded', {}))
  remarks.push(...leftOut([side.bins.before.slice(-weeks), side.bins.after.slice(-weeks)]))
  return estimatedDraft(metric, cell, side, answer.sample, remarks)
}

/** What only single tickets' messages tell is still being read: the figures there are so far would mislead. */
function detailsArriving(metric: MetricDefinition, blank: Comparison, share: number): Comparison {
  const percent = Math.min(99, Math.floor(share * 100))
  return notEnough(metric, blank, 'history_arriving', { percent, of: 'ticket_details' }, null)
}

function estimatedDraft(
  metric: MetricDefinition,
  cell: Comparison,
  { facts, asked }: { facts: DailyFacts; asked: DailyFacts | null },
  sample: Sample,
  remarks: readonly Reason[],
): EstimatedDraft {
  const { before, after, weeks } = sample
  const estimate = estimateWindows(metric.kind, sample)
  return {
    kind: 'estimated',
    metric,
    comparison: {
      ...cell,
      grade: 'D',
      method: 'windows',
      effect: shownEffect(estimate.effect, metric.scale),
      before: windowValue(facts, before, weeks),
      after: windowValue(facts, after, weeks),
      reasons: [
        reasonOf('two_periods_only', {}),
        ...(metric.key === 'csat' ? [reasonOf('asked_at_another_moment', {})] : []),
        ...remarks,
      ],
    },
    estimate,
    weeks,
    bounds: asked && boundsOf(facts, asked, sample),
  }
}

/** The cell that says which side has too few whole weeks, or null where both have enough. */
function tooFewWeeks(
  { metric, facts, limits }: DraftQuestion,
  blank: Comparison,
  around: BinQuestion,
  bins: Bins,
  leftOut: (sides: readonly (readonly Bin[])[]) => Reason[],
): Comparison | null {
  const main = factsOver(facts, dayList(bins.before))
  const before = withData(main, bins.before.slice(-mostWeeks))
  const cell = {
    ...blank,
    ...sideBySide(main, { before, after: [] }),
    now: latestBins(factsOver(facts, dayList(bins.after)), bins.after),
    reasons: leftOut([before]),
  }
  const weeks = bins.after.length
  const needed = leastWeeks
  if (bins.before.length < needed)
    return notEnough(metric, cell, 'too_little_before', { weeks: bins.before.length, needed }, null)
  if (weeks >= needed) return null
  const isUnrecorded = binsAround({ ...around, unrecorded: null }).after.length >= needed
  const isRecordedNow = around.unrecorded === null || around.unrecorded.to <= around.usable.to
  if (isUnrecorded && !isRecordedNow) return notComparable(metric, cell, 'bot_only_not_recorded', {})
  const readyOn =
    isRecordedNow && limits.to === undefined ? readyDay(around, needed, metric.maturityDays) : null
  return isUnrecorded
    ? notEnough(metric, cell, 'bot_only_not_recorded', {}, readyOn)
    : notEnough(metric, cell, 'too_early', { weeks, needed }, readyOn)
}

function differentFamilies(
  metric: MetricDefinition,
  blank: Comparison,
  { before, after, bins, surveysAfter }: Extract<FamilyChoice, { isSame: false }>,
  leftOut: (sides: readonly (readonly Bin[])[]) => Reason[],
): Comparison {
  const used = commonWeeks(bins)
  const cell: Comparison = {
    ...blank,
    before: sideBySide(before, { ...used, after: [] }).before,
    after: sideBySide(after, { ...used, before: [] }).after,
    now: latestBins(after, bins.after),
    reasons: leftOut([used.before, used.after]),
    fairness: 'none',
  }
  return notComparable(metric, cell, 'different_csat_family', { surveysAfter })
}

/** The facts to compare and the weeks that hold some; for satisfaction, those of one family of questions. */
function comparableSide(facts: MetricFacts, bins: Bins): FamilyChoice {
  if (facts.satisfaction) return chooseFamily(facts.satisfaction, bins)
  return {
    isSame: true,
    facts: facts.main,
    asked: null,
    bins: { before: withData(facts.main, bins.before), after: withData(facts.main, bins.after) },
  }
}

function boundsOf(answers: DailyFacts, asked: DailyFacts, { before, after }: Sample): ResponseBounds | null {
  return responseBounds(
    { before: sumsOf(answers, before), after: sumsOf(answers, after) },
    { before: sumsOf(asked, before), after: sumsOf(asked, after) },
  )
}

/** The day on which the sample will be large enough at the present rate; null where waiting does not help. */
function readyWithMore(
  { metric, limits }: DraftQuestion,
  around: BinQuestion,
  bins: Bins,
  { weeksNeeded }: Shortage,
): Day | null {
  if (weeksNeeded === null || limits.to !== undefined) return null
  return readyDay(around, Math.max(weeksNeeded, bins.after.length + 1), metric.maturityDays)
}

/** From the first day that is here to the last that is mature, within the days that were asked for. */
function usableDays({ brand, metric, limits, now }: DraftQuestion, state: HistoryState): Period {
  const knownTo = dayOf(Math.min(now, state.completeTo ?? now), brand.zone)
  const matureTo = addDays(knownTo, -metric.maturityDays)
  const starts = [firstCoveredDay(state, brand.zone), brand.span?.from ?? matureTo, limits.from ?? '']
  const ends = [matureTo, limits.to ?? matureTo]
  return { from: starts.sort()[starts.length - 1], to: ends.sort()[0] }
}

/** Whether a window goes on before and after days that were left out of it. */
function liesAround(values: readonly WeeklyValue[], leftOut: Period | null): boolean {
  if (leftOut === null) return false
  return values[0].from < leftOut.from && values[values.length - 1].to > leftOut.to
}

function daysOfSides({ before, after }: Bins): { before: Day[]; after: Day[] } {
  return { before: dayList(before), after: dayList(after) }
}

function dayList(bins: readonly Bin[]): Day[] {
  return bins.flatMap(({ days }) => days)
}

function settled(comparison: Comparison): Draft {
  return { kind: 'settled', comparison }
}
