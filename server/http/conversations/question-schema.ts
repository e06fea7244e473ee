import { z } from 'zod'
import type { Context } from '../../context.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { RowsQuestion } from '../../comparison/rows/answer-conversations.ts'
import { csatSources } from '../../comparison/csat/answer-csat.ts'
import { rowsOfMetric } from '../../comparison/rows/rows-of-metric.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { LengthRange, Sorting } from '../../store/conversation-list/question.ts'
import {
  conversationSources,
  countedChoices,
  listOrders,
  ratingChoices,
  teamCounts,
} from '../../store/conversation-list/question.ts'
import { funnelSteps } from '../../store/bot-funnel.ts'
import type { Person } from '../../store/people.ts'
import { brandsInScope } from '../brand-scope.ts'
import { HttpProblem } from '../http-problem.ts'
import type { AskedFilter } from '../question-filter.ts'
import { filterFields, filterOf, listOf } from '../question-filter.ts'
import { allOrListOf, brandId, day, metric, withDaysInOrder } from '../question-schemas.ts'

const MOST_ROWS = 200
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => String(hour))
const USUAL_ROWS = 50

/** What a list or a file of conversations may be asked. */
const listFields = {
  brand: allOrListOf(brandId),
  from: day.optional(),
  to: day.optional(),
  ...filterFields,
  source: listOf(conversationSources).meta({ description: 'Live chat, messaging, or a bot alone' }),
  rating: listOf(ratingChoices).meta({ description: 'How the customer rated it; none: not at all' }),
  weekday: listOf(weekdays)
    .transform((days) => days?.map(Number))
    .meta({ description: 'Brand-local, of its beginning: 1 (Monday) to 7' }),
  hour: listOf(hoursOfDay)
    .transform((hours) => hours?.map(Number))
    .meta({ description: 'Brand-local, of its beginning: 0 to 23' }),
  metric: metric.optional().meta({ description: 'Only what this figure is made of' }),
  counted: z
    .enum(countedChoices, `is not known; use ${countedChoices.join(', ')}`)
    .default('all')
    .meta({ description: 'Of a share: all it is made of, what counts in it, or the rest' }),
  step: z
    .enum(funnelSteps, `is not known; use ${funnelSteps.join(', ')}`)
    .optional()
    .meta({ description: 'Only what this step of GET /bot’s funnel counts' }),
  team: z
    .enum(teamCounts, `is not known; use ${teamCounts.join(', ')}`)
    .optional()
    .meta({ description: 'Only what the hours of GET /team count: those for people, or all' }),
  asked: z
    .enum(csatSources, `is not known; use ${csatSources.join(', ')}`)
    .optional()
    .meta({ description: 'Of a figure of ratings: how the customer was asked' }),
  took: z
    .string()
    .regex(/^(unended|\d{1,8}-(\d{1,8})?)$/, 'is not a length; use seconds such as 60-120, 3600- or unended')
    .transform(lengthOf)
    .optional()
    .meta({ description: 'Of a duration: seconds, half-open, such as 60-120 or 3600-; or unended' }),
  sort: z.enum(listOrders, `is not known; use ${listOrders.join(', ')}`).default('started'),
  order: z.enum(['asc', 'desc'], 'is not asc or desc').default('desc'),
}

export const conversationsQuestionSchema = withDaysInOrder(
  z.strictObject({
    ...listFields,
    limit: z
      .string()
      .default(String(USUAL_ROWS))
      .refine(isPageLength, `must be a whole number from 1 to ${MOST_ROWS}`)
      .transform(Number),
    cursor: z.string().max(1000).optional(),
  }),
)
export const exportQuestionSchema = withDaysInOrder(
  z.strictObject({ ...listFields, lang: z.enum(['en', 'ko'], 'is not en or ko').default('en') }),
)
type ListInput = Pick<z.output<typeof exportQuestionSchema>, keyof typeof listFields>

export type AskedList = { rows: RowsQuestion; sorting: Sorting; filter: AskedFilter['filter'] | null }

