import { weeklyKeyEntries } from '../../server/charts/weekly-key.ts'
import type { Figure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import { goalWords } from '../goal-words.ts'
import type { View } from '../view.ts'

export { markDays } from '../../server/charts/weekly-key.ts'

/** One line of a chart's key: a swatch, or the number that stands in the chart, and what it means. */
export function keyEntry(className: string, words: string, number = ''): HTMLElement {
  return el('li', {}, el('span', { class: `swatch ${className}`, aria: { hidden: 'true' } }, number), words)
}

/** What the shades, the dashes and the numbers mean; only those that occur. */
export function weeklyKey(view: View, figure: Figure): HTMLElement {
  const { metric, goal } = figure
  const entries = weeklyKeyEntries(view, figure)
  return el(
    'ul',
    { class: 'key' },
    ...entries.map(({ swatch, words, number }) => keyEntry(swatch, words, number)),
    goal ? keyEntry('goal-line', view.text('goal.legend', { words: goalWords(view, metric, goal) })) : null,
  )
}
