import type { LineLook } from './aligned-chart.ts'

export const seriesColours = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
  'series-7',
  'series-8',
] as const

const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3]] as const
const MARKS = ['circle', 'rect', 'triangle', 'rectRot'] as const

/** Lines that can be told apart by dash and mark. */
export const mostLines = seriesColours.length

/** The look of the line in a place, without its colour: eight places that differ by dash or by mark. */
export function lineShape(place: number): Pick<LineLook, 'dash' | 'mark'> {
  const dash = DASHES[place % DASHES.length]
  // Places that share a dash take another mark.
  const mark = MARKS[(place + Math.floor(place / DASHES.length)) % MARKS.length]
  return { dash: [...dash], mark }
}
