import type { SeriesMark, SeriesWeek } from '../contract.ts'
import type { LineAnnotation } from './annotation.ts'
import { clampedPosition } from './week-positions.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

const LABEL_SIZE = 11
const ROW_PX = 20
/** Marks closer than this share of the axis would have their numbers touch. */
const NEAR = 0.05
/** More would cover the line; what is too near then shares a flag. */
const MOST_ROWS = 4
/** From here on a number would reach over the edge of the chart. */
const LAST_SHARE = 0.95

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
export function markLines(
  input: Pick<WeeklyLineInput, 'colours' | 'fontFamily'> & {
    series: Pick<WeeklyLineInput['series'], 'weeks' | 'marks'>
  },
): Record<string, LineAnnotation> {
  const { colours, fontFamily, series } = input
  const { weeks } = series
  const numbered = numberedMarks(series.marks, weeks)
  const shares = numbered.map(({ mark }) => (clampedPosition(mark.day, weeks) + 0.5) / weeks.length)
  const flags = flagsOf(shares)
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
            content: numberWords(number, flags[index].count),
            display: flags[index].count > 0,
            position: 'start',
            yAdjust: -flags[index].row * ROW_PX,
            xAdjust: shares[index] > LAST_SHARE ? -8 : 0,
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

/** A row at the foot of the chart, and for how many marks the number there stands: itself and those that follow. */
type Flag = { row: number; count: number }

/**
 * Numbers side by side share a row; those too near go one row up, and where all rows are taken they join the number before.
 * @param shares places on the axis, 0…1, ascending
 */
function flagsOf(shares: readonly number[]): Flag[] {
  const lastOfRow: number[] = []
  const flags: Flag[] = []
  let latest: Flag = { row: 0, count: 0 }
  for (const share of shares) {
    const free = lastOfRow.findIndex((taken) => share - taken >= NEAR)
    const row = free < 0 ? lastOfRow.length : free
    if (row >= MOST_ROWS) {
      latest.count += 1
      flags.push({ row: latest.row, count: 0 })
      continue
    }
    lastOfRow[row] = share
    latest = { row, count: 1 }
    flags.push(latest)
  }
  return flags
}

/** '3', or '3–6' where it stands for several. */
function numberWords(number: number, count: number): string {
  return count > 1 ? `${number}–${number + count - 1}` : String(number)
}
