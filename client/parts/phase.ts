import type { SeriesMark, SeriesWeek } from '../../server/contract.ts'

export type Phase = 'before' | 'ramp' | 'after' | 'running'

/** Which part of the story a week belongs to; a week that touches the settling-in period belongs to it. */
export function phaseOf(week: SeriesWeek, marks: readonly Pick<SeriesMark, 'kind' | 'day'>[]): Phase {
  if (!week.complete) return 'running'
  const cutover = marks.find((mark) => mark.kind === 'cutover')?.day
  if (cutover === undefined || week.to <= cutover) return 'before'
  const rampEnd = marks.find((mark) => mark.kind === 'ramp_end')?.day ?? cutover
  return week.from < rampEnd || week.from < cutover ? 'ramp' : 'after'
}
