import type { ComparisonDetail, SeriesAnswer } from '../contract-detail.ts'
import type { Comparison, Language, SeriesMark } from '../contract.ts'
import { addDays } from '../periods/day.ts'
import type { Text } from '../text/catalogue.ts'
import { formatDay } from '../text/format.ts'
import { numberedMarks } from './numbered-marks.ts'

type Words = { text: Text; language: Language }

/** One line of a chart's key: how it looks, or the number that stands in the chart, and what it means. */
export type KeyEntry = {
  swatch: 'before' | 'ramp' | 'after' | 'expected' | 'expected-band' | 'running' | 'mark'
  words: string
  number: string
}

/** What the shades, the dashes and the numbers of a weekly chart mean; only those that occur. */
export function weeklyKeyEntries(
  words: Words,
  {
    comparison,
    series,
  }: {
    comparison: Comparison
    series: Pick<SeriesAnswer, 'marks' | 'weeks'> & { detail: Pick<ComparisonDetail, 'course'> | null }
  },
): KeyEntry[] {
  const { text, language } = words
  const { marks, weeks, detail } = series
  const hasMoved = marks.some((mark) => mark.kind === 'cutover')
  const hasRamp = marks.some((mark) => mark.kind === 'ramp_end')
  const isRunning = weeks.some((week) => !week.complete && week.value !== null)
  const hasCourse = (detail?.course ?? null) !== null
  const entry = (occurs: boolean, swatch: KeyEntry['swatch'], said: string): KeyEntry[] =>
    occurs ? [{ swatch, words: said, number: '' }] : []
  return [
    ...entry(hasMoved && comparison.before !== null, 'before', text('chart.legendBefore')),
    ...entry(hasMoved && hasRamp, 'ramp', text('chart.legendRamp')),
    ...entry(comparison.after !== null, 'after', text('chart.legendAfter')),
    ...entry(hasCourse, 'expected', text('chart.legendExpected')),
    ...entry(hasCourse, 'expected-band', text('chart.legendBand')),
    ...entry(isRunning, 'running', text('chart.legendRunning')),
    ...numberedMarks(marks, weeks).map(({ number, mark }): KeyEntry => ({
      swatch: 'mark',
      words: text('chart.legendMark', { name: mark.name[language], day: markDays(words, mark) }),
      number: String(number),
    })),
  ]
}

/** The day of a mark, or its first and last. */
export function markDays({ text, language }: Words, { day, to }: SeriesMark): string {
  const first = formatDay(day, language)
  return to === undefined
    ? first
    : text('figure.window', { from: first, to: formatDay(addDays(to, -1), language, 'short') })
}
