import { hourBlockOf, isWeekend } from './filter.ts'
import type { Measure, MeasurePart, Rows } from './measure.ts'
import { conversationRows, isInSample } from './measure.ts'
import { isRecontacted } from './recontact-rate.ts'
import { agentsEngaged, averageReplySeconds, engagedSeconds, isEngaged } from './team/engaged.ts'
import { agentAt } from './wait-to-agent.ts'

/** Where one part of a measure stands in the rows of a day. */
export type DayLine = {
  metric: string
  part: MeasurePart
  /** Places of the bits that say whether a row counts, and whether it does in the numerator; and the bit in them. */
  mask: number
  numeratorMask: number
  bit: number
  /** Places of what a row adds, and of its duration. */
  amount: number | null
  seconds: number | null
}
/** One statement for all parts that look at the same rows; `:brandId` and `:day` say which. */
export type DayRows = { lines: readonly DayLine[]; sql: string }

/** A row by place: what every row begins with, then what the lines' places name. */
export type DayRow = readonly [
  source: string,
  channel: string | null,
  weight: number,
  language: string | null,
  topic: string | null,
  block: number | null,
  weekend: number | null,
  ...worked: (number | null)[],
]
const FIRST_WORKED = 7

/**
 * Looks into other tables, and long sums, that several measures need: SQLite would do them as often as they stand in a
 * statement.
 */
const workedOutOnce = {
  isEngaged,
  agentsEngaged,
  engagedSeconds,
  averageReplySeconds,
  isRecontacted,
  agentAt,
  isInSample,
}

/** As many bits as a number has for JavaScript's own bit operations. */
const BITS = 31

/** One row per conversation (or rating, or record of a bot) with everything that is summed, each row read once. */
export function dayRows(all: readonly Measure[]): DayRows[] {
  const parts = all.flatMap(({ key, parts: own }) => own.map((part) => ({ metric: key, part })))
  const rowSets = [...new Set(parts.map(({ part }) => part.rows))]
  return rowSets.map((rows) => {
    const lines = linesOf(parts.filter(({ part }) => part.rows === rows))
    return { lines, sql: sqlOf(rows, lines) }
  })
}

function linesOf(parts: readonly { metric: string; part: MeasurePart }[]): DayLine[] {
  let next = FIRST_WORKED + 2 * Math.ceil(parts.length / BITS)
  return parts.map(({ metric, part }, i) => {
    const mask = FIRST_WORKED + 2 * Math.floor(i / BITS)
    return {
      metric,
      part,
      mask,
      numeratorMask: mask + 1,
      bit: i % BITS,
      amount: part.amount === undefined ? null : next++,
      seconds: part.seconds === undefined ? null : next++,
    }
  })
}

function sqlOf(rows: Rows, lines: readonly DayLine[]): string {
  const columns = lines.flatMap(({ part, amount, seconds }) => [
    ...(amount === null ? [] : [`case when ${part.n} then ${part.amount} end`]),
    ...(seconds === null ? [] : [`case when ${part.n} then (${part.seconds}) end`]),
  ])
  const masks = [...new Set(lines.map(({ mask }) => mask))].flatMap((mask) => {
    const own = lines.filter((line) => line.mask === mask)
    const counted = own.map(({ part, bit }) => `(((${part.n}) is true) << ${bit})`)
    const hits = own
      .filter(({ part }) => part.numerator !== undefined)
      .map(({ part, bit }) => `((case when ${part.n} then (${part.numerator}) is true else 0 end) << ${bit})`)
    return [counted.join('\n | '), hits.length === 0 ? '0' : hits.join('\n | ')]
  })
  const onDay = 'c.brand_id = :brandId and c.day = :day'
  const select = `select ${rows.source}, c.channel, ${rows.weight}, c.language, c.topic, ${hourBlockOf}, ${isWeekend},
    ${[...masks, ...columns].join(',\n')}`
  if (rows !== conversationRows) return `${select}\nfrom ${rows.from}\nwhere ${onDay} and ${rows.where}`
  const once = Object.entries(workedOutOnce)
  return `with known as materialized (
      select c.*, ${once.map(([name, expression]) => `${expression} as ${name}`).join(',\n')}
      from ${rows.from} where ${onDay} and ${rows.where})
    ${once.reduce((sql, [name, expression]) => sql.replaceAll(expression, `c.${name}`), select)}
    from known c`
}
