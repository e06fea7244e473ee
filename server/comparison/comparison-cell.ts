import type { Comparison, WindowValue } from '../contract.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { ReasonCode, ReasonParameters } from '../text/reasons.ts'
import { reasonOf } from '../text/reasons.ts'
import { sentenceFor } from '../text/sentences.ts'
import type { BrandFacts } from './brand-facts.ts'

/** A cell about which nothing is known yet. */
export function blankCell(brand: BrandFacts['brand'], metric: MetricDefinition): Comparison {
  return {
    brand,
    metric: metric.key,
    metricVersion: metric.version,
    state: 'not_enough_data',
    direction: null,
    grade: null,
    fairness: metric.fairness,
    method: null,
    effect: null,
    before: null,
    after: null,
    expected: null,
    now: null,
    mixAdjusted: null,
    reasons: [],
    readyOn: null,
    sentence: { en: '', ko: '' },
  }
}

/** The cell of a question that cannot be answered yet; what the cell says already is said after the reason. */
export function notEnough<Code extends ReasonCode>(
  metric: MetricDefinition,
  cell: Comparison,
  code: Code,
  parameters: ReasonParameters[Code],
  readyOn: string | null,
): Comparison {
  const reason = reasonOf(code, parameters)
  return {
    ...cell,
    state: 'not_enough_data',
    reasons: [reason, ...cell.reasons],
    readyOn,
    sentence: sentenceFor({ brand: cell.brand.name, metric }, { state: 'not_enough_data', reason, readyOn }),
  }
}

/**
 * The cell of a question that has no answer: both sides are shown, if there are two. What the cell says already is
 * said after the reason.
 */
export function notComparable<Code extends ReasonCode>(
  metric: MetricDefinition,
  cell: Comparison,
  code: Code,
  parameters: ReasonParameters[Code],
): Comparison {
  const reason = reasonOf(code, parameters)
  const subject = { brand: cell.brand.name, metric }
  return {
    ...cell,
    state: 'not_comparable',
    reasons: [reason, ...cell.reasons],
    sentence: sentenceFor(
      subject,
      code === 'not_moved'
        ? { state: 'not_moved', now: cell.now }
        : { state: 'not_comparable', reason, hasBothSides: hasValue(cell.before) && hasValue(cell.after) },
    ),
  }
}

function hasValue(side: WindowValue | null): boolean {
  return side !== null && side.value !== null
}
