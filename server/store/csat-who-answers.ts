import type { CsatDimension, CsatSource } from '../contract-csat.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { csatResponse } from './measures/csat.ts'
import type { MeasureFilter } from './measures/filter.ts'
import { filterSql, hourBlockOf, hourBlocks } from './measures/filter.ts'
import type { MeasurePart } from './measures/measure.ts'
import { sumsSql } from './measures/sums-sql.ts'

export type WhoAnswersQuestion = {
  brandIds: readonly number[]
  /** Brand-local days, half-open. */
  from: Day
  to: Day
  /** Only these conversations. */
  filter?: MeasureFilter
}
export type AskedGroup = { value: string | null; asked: number; answered: number }
export type WhoAnswers = {
  source: CsatSource
  dimensions: { dimension: CsatDimension; groups: AskedGroup[] }[]
}

type Row = {
  source: CsatSource
  channel: string | null
  language: string | null
  block: number
  bot: number | null
  n: number
  numerator: number
}

/** Who was asked and who answered, apart for every source that asked anybody, by what is known of the conversation. */
export function readWhoAnswers(db: Database, question: WhoAnswersQuestion): WhoAnswers[] {
  const rows = csatResponse.parts.flatMap((part) => readPart(db, part, question)).filter(({ n }) => n > 0)
  const sources = [...new Set(rows.map(({ source }) => source))].sort()
  return sources.map((source) => ({
    source,
    dimensions: dimensions.map(({ dimension, valueOf }) => ({
      dimension,
      groups: groupsOf(
        rows.filter((row) => row.source === source),
        valueOf,
      ),
    })),
  }))
}

const dimensions: readonly { dimension: CsatDimension; valueOf: (row: Row) => string | null }[] = [
  { dimension: 'channel', valueOf: ({ channel }) => channel },
  { dimension: 'language', valueOf: ({ language }) => language },
  { dimension: 'hours', valueOf: ({ block }) => hourBlocks[block] },
  { dimension: 'bot', valueOf: ({ bot }) => (bot === null ? null : bot === 1 ? 'yes' : 'no') },
]

/** The largest first; what is not known of anybody's conversation last. */
function groupsOf(rows: readonly Row[], valueOf: (row: Row) => string | null): AskedGroup[] {
  const groups = new Map<string | null, AskedGroup>()
  for (const row of rows) {
    const value = valueOf(row)
    const group = groups.get(value) ?? { value, asked: 0, answered: 0 }
    groups.set(value, {
      value,
      asked: group.asked + row.n,
      answered: group.answered + row.numerator,
    })
  }
  return [...groups.values()].sort(
    (one, other) => Number(one.value === null) - Number(other.value === null) || other.asked - one.asked,
  )
}

function readPart(
  db: Database,
  part: MeasurePart,
  { brandIds, from, to, filter = {} }: WhoAnswersQuestion,
): Row[] {
  const only = filterSql(filter)
  const { rows } = part
  const { n, numerator } = sumsSql(part)
  return statement<Row>(
    db,
    `select ${part.source === undefined ? rows.source : `'${part.source}'`} as source,
       c.channel, c.language, ${hourBlockOf} as block, c.bot_involved as bot, ${n} as n, ${numerator} as numerator
     from ${rows.from}
     where c.brand_id in (select value from json_each(:brandIds)) and c.day >= :from and c.day < :to
       and ${rows.where} and ${only.sql}
     group by 1, 2, 3, 4, 5`,
  ).all({ ...only.parameters, brandIds: JSON.stringify(brandIds), from, to })
}
