import { isInStep } from '../bot-funnel.ts'
import { measureOf } from '../measures/index.ts'
import { filterSql } from '../measures/filter.ts'
import type { MeasurePart } from '../measures/measure.ts'
import { conversationRows, isForPeople } from '../measures/measure.ts'
import { ratingRows } from '../measures/rating-rows.ts'
import { joinWeek } from '../measures/read-measure-days.ts'
import { messageCount, resolutionSeconds, waitSeconds } from './expressions.ts'
import type {
  LengthRange,
  ListFigure,
  ListFilter,
  ListOrder,
  ListQuestion,
  ListStep,
  ListTeam,
  RatingChoice,
} from './question.ts'

/** A select of the rows of one brand, `:brandId`, that pass; its parameters hold all but those of the brand. */
export type RowsSql = { sql: string; parameters: Record<string, unknown> }

/**
 * The rows of a question, each with its place in the database, what it adds to the figure and what it is sorted by. One
 * conversation with two ratings is two rows of a figure of ratings.
 */
export function rowsSql({ from, to, filter, figure, step, team }: ListQuestion, order: ListOrder): RowsSql {
  const { sql: filtered, parameters } = listFilterSql(filter)
  const sql = [filtered, ...(step ? [stepSql(step)] : []), ...(team ? [teamSql(team)] : [])].join(' and ')
  const selects = partsOf(figure?.measure ?? null).map((part) => selectOf(part, figure, order, sql))
  return {
    sql: selects.join('\n  union all\n  '),
    parameters: { ...parameters, from: from ?? null, to: to ?? null, ...lengthParameters(figure?.took) },
  }
}

const everything: MeasurePart = { rows: conversationRows, n: '1' }

/** The ways to a figure that look at conversations; a bot's own records are none. */
function partsOf(measure: string | null): readonly MeasurePart[] {
  if (measure === null) return [everything]
  return measureOf(measure).parts.filter(({ rows }) => rows === conversationRows || rows === ratingRows)
}

/** Without a choice of what counts, days and sources are not looked at either: then there is no figure. */
function selectOf(part: MeasurePart, figure: ListFigure | null, order: ListOrder, filter: string): string {
  const { rows, n, numerator, amount, seconds } = part
  const counted = figure?.counted ?? null
  const source = part.source === undefined ? rows.source : `'${part.source}'`
  const isRating = rows === ratingRows
  const adds = amount ?? (numerator === undefined ? '1' : `((${numerator}) is true)`)
  const conditions = [
    'c.brand_id = :brandId and (:from is null or c.day >= :from) and (:to is null or c.day < :to)',
    rows.where,
    `(${n})`,
    filter,
    ...(counted === null ? [] : [`c.day || ' ' || ${source} in (select value from json_each(:countedDays))`]),
    ...(counted === 'yes' ? [`(${numerator ?? '1'})`] : []),
    ...(counted === 'no' ? [`((${numerator ?? '1'}) is not true)`] : []),
    ...(figure?.took === undefined ? [] : [lengthSql(figure.took, seconds ?? 'null')]),
  ]
  const select = `select c.rowid as row, c.id, ${isRating ? 'a.id' : "''"} as answer, c.day, c.started_at as startedAt,
    ${seconds === undefined ? 'null' : `(${seconds})`} as seconds, ${adds} as adds, ${sortedBy(order, part)} as key
  from ${rows.from}`
  const where = conditions.join('\n    and ')
  const needsSample = `${select} ${where}`.includes(':sampleBelow')
  return `${select} ${needsSample ? joinWeek : ''}\n  where ${where}`.replaceAll(
    ':sampleBelow',
    'w.sample_below',
  )
}

function sortedBy(order: ListOrder, { seconds, amount, numerator }: MeasurePart): string {
  switch (order) {
    case 'started':
      return 'null'
    case 'first_reply':
      return 'c.first_reply_seconds'
    case 'wait':
      return waitSeconds
    case 'resolution':
      return resolutionSeconds
    case 'messages':
      return messageCount
    case 'figure':
      // What has not ended is longer than everything else, and no number.
      return seconds === undefined
        ? (amount ?? (numerator === undefined ? 'null' : `((${numerator}) is true)`))
        : `nullif((${seconds}), 9e999)`
  }
}

function listFilterSql(filter: ListFilter): RowsSql {
  const { sql, parameters } = filterSql(filter)
  const { sources, ratings, weekdays, hours } = filter
  const conditions = [
    sql,
    ...(sources ? ['c.source in (select value from json_each(:sources))'] : []),
    ...(ratings ? [ratedAs(ratings)] : []),
    ...(weekdays ? ['c.hour_of_week / 24 + 1 in (select value from json_each(:weekdays))'] : []),
    ...(hours ? ['c.hour_of_week % 24 in (select value from json_each(:hours))'] : []),
  ]
  return {
    sql: conditions.join(' and '),
    parameters: {
      ...parameters,
      ...(sources && { sources: JSON.stringify(sources) }),
      ...(ratings && { ratings: JSON.stringify(ratings) }),
      ...(weekdays && { weekdays: JSON.stringify(weekdays) }),
      ...(hours && { hours: JSON.stringify(hours) }),
    },
  }
}

/** The day that counts is the brand's own. */
function stepSql({ step }: ListStep): string {
  return `${isInStep(step)} and c.day in (select value from json_each(:stepDays))`
}

/** As the hours of the team count them. */
function teamSql({ count }: ListTeam): string {
  const whose = count === 'people' ? ` and ${isForPeople}` : ''
  return `c.kind = 'conversation'${whose} and c.day not in (select value from json_each(:teamDaysLeftOut))`
}

function lengthSql(took: LengthRange, seconds: string): string {
  if (took === 'unended') return `(${seconds}) >= 9e999`
  return `(${seconds}) >= :least and (${seconds}) < coalesce(:below, 9e999)`
}

function lengthParameters(took: LengthRange | undefined): Record<string, number | null> {
  return took === undefined || took === 'unended' ? {} : { least: took.least, below: took.below }
}

function ratedAs(ratings: readonly RatingChoice[]): string {
  const answer = (what: string) =>
    `exists (select 1 from csat_answer a where ${ratingRows.where} and a.category ${what})`
  const chosen = [
    ...(ratings.some((one) => one !== 'none') ? [answer('in (select value from json_each(:ratings))')] : []),
    ...(ratings.includes('none') ? [`not ${answer('is not null')}`] : []),
  ]
  return chosen.length === 0 ? '0' : `(${chosen.join(' or ')})`
}
