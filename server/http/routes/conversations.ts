import type { ConversationsFound } from '../../comparison/rows/answer-conversations.ts'
import type { FigureRows } from '../../comparison/rows/figure-rows.ts'
import type { Context } from '../../context.ts'
import type { ConversationsAnswer, ListedFigure } from '../../contract-conversations.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readBrands } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import type { ListTotals } from '../../store/conversation-list/totals.ts'
import { ask } from '../ask.ts'
import type { PageStart } from '../conversations/cursor.ts'
import { readCursor, writeCursor } from '../conversations/cursor.ts'
import type { AskedList } from '../conversations/question-schema.ts'
import {
  askedList,
  conversationsQuestionSchema,
  restsOnBotRecords,
} from '../conversations/question-schema.ts'
import { conversationsAnswerSchema } from '../conversations/schemas.ts'
import type { RowContext } from '../conversations/to-row.ts'
import { toRow } from '../conversations/to-row.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'

export const listConversations = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/conversations',
  summary: 'Conversations, a page at a time; with a metric, those its figure is made of',
  query: conversationsQuestionSchema,
  answer: conversationsAnswerSchema,
  problems: [422, 503],
  async handle(ctx, { person, query, response }) {
    const list = askedList(ctx, person, query)
    const start = query.cursor === undefined ? null : readCursor(list, query.cursor)
    const { at, answer } = await ask(ctx, { person, response }, 'conversations', {
      ...list.rows,
      sorting: list.sorting,
      start: start && start.place,
      isBackwards: start?.isBackwards ?? false,
      limit: query.limit,
    })
    if (query.metric !== undefined && answer.figure?.restsOnBotRecords) throw restsOnBotRecords(query.metric)
    const context = rowContext(ctx, list)
    const metrics = query.metric === undefined ? ('all' as const) : [query.metric]
    return {
      asOf: new Date(at).toISOString(),
      dataCompleteTo: readGrid(ctx.db, { brandIds: [], metrics }).dataCompleteTo,
      filter: list.filter,
      sort: query.sort,
      order: query.order,
      total: answer.totals.rows,
      rows: answer.rows.map((row) => toRow(row, context)),
      ...pageOf(list, start, query.limit, answer),
      figure: answer.figure && figureOf(list, answer.figure, answer.totals),
    }
  },
})

export function rowContext({ db, config }: Context, { rows: { metric } }: AskedList): RowContext {
  return {
    brandNames: readBrandNames(db),
    zendeskUrl: config.zendesk.baseUrl,
    kind: metric === null ? null : metricOf(metric.key).kind,
  }
}

function readBrandNames(db: Database): ReadonlyMap<number, string> {
  return new Map(readBrands(db).map(({ id, name }) => [id, name]))
}

/** Where the page lies, and how to get to the next ones. */
function pageOf(
  list: AskedList,
  start: PageStart | null,
  limit: number,
  { rows, hasMore }: ConversationsFound,
): Pick<ConversationsAnswer, 'first' | 'next' | 'previous'> {
  const [firstRow] = rows
  const lastRow = rows.at(-1)
  if (lastRow === undefined) return { first: null, next: null, previous: null }
  const isBackwards = start?.isBackwards ?? false
  const skipped = start === null || (isBackwards && !hasMore) ? 0 : start.skipped
  const hasPrevious = isBackwards ? hasMore : start !== null
  const hasNext = isBackwards || hasMore
  return {
    first: skipped + 1,
    next: hasNext
      ? writeCursor(list, { place: lastRow, isBackwards: false, skipped: skipped + rows.length })
      : null,
    previous: hasPrevious
      ? writeCursor(list, { place: firstRow, isBackwards: true, skipped: Math.max(0, skipped - limit) })
      : null,
  }
}

function figureOf(
  { rows: { metric } }: AskedList,
  { window, leftOut }: FigureRows,
  totals: ListTotals,
): ListedFigure | null {
  if (metric === null) return null
  const { key, kind, name } = metricOf(metric.key)
  return {
    metric: key,
    kind,
    name,
    counted: metric.counted,
    window,
    numerator: kind === 'rate' || kind === 'load' ? totals.adds : null,
    totalSeconds: totals.seconds,
    leftOut,
  }
}
