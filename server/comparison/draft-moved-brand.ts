import type { Comparison, Reason } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { reasonOf } from '../text/reasons.ts'
import { comparableSide, movedBrand } from './comparable-side.ts'
import { notComparable, notEnough } from './comparison-cell.ts'
import type { FamilyChoice } from './csat-families.ts'
import { areDetailsArriving, sampleReasons } from './detail-weeks.ts'
import type { Draft, DraftQuestion, LeftOut } from './draft.ts'
import { settled } from './draft.ts'
import {
  detailsArriving,
  differentFamilies,
  fewWeeks,
  oneSideOnly,
  readyWithMore,
  tooFewWeeks,
} from './early-cells.ts'
import { estimatedDraft } from './estimated-draft.ts'
import type { GuardAnswer } from './guards/guard.ts'
import { changeSinceFirstWeeks, weeksBeside } from './guards/first-weeks.ts'
import { agentShareMove, asynchronousShare, contactsPerCustomerMove, guard } from './guards/guard.ts'
import type { Climb, Rung } from './ladder/climb.ts'
import { climb } from './ladder/climb.ts'
import { leftOutReasons } from './left-out.ts'
import { commonWeeks } from './minimum-sample.ts'
import { once } from './once.ts'
import { hasPilotTraffic } from './pilot-traffic.ts'
import { redWindow, tooManyRedDays } from './red-windows.ts'
import type { WeeklyValue } from './weekly-values.ts'
import { latestBins, sideBySide } from './window-values.ts'
import type { Bin, BinQuestion, Bins } from './windows.ts'
import { binsAround } from './windows.ts'

/** The cell of a brand that moved: what speaks against comparing comes first, then the highest rung that carries it. */
export function draftMovedBrand(question: DraftQuestion, blank: Comparison, around: BinQuestion): Draft {
  const { panel, brand, metric } = question
  const facts = panel.factsOf(brand.brand.id, metric.key)
  const redDays = panel.redDays(brand, metric)
  const bins = binsAround(around)
  const leftOut: LeftOut = (sides) => leftOutReasons(sides, redDays)
  if (metric.fairness === 'none') return settled(oneSideOnly(question, blank, bins, leftOut))

  const red = redDays.size > 0 ? redDaysInWindows(question, around, redDays) : null
  if (red !== null) return settled(notEnough(metric, blank, 'reconciliation', red, null))
  const early = tooFewWeeks(question, blank, around, bins, leftOut)
  if (early !== null) return settled(early)

  const side = comparableSide(facts, bins)
  const moved = side.isSame ? movedBrand(question, around, side) : null
  const climbed = moved && climb(moved)
  const days = climbed?.isReached ? daysOfRung(climbed.rung) : daysOfSides(commonWeeks(bins))
  const { said, isComparable } = guard(metric.key, facts, days)
  const share = said && shareOfMessages(said)
  if (share !== null && areDetailsArriving(brand.details, [...days.before, ...days.after]))
    return settled(detailsArriving(metric, blank, share))
  if (!side.isSame) return settled(differentFamilies(question, blank, side, leftOut))

  // An estimate names windows of its own.
  const cell = once(() => withBothSides(question, blank, side, leftOut))
  if (!isComparable && said) {
    const fairness = said.code === 'left_before_n' ? 'caution' : blank.fairness
    return settled(notComparable(metric, { ...cell(), fairness }, said.code, said.parameters))
  }
  if (!moved || !climbed?.isReached) return settled(shortCell(question, around, cell(), side.bins, climbed))
  const agentShare = agentShareMove(metric.key, facts, days)
  const reopened = said?.code === 'conversation_style' ? null : asynchronousShare(metric.key, facts, days)
  const perCustomer = contactsPerCustomerMove(metric.key, facts, days)
  const since = changeSinceFirstWeeks(moved)
  const notHeld = [...panel.daysNotHeld(brand, metric)].some((day) => day >= around.cutover)
  const remarks = [
    ...(agentShare ? [reasonOf('agent_share_moved', agentShare)] : []),
    ...(reopened === null ? [] : [reasonOf('conversation_style', { share: reopened })]),
    ...(perCustomer ? [contactsReason(perCustomer, climbed.rung)] : []),
    ...(since ? [reasonOf('first_weeks_differ', { weeks: weeksBeside, since })] : []),
    ...(notHeld ? [reasonOf('engagements_not_kept', {})] : []),
    ...sampleReasons(metric.key, brand.details, [...days.before, ...days.after]),
    ...(said ? [reasonOf(said.code, said.parameters)] : []),
    ...(hasPilotTraffic(brand) ? [reasonOf('pilot_traffic', {})] : []),
    ...(liesBefore(climbed.rung.sample.after, around) ? [reasonOf('bot_only_not_recorded', {})] : []),
    ...leftOut(sidesOfRung(climbed.rung, side.bins)),
  ]
  const now = latestBins(side.facts, side.bins.after, question)
  return estimatedDraft(question, moved, { blank: { ...blank, now }, whole: cell }, climbed.rung, {
    asked: side.asked,
    othersReachAgents: agentShare !== null,
    remarks,
  })
}

