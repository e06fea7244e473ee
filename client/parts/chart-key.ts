import { numberedMarks } from '../../server/charts/numbered-marks.ts'
import type { SeriesMark } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay } from '../../server/text/format.ts'
import type { Figure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

/** One line of a chart's key: a swatch, or the number that stands in the chart, and what it means. */
export function keyEntry(className: string, words: string, number = ''): HTMLElement {
  return el('li', {}, el('span', { class: `swatch ${className}`, aria: { hidden: 'true' } }, number), words)
}

/** What the shades, the dashes and the numbers mean; only those that occur. */
export function weeklyKey(view: View, { comparison, series }: Figure): HTMLElement {
  const { text, language } = view
  const { marks, weeks, detail } = series
  const hasMoved = marks.some((mark) => mark.kind === 'cutover')
  const hasRamp = marks.some((mark) => mark.kind === 'ramp_end')
  const isRunning = weeks.some((week) => !week.complete && week.value !== null)
  const hasCourse = (detail?.course ?? null) !== null
  return el(
    'ul',
    { class: 'key' },
    hasMoved && comparison.before ? keyEntry('before', text('chart.legendBefore')) : null,
    hasMoved && hasRamp ? keyEntry('ramp', text('chart.legendRamp')) : null,
    comparison.after ? keyEntry('after', text('chart.legendAfter')) : null,
    hasCourse ? keyEntry('expected', text('chart.legendExpected')) : null,
    hasCourse ? keyEntry('expected-band', text('chart.legendBand')) : null,
    isRunning ? keyEntry('running', text('chart.legendRunning')) : null,
    ...numberedMarks(marks, weeks).map(({ number, mark }) => {
      const words = text('chart.legendMark', { name: mark.name[language], day: markDays(view, mark) })
      return keyEntry('mark', words, String(number))
    }),
  )
}

/** The day of a mark, or its first and last. */
export function markDays(
  { text, language }: Pick<View, 'text' | 'language'>,
  { day, to }: SeriesMark,
): string {
  const first = formatDay(day, language)
  return to === undefined
    ? first
    : text('figure.window', { from: first, to: formatDay(addDays(to, -1), language, 'short') })
}
