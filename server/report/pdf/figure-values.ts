import type { Comparison, MetricDescription, WindowValue } from '../../contract.ts'
import { countWords, rangeEnds, windowWords } from '../../text/figure-words.ts'
import { formatEffect, formatMetricValue } from '../../text/format.ts'
import { lightColours } from '../pictures/light-colours.ts'
import type { Sheet } from './sheet.ts'
import { styles } from './styles.ts'
import type { Words } from './words.ts'

export type Value = { name: string; number: string; notes: string[]; colour: keyof typeof lightColours }

/** Before, after, what was to be expected and the change, as far as they are known. */
export function valuesOf(
  { text, language }: Words,
  { metric, comparison }: { metric: MetricDescription; comparison: Comparison },
): Value[] {
  const { before, after, expected, effect, now, mixAdjusted } = comparison
  const value = (of: number | null) =>
    of === null ? text('figure.noValue') : formatMetricValue(of, metric.kind, language)
  const perWeek = metric.kind === 'count' ? ` ${text('unit.per_week')}` : ''
  const ofWindow = (name: string, window: WindowValue | null, colour: Value['colour']): Value[] =>
    window === null
      ? []
      : [
          {
            name: `${name}${perWeek}`,
            number: value(window.value),
            notes: [windowWords(window, language, text), countWords(window.n, metric, language, text)],
            colour,
          },
        ]
  return [
    ...ofWindow(text('figure.before'), before, 'before'),
    ...ofWindow(text('figure.after'), after, 'after'),
    ...(expected
      ? [
          {
            name: text('figure.expected'),
            number: value(expected.value),
            notes: [text('cell.range', { low: value(expected.low), high: value(expected.high) })],
            colour: 'expected' as const,
          },
        ]
      : []),
    ...(effect
      ? [
          {
            name: text('figure.change'),
            number: formatEffect(effect.value, effect.unit, language),
            notes: [
              text('figure.range', rangeEnds(effect, language)),
              ...(mixAdjusted
                ? [
                    text('figure.mixAdjusted', {
                      effect: formatEffect(mixAdjusted.value, mixAdjusted.unit, language),
                      ...rangeEnds(mixAdjusted, language),
                    }),
                  ]
                : []),
            ],
            colour: 'ink' as const,
          },
        ]
      : []),
    ...(after === null ? ofWindow(text('figure.now'), now, 'ink-soft') : []),
  ]
}

const VALUE_GAP = 10

function valueWidth(sheet: Sheet, values: readonly Value[]): number {
  const count = Math.max(values.length, 4)
  return (sheet.width - VALUE_GAP * (count - 1)) / count
}

/** How many points they take. */
export function valuesHeight(sheet: Sheet, values: readonly Value[]): number {
  const width = valueWidth(sheet, values)
  const heights = values.map(({ name, number, notes }) =>
    [...notes, name].reduce(
      (sum, words) => sum + sheet.heightOf(words, width, styles.small),
      sheet.heightOf(number, width, styles.number) + 7,
    ),
  )
  return Math.max(0, ...heights)
}

/** The values side by side, each under a line of its colour. */
export function drawValues(sheet: Sheet, values: readonly Value[]): void {
  if (values.length === 0) return
  const width = valueWidth(sheet, values)
  const { y } = sheet
  let lowest = y
  values.forEach(({ name, number, notes, colour }, index) => {
    const x = sheet.left + index * (width + VALUE_GAP)
    sheet.ornament(() =>
      sheet.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(1.5)
        .stroke(lightColours[colour]),
    )
    let at = y + 3
    at += sheet.write('P', name, { x, y: at, width, style: { ...styles.small, weight: 'semibold' } })
    at += sheet.write('P', number, { x, y: at, width, style: styles.number })
    for (const note of notes) at += sheet.write('P', note, { x, y: at, width, style: styles.small })
    lowest = Math.max(lowest, at)
  })
  sheet.y = lowest + 4
}
