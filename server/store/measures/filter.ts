export const hourBlocks = ['night', 'morning', 'afternoon', 'evening'] as const
/** Of the brand-local hour a conversation began in: 0–6, 6–12, 12–18, 18–24. */
export type HourBlock = (typeof hourBlocks)[number]

export const botInvolvements = ['yes', 'no', 'unknown'] as const
export type BotInvolvement = (typeof botInvolvements)[number]

/** Which rows a question is about; a row of which a dimension is not known is in no choice of it but `null`. */
export type MeasureFilter = {
  channels?: readonly string[]
  /** Null: the language is not known. */
  languages?: readonly (string | null)[]
  topics?: readonly string[]
  groupIds?: readonly (number | null)[]
  hourBlocks?: readonly HourBlock[]
  /** Only what began within the brand's opening hours, to the minute. */
  openingHoursOnly?: boolean
  bot?: BotInvolvement | readonly BotInvolvement[]
}

export type FilterSql = { sql: string; parameters: Record<string, unknown> }

const HOURS_BEFORE_WEEKEND = 120
/** Of a row `c`: which quarter of its day it began in, and whether that was a Saturday or Sunday. */
export const hourBlockOf = '(c.hour_of_week % 24 / 6)'
export const isWeekend = `(c.hour_of_week >= ${HOURS_BEFORE_WEEKEND})`

const botInvolved: Record<BotInvolvement, string> = {
  yes: 'c.bot_involved = 1',
  no: 'c.bot_involved = 0',
  unknown: 'c.bot_involved is null',
}

/** A condition on a row `c`, and its parameters. */
export function filterSql(filter: MeasureFilter): FilterSql {
  const { channels, languages, topics, groupIds, bot } = filter
  const blocks = filter.hourBlocks?.map((block) => hourBlocks.indexOf(block))
  const lists = [
    ['channels', 'c.channel', channels],
    ['languages', 'c.language', languages],
    ['topics', 'c.topic', topics],
    ['groupIds', 'c.group_id', groupIds],
    ['hourBlocks', hourBlockOf, blocks],
  ] as const
  const conditions: string[] = []
  const parameters: Record<string, unknown> = {}
  for (const [name, column, list] of lists) {
    if (list === undefined) continue
    // `is` instead of `in`: a null in the list asks for the rows that have none.
    conditions.push(`exists (select 1 from json_each(:${name}) one where one.value is ${column})`)
    parameters[name] = JSON.stringify(list)
  }
  if (filter.openingHoursOnly) conditions.push('c.outside_hours = 0')
  if (bot) {
    const chosen = [bot].flat().map((one) => botInvolved[one])
    conditions.push(chosen.length === 0 ? '0' : `(${chosen.join(' or ')})`)
  }
  return { sql: conditions.length === 0 ? '1' : conditions.join(' and '), parameters }
}
