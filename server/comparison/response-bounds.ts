import type { Sum } from './daily-facts.ts'

export type ResponseBounds = {
  before: number
  after: number
  /** Percentage points the share could have changed by, had equally many answered on both sides. */
  low: number
  high: number
}

/** Whether a change keeps its direction whoever the missing customers were. `change` in percentage points. */
export function boundsAgree({ low, high }: ResponseBounds, change: number): boolean {
  return change > 0 ? low > 0 : high < 0
}

const LARGEST_MOVE = 0.1

/**
 * Where the response rate moved by more than 10 points, different people answered. The worst and the best case: the
 * missing (or additional) customers were all dissatisfied, or all satisfied. Null where the rate did not move so far.
 */
export function responseBounds(
  answers: { before: Sum; after: Sum },
  asked: { before: Sum; after: Sum },
): ResponseBounds | null {
  if (asked.before.n === 0 || asked.after.n === 0 || answers.before.n === 0 || asked.after.numerator === 0)
    return null
  const before = asked.before.numerator / asked.before.n
  const after = asked.after.numerator / asked.after.n
  if (Math.abs(after - before) <= LARGEST_MOVE) return null
  const shareBefore = answers.before.numerator / answers.before.n
  const { low, high } = shareBounds(answers.after, before / after)
  return { before, after, low: (low - shareBefore) * 100, high: (high - shareBefore) * 100 }
}

/** @param factor how many times as many would have answered at the earlier rate */
function shareBounds({ n, numerator }: Sum, factor: number): { low: number; high: number } {
  const comparable = n * factor
  if (factor >= 1) {
    const missing = comparable - n
    return { low: numerator / comparable, high: (numerator + missing) / comparable }
  }
  const additional = n - comparable
  return {
    low: Math.max(0, numerator - additional) / comparable,
    high: Math.min(comparable, numerator) / comparable,
  }
}
