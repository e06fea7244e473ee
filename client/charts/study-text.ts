import type { EventStudyInput } from '../../server/charts/event-study-input.ts'
import type { EventStudyWeek } from '../../server/contract-detail.ts'
import { formatDay, formatEffect } from '../../server/text/format.ts'
import type { View } from '../view.ts'
import { rangeWords } from '../words.ts'

type Words = Pick<View, 'text' | 'language'>

/** '3 weeks before the move', by week counted from the move: −3, 0, 5. */
export function studyWeekWords({ text }: Words, week: number): string {
  if (week === 0) return text('study.moveWeek')
  return week < 0 ? text('study.before', { n: -week }) : text('study.after', { n: week })
}

/** What the chart of the distance to the comparison brands says in the reader's language. */
export function studyText(words: Words, unit: 'ratio' | 'points'): EventStudyInput['text'] {
  const { text, language } = words
  return {
    week: (week) => (week < 0 ? `−${-week}` : week > 0 ? `+${week}` : '0'),
    effect: (value) => formatEffect(value, unit, language),
    title: (week) => `${studyWeekWords(words, week.week)} · ${formatDay(week.from, language, 'short')}`,
    point: (week) => [
      formatEffect(week.value, unit, language),
      `${text('study.range')}: ${rangeOf(words, week, unit)}`,
      `${text('study.joint')}: ${jointRangeOf(words, week, unit)}`,
    ],
    moved: text('study.moved'),
  }
}

export function rangeOf({ text, language }: Words, week: EventStudyWeek, unit: 'ratio' | 'points'): string {
  const { value, low, high } = week
  return rangeWords({ value, low, high, unit }, language, text)
}

export function jointRangeOf(
  { text, language }: Words,
  week: EventStudyWeek,
  unit: 'ratio' | 'points',
): string {
  const { value, jointLow: low, jointHigh: high } = week
  return rangeWords({ value, low, high, unit }, language, text)
}
