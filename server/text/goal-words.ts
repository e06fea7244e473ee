import type { Goal, GoalState } from '../contract-goal.ts'
import type { Language, MetricDescription } from '../contract.ts'
import { formatDay, formatMetricValue } from './format.ts'
import type { Text } from './catalogue.ts'

type Words = { text: Text; language: Language }

/** Each differs in outline: the word beside it says the same. */
export const goalIcons = {
  reached: 'check',
  not_yet: 'clock',
  no_value: 'not_moved',
} as const satisfies Record<GoalState, string>

/** What is wanted: 'at most 2 min', '88% 이상'. */
export function goalValueWords({ text, language }: Words, metric: MetricDescription, value: number): string {
  return text(metric.better === 'up' ? 'goal.atLeast' : 'goal.atMost', {
    value: formatMetricValue(value, metric.kind, language),
  })
}

/** The same with the day by which it is wanted. */
export function goalWords(
  words: Words,
  metric: MetricDescription,
  { value, dueOn }: Pick<Goal, 'value' | 'dueOn'>,
): string {
  const wanted = goalValueWords(words, metric, value)
  return dueOn === null
    ? wanted
    : `${wanted}, ${words.text('goal.by', { day: formatDay(dueOn, words.language) })}`
}
