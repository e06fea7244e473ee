import type { MetricDescription, MetricKind } from '../contract.ts'

const YEAR_SECONDS = 365 * 86_400
const MOST_OF_ANYTHING = 1_000_000_000

/** The least and the greatest value a figure of a kind can have, in its own unit; durations are seconds, rates 0…1. */
export function goalRange(kind: MetricKind): { least: number; most: number } {
  switch (kind) {
    case 'rate':
      return { least: 0, most: 1 }
    case 'duration':
      return { least: 1, most: YEAR_SECONDS }
    default:
      return { least: 0, most: MOST_OF_ANYTHING }
  }
}

/** Of a figure that is neither better high nor low nobody could say whether a goal is reached. */
export function canHaveGoal({ better }: Pick<MetricDescription, 'better'>): boolean {
  return better !== 'neutral'
}

/** Whether a value is as good as the goal or better; null where there is nothing to say. */
export function isGoalReached(
  { better }: Pick<MetricDescription, 'better'>,
  goal: number,
  value: number | null,
): boolean | null {
  if (value === null || better === 'neutral') return null
  return better === 'up' ? value >= goal : value <= goal
}
