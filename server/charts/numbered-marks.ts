import type { SeriesMark, SeriesWeek } from '../contract.ts'
import type { LineAnnotation } from './annotation.ts'
import { clampedPosition } from './week-positions.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

const LABEL_SIZE = 11
const ROW_PX = 20
/** Marks closer than this share of the axis would have their numbers touch. */
const NEAR = 0.05

export type NumberedMark = { number: number; mark: SeriesMark }

/** Days beside the move itself that lie within the weeks shown, numbered from the left; the key says what they are. */
export function numberedMarks(marks: readonly SeriesMark[], weeks: readonly SeriesWeek[]): NumberedMark[] {
  const last = weeks.at(-1)
  if (!last) return []
  return marks
    .filter(({ kind }) => kind !== 'cutover' && kind !== 'ramp_end')
    .filter(({ day }) => day >= weeks[0].from && day < last.to)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((mark, index) => ({ number: index + 1, mark }))
}

/** A thin line for each, its number at the foot: the words of the move stand at the top. */
export function markLines(input: WeeklyLineInput): Record<string, LineAnnotation> {
  const { colours, fontFamily, series } = input
  const { weeks } = series
  const numbered = numberedMarks(series.marks, weeks)
  const rows = rowsOf(numbered.map(({ mark }) => clampedPosition(mark.day, weeks) / weeks.length))
  return Object.fromEntries(
    numbered.map(({ number, mark }, index): [string, LineAnnotation] => {
      const at = clampedPosition(mark.day, weeks)
      return [
        `mark${number}`,
        {
          type: 'line',
          xMin: at,
          xMax: at,
          borderColor: colours.text,
          borderWidth: 1,
          borderDash: [2, 3],
          label: {
            content: String(number),
            display: true,
            position: 'start',
            yAdjust: -rows[index] * ROW_PX,
            color: colours.text,
            backgroundColor: colours.surface,
            borderColor: colours.text,
            borderWidth: 1,
            borderRadius: 8,
            padding: { x: 5, y: 2 },
            font: { family: fontFamily, size: LABEL_SIZE, weight: 'bold' },
          },
        },
      ]
    }),
  )
}

/** Numbers side by side share a row; those too near go one row up. */
function rowsOf(shares: readonly number[]): number[] {
  const lastOfRow: number[] = []
  return shares.map((share) => {
    const free = lastOfRow.findIndex((taken) => share - taken >= NEAR)
    const row = free < 0 ? lastOfRow.length : free
    lastOfRow[row] = share
    return row
  })
}