/** The same effect, had every customer counted once in 24 hours. */
function contactsReason({ before, after }: { before: number; after: number }, { effect }: Rung): Reason {
  const once = (Math.exp(effect.estimate) * before) / after
  return reasonOf('contacts_per_customer_moved', { before, after, effect: once })
}

/** The known share, where only the messages of tickets tell it. */
function shareOfMessages(said: NonNullable<GuardAnswer['said']>): number | null {
  switch (said.code) {
    case 'handoff_unknown':
    case 'replies_unknown':
    case 'messages_unknown':
      return said.parameters.share
    default:
      return null
  }
}

/** Without an estimate: what is missing, and from when there will be enough. */
function shortCell(
  question: DraftQuestion,
  around: BinQuestion,
  cell: Comparison,
  bins: Bins,
  climbed: Climb | null,
): Comparison {
  if (climbed === null || climbed.isReached) throw new Error('shortCell requires a climb that failed')
  const weeks = fewWeeks(question, around, cell, bins)
  if (weeks !== null) return weeks
  const readyOn = readyWithMore(question, around, bins, climbed.shortage)
  return notEnough(question.metric, cell, 'minimum_sample', climbed.shortage, readyOn)
}

/**
 * Whether too many days of the windows are not to be believed. The windows are those that would be compared if all
 * days were: no verdict is sought in other weeks instead.
 */
function redDaysInWindows(
  question: DraftQuestion,
  around: BinQuestion,
  redDays: ReadonlySet<Day>,
): ReturnType<typeof tooManyRedDays> {
  const { panel, brand, metric } = question
  const otherwiseMasked = new Set([...brand.maskedDays, ...panel.daysNotHeld(brand, metric)])
  const bins = binsAround({ ...around, maskedDays: otherwiseMasked })
  const side = comparableSide(panel.factsOf(brand.brand.id, metric.key), bins)
  const climbed = side.isSame ? climb(movedBrand(question, around, side)) : null
  if (!climbed?.isReached) return tooManyRedDays(bins, redDays)
  const { before, after } = daysOfRung(climbed.rung)
  return redWindow('before', before, redDays) ?? redWindow('after', after, redDays)
}

/** The cell with both windows as they are, until an estimate names its own. */
function withBothSides(
  question: DraftQuestion,
  blank: Comparison,
  side: Extract<FamilyChoice, { isSame: true }>,
  leftOut: LeftOut,
): Comparison {
  const { brand, metric } = question
  const used = commonWeeks(side.bins)
  const days = daysOfSides(used)
  return {
    ...blank,
    ...sideBySide(side.facts, used, question),
    now: latestBins(side.facts, side.bins.after, question),
    reasons: [
      ...sampleReasons(metric.key, brand.details, [...days.before, ...days.after]),
      ...leftOut([used.before, used.after]),
    ],
  }
}

/** The weeks a rung used, as they stand among the usable ones. */
function sidesOfRung({ sample }: Rung, bins: Bins): Bin[][] {
  const within = (side: readonly Bin[], values: readonly WeeklyValue[]) =>
    side.filter(({ from, to }) => from >= values[0].from && to <= values[values.length - 1].to)
  return [within(bins.before, sample.before), within(bins.after, sample.after)]
}

function daysOfRung({ sample }: Rung): { before: Day[]; after: Day[] } {
  const days = (values: readonly WeeklyValue[]) => values.flatMap((value) => value.days)
  return { before: days(sample.before), after: days(sample.after) }
}

function daysOfSides({ before, after }: Bins): { before: Day[]; after: Day[] } {
  const days = (bins: readonly Bin[]) => bins.flatMap((bin) => bin.days)
  return { before: days(before), after: days(after) }
}

/** Whether days since the move that were not recorded lie before the end of the window. */
function liesBefore(after: readonly WeeklyValue[], { unrecorded }: BinQuestion): boolean {
  return unrecorded !== null && unrecorded.from < after[after.length - 1].to
}
