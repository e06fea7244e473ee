import type { Day } from '../../periods/day.ts'
import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import { readAccountSettings } from '../settings.ts'
import { allMeasures, measures } from './all.ts'
import type { HourBlock, MeasureFilter } from './filter.ts'
import { filterSql, hourBlockOf, hourBlocks, isWeekend } from './filter.ts'
import type { Measure, MeasurePart } from './measure.ts'
import { keepKnown } from './keep-known.ts'
import { sumsSql } from './sums-sql.ts'

export type MeasureQuestion = {
  measure: Measure
  brandId: number
  /** Brand-local days, half-open. */
  from?: Day
  to?: Day
  filter?: MeasureFilter
  /** Apart for each language, topic, quarter of the day, and weekday or weekend. */
  strata?: boolean
}
export type Stratum = { language: string | null; topic: string; hourBlock: HourBlock; isWeekend: boolean }
/** One brand-local day of one source (and stratum): sums, and for durations the seconds, ascending. */
export type MeasureDay = {
  day: Day
  source: string
  stratum: Stratum | null
  n: number
  numerator: number
  seconds: Float64Array | null
}

type Row = {
  day: Day
  source: string
  language: string | null
  topic: string | null
  block: number | null
  weekend: number | null
  n: number
  numerator: number
  seconds: number | null
}

/**
 * A measure straight from the rows, for questions the daily sums do not answer: filtered, or by stratum. Without either
 * it says the same as the sums. Days by source, oldest first; a row of which a stratum's dimension is not recorded at all
 * (the bot's own records have no topic) is in no stratum.
 */
export function readMeasureDays(db: Database, question: MeasureQuestion): MeasureDay[] {
  const { measure, brandId, filter = {}, strata = false } = question
  const rows = measure.parts.flatMap((part) => readPart(db, part, question, filterSql(filter), strata))
  return keepKnown(db, brandId, measure, daysOf(rows)).sort((one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
  )
}

/** The same measure by its key. */
export function measureOf(key: string): Measure {
  const measure = measures.get(key)
  if (!measure)
    throw new Error(`measureOf: ${key} is not among ${allMeasures.map((one) => one.key).join(', ')}`)
  return measure
}

/** The sample of the week a row \`c\` is of, as \`w\`: for expressions that name \`:sampleBelow\`. */
export const joinWeek = `left join detail_week w
      on w.brand_id = c.brand_id and w.week_start = date(c.day, '-6 days', 'weekday 1')`

function readPart(
  db: Database,
  part: MeasurePart,
  { brandId, from, to }: MeasureQuestion,
  filter: { sql: string; parameters: Record<string, unknown> },
  strata: boolean,
): Row[] {
  const { rows } = part
  const isDuration = part.seconds !== undefined
  const dimensions = strata
    ? `c.language, c.topic, ${hourBlockOf} as block, ${isWeekend} as weekend`
    : 'null as language, null as topic, null as block, null as weekend'
  const groups = strata ? '1, 2, 3, 4, 5, 6' : '1, 2'
  const source = part.source === undefined ? rows.source : `'${part.source}'`
  const figures = isDuration
    ? `1 as n, 0 as numerator, (${part.seconds}) as seconds`
    : `${sumsSql(part).n} as n, ${sumsSql(part).numerator} as numerator, null as seconds`
  // A week begins on Monday; the sample is the week's own. Finding it costs as much as reading the row.
  const needsSample = `${figures} ${part.n}`.includes(':sampleBelow')
  const sql = `
    select c.day, ${source} as source, ${dimensions}, ${figures}
    from ${rows.from} ${needsSample ? joinWeek : ''}
    where c.brand_id = :brandId and (:from is null or c.day >= :from) and (:to is null or c.day < :to)
      and ${rows.where} and ${filter.sql} ${isDuration ? `and (${part.n})` : ''}
      ${strata ? 'and c.topic is not null and c.hour_of_week is not null' : ''}
    ${isDuration ? 'order by c.day' : `group by ${groups}`}`
  return statement<Row>(db, sql.replaceAll(':sampleBelow', 'w.sample_below')).all({
    ...filter.parameters,
    brandId,
    from: from ?? null,
    to: to ?? null,
    unservedAfterMinutes: readAccountSettings(db).unservedAfterMinutes,
  })
}

/** Rows of the same day, source and stratum together. */
function daysOf(rows: readonly Row[]): MeasureDay[] {
  const groups = new Map<string, Omit<MeasureDay, 'seconds'> & { values: number[] | null }>()
  for (const row of rows) {
    if (row.n === 0) continue
    const { day, source, language, topic, block, weekend } = row
    const key = [day, source, language, topic, block, weekend].join('\n')
    let group = groups.get(key)
    if (!group) {
      const values = row.seconds === null ? null : []
      groups.set(key, (group = { day, source, stratum: stratumOf(row), n: 0, numerator: 0, values }))
    }
    group.n += row.n
    group.numerator += row.numerator
    if (row.seconds !== null) group.values?.push(row.seconds)
  }
  return [...groups.values()].map(({ values, ...group }) => ({
    ...group,
    seconds: values && Float64Array.from(values).sort(),
  }))
}

function stratumOf({ language, topic, block, weekend }: Row): Stratum | null {
  return topic === null || block === null
    ? null
    : { language, topic, hourBlock: hourBlocks[block], isWeekend: weekend === 1 }
}
