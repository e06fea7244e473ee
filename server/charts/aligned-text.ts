import type { AlignedWeek } from '../contract-aligned.ts'
import type { Effect, Language, MetricDescription } from '../contract.ts'
import type { Text } from '../text/catalogue.ts'
import { countWords } from '../text/figure-words.ts'
import { formatDay, formatEffect, formatMetricValue, formatNumber } from '../text/format.ts'
import type { AlignedInput } from './aligned-chart.ts'

type Words = { text: Text; language: Language }

/** What the chart of the weeks since the move says in the reader's language. */
export function alignedText(
  words: Words,
  metric: MetricDescription,
  unit: Effect['unit'],
): AlignedInput['text'] {
  const { text, language } = words
  const distance = (of: number) => distanceWords(of, unit, language)
  return {
    week: (week) => (week < 0 ? `−${-week}` : week > 0 ? `+${week}` : '0'),
    distance,
    title: ({ name }, week) =>
      `${name} · ${alignedWeekWords(words, week.week)} · ${formatDay(week.from, language, 'short')}`,
    point: (week) => [...pointWords(week), countWords(week.n, metric, language, text)],
    move: text('aligned.move'),
  }

  function pointWords({ distance: held, value }: AlignedWeek): string[] {
    if (held === null) return []
    const measured = formatMetricValue(value, metric.kind, language)
    return [text('aligned.point', { distance: distance(held), value: measured })]
  }
}

/** How far a value lies from the level it is held against: '80%' of it, or '+3.2 points'. */
export function distanceWords(distance: number, unit: Effect['unit'], language: Language): string {
  return unit === 'ratio'
    ? `${formatNumber(distance * 100, language)}%`
    : formatEffect(distance, 'points', language)
}

/** '3 weeks before the move', 'week 1 after the move', by week counted from it: −3, 0. */
export function alignedWeekWords({ text }: Pick<Words, 'text'>, week: number): string {
  return week < 0 ? text('aligned.weekBefore', { n: -week }) : text('aligned.weekAfter', { n: week + 1 })
}