/**
 * What is to be read, cut to what the person may see.
 * @throws ForbiddenError for a brand they may not see, HttpProblem 422 for a figure that is made of no conversations
 */
export function askedList(ctx: Context, person: Person, input: ListInput): AskedList {
  const { brand, from, to, source, rating, weekday, hour, sort, order } = input
  const { metric: key, counted, step, team, asked, took } = input
  const brandIds = brandsInScope(ctx, person, brand)
  const filter = filterOf(ctx.db, input)
  if (key !== undefined) refuseOtherRows(key)
  refuseMisplaced(input)
  // A figure of the report has the windows of its own moment, not those of now; the bot's funnel is never of the report.
  const reportAt =
    filter === null && step === undefined && team === undefined
      ? readGrid(ctx.db, { brandIds: [], metrics: [] }).asOf
      : null
  return {
    rows: {
      brandIds,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      filter: {
        ...filter?.measured,
        ...(source && { sources: source }),
        ...(rating && { ratings: rating }),
        ...(weekday && { weekdays: weekday }),
        ...(hour && { hours: hour }),
      },
      metric: key === undefined ? null : { key, counted, ...(took && { took }) },
      ...(step && { step }),
      ...(team && { team }),
      ...(asked && { asked }),
      ownWeeksOnly: gridFor(ctx, person) === 'own_weeks',
      now: reportAt === null ? ctx.clock.now() : Date.parse(reportAt),
    },
    sorting: { by: sort, isDescending: order === 'desc' },
    filter: filter && filter.filter,
  }
}

function refuseMisplaced({ metric: key, counted, step, team, asked, took, sort }: ListInput): void {
  const kind = key === undefined ? null : metricOf(key).kind
  const fields = [
    ...(counted !== 'all' && kind !== 'rate'
      ? [{ field: 'counted', message: 'needs a metric that is a share; leave it out' }]
      : []),
    ...(step !== undefined && key !== undefined
      ? [{ field: 'step', message: 'stands alone; leave out either it or the metric' }]
      : []),
    ...(team !== undefined && (key !== undefined || step !== undefined)
      ? [{ field: 'team', message: 'stands alone; leave out either it or the metric and the step' }]
      : []),
    ...(asked !== undefined && key !== 'csat' && key !== 'csat_response_rate'
      ? [{ field: 'asked', message: 'needs the metric csat or csat_response_rate; leave it out' }]
      : []),
    ...(took !== undefined && kind !== 'duration'
      ? [{ field: 'took', message: 'needs a metric that is a duration; leave it out' }]
      : []),
    ...(sort === 'figure' && key === undefined
      ? [{ field: 'sort', message: 'figure needs a metric; name one, or sort by something else' }]
      : []),
  ]
  if (fields.length === 0) return
  const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  throw new InvalidRequestError(`The request cannot be answered: ${words}.`, fields)
}

function refuseOtherRows(key: Parameters<typeof rowsOfMetric>[0]): void {
  const rows = rowsOfMetric(key)
  if (rows === 'conversations') return
  throw rows === 'bot_records' ? restsOnBotRecords(key) : restsOnAgentsTime(key)
}

function restsOnAgentsTime(key: string): HttpProblem {
  return new HttpProblem(
    422,
    'rests_on_agents_time',
    `${key} is worked out from the hours agents were engaged, not from single conversations; ask for handle_time or transfer_rate to see the conversations agents took part in.`,
  )
}

/** Of a figure that comes from the AI agents export or an imported file. */
export function restsOnBotRecords(key: string): HttpProblem {
  return new HttpProblem(
    422,
    'rests_on_bot_records',
    `${key} is counted from the bot's own records (the AI agents export or an imported file), which are no conversations of Zendesk; ask for containment_rate to see the conversations a bot took part in.`,
  )
}

function lengthOf(text: string): LengthRange {
  if (text === 'unended') return text
  const [least, below] = text.split('-')
  return { least: Number(least), below: below === '' ? null : Number(below) }
}

function isPageLength(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_ROWS
}
