import type { Database } from '../database.ts'
import { rowsByPlace } from '../database.ts'
import type { StratumIds } from '../strata.ts'
import { NO_STRATUM } from '../strata.ts'
import { allMeasures } from './all.ts'
import type { DayLine, DayRow } from './day-rows-sql.ts'
import { dayRows } from './day-rows-sql.ts'
import { isStratified } from './stratified.ts'

export type DayQuestion = {
  brandId: number
  day: string
  unservedAfterMinutes: number
  /** Ranks below this speak for the day's week; null = all of them do. */
  sampleBelow: number | null
}
export type DaySum = {
  metric: string
  source: string
  channel: string
  n: number
  numerator: number
  /** Of durations that have ended: all of them added up. */
  total: number
}
/** Of a share: stratum, n and numerator, and so on; of a duration the stratum of each of its seconds. */
export type DayStrata = { metric: string; source: string; numbers: Uint32Array }
export type DayFigures = {
  /** With the durations, ascending, where there are any. */
  sums: (DaySum & { seconds: Float64Array })[]
  durations: { metric: string; source: string; seconds: Float64Array }[]
  strata: DayStrata[]
}

/** What one measure holds of a day, of one source. */
type SourceFigures = {
  metric: string
  source: string
  channels: Map<string, DaySum & { seconds: number[] }>
  strata: Map<number, { n: number; numerator: number }> | null
  timed: Timed[]
}
type Timed = { seconds: number; stratum: number }

const groups = dayRows(allMeasures)

/** Every measure over one brand-local day, each of its rows read once. */
export function sumDay(db: Database, question: DayQuestion, stratumIds: StratumIds): DayFigures {
  const all = new Map<string, SourceFigures>()
  for (const { lines, sql } of groups) {
    const bySource = lines.map(() => new Map<string, SourceFigures>())
    for (const row of rowsByPlace<DayRow>(db, sql, question)) {
      const [rowSource, channel, weight, language, topic, block, weekend] = row
      const stratum = stratumIds({ language, topic, block, weekend })
      // Bots' own records may not name a channel.
      const from = { channel: channel ?? '', weight, stratum }
      lines.forEach((line, i) => {
        if (((Number(row[line.mask]) >> line.bit) & 1) === 0) return
        const source = line.part.source ?? rowSource
        let figures = bySource[i].get(source)
        if (!figures) bySource[i].set(source, (figures = figuresOf(all, line.metric, source)))
        addRow(figures, line, row, from)
      })
    }
  }
  return figuresOfDay([...all.values()])
}

/** Parts of a measure may be of the same source. */
function figuresOf(all: Map<string, SourceFigures>, metric: string, source: string): SourceFigures {
  const key = `${metric} ${source}`
  let found = all.get(key)
  if (!found) {
    const strata = isStratified(metric) ? new Map<number, { n: number; numerator: number }>() : null
    all.set(key, (found = { metric, source, channels: new Map(), strata, timed: [] }))
  }
  return found
}

function addRow(
  { metric, source, channels, strata, timed }: SourceFigures,
  line: DayLine,
  row: DayRow,
  { channel, weight, stratum }: { channel: string; weight: number; stratum: number },
): void {
  const adds =
    line.amount === null ? (Number(row[line.numeratorMask]) >> line.bit) & 1 : Number(row[line.amount])
  const numerator = adds * weight
  let sum = channels.get(channel)
  if (!sum)
    channels.set(channel, (sum = { metric, source, channel, n: 0, numerator: 0, total: 0, seconds: [] }))
  sum.n += weight
  sum.numerator += numerator
  if (line.seconds !== null) {
    const seconds = row[line.seconds]
    if (typeof seconds !== 'number') return
    sum.seconds.push(seconds)
    timed.push({ seconds, stratum })
  } else if (strata !== null && stratum !== NO_STRATUM) {
    const known = strata.get(stratum)
    if (known) {
      known.n += weight
      known.numerator += numerator
    } else strata.set(stratum, { n: weight, numerator })
  }
}

function figuresOfDay(all: readonly SourceFigures[]): DayFigures {
  const figures: DayFigures = { sums: [], durations: [], strata: [] }
  for (const { metric, source, channels, strata, timed } of all) {
    for (const { seconds, ...sum } of channels.values()) {
      // In a fixed order: sums of fractions differ in their last digit with the order in which rows lie.
      const ascending = Float64Array.from(seconds).sort()
      for (const value of ascending) if (value !== Infinity) sum.total += value
      if (sum.n > 0) figures.sums.push({ ...sum, seconds: ascending })
    }
    if (timed.length > 0) {
      timed.sort(byLength)
      figures.durations.push({ metric, source, seconds: Float64Array.from(timed, ({ seconds }) => seconds) })
      figures.strata.push({ metric, source, numbers: Uint32Array.from(timed, ({ stratum }) => stratum) })
    } else if (strata !== null && strata.size > 0)
      figures.strata.push({
        metric,
        source,
        numbers: Uint32Array.from(
          [...strata]
            .sort(([one], [other]) => one - other)
            .flatMap(([stratum, { n, numerator }]) => [stratum, n, numerator]),
        ),
      })
  }
  return figures
}

/** Durations that have not ended are equally long. */
function byLength(one: Timed, other: Timed): number {
  return one.seconds === other.seconds ? one.stratum - other.stratum : one.seconds - other.seconds
}
