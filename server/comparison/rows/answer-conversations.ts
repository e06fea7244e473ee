import type { Database } from '../../store/database.ts'
import type { ListedRow } from '../../store/conversation-list/details.ts'
import { readListedRows } from '../../store/conversation-list/details.ts'
import type { PageQuestion } from '../../store/conversation-list/page.ts'
import { readListKeys } from '../../store/conversation-list/page.ts'
import type { ListFilter, ListQuestion } from '../../store/conversation-list/question.ts'
import type { ListTotals } from '../../store/conversation-list/totals.ts'
import { readListTotals } from '../../store/conversation-list/totals.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import type { MetricKey } from '../../contract.ts'
import type { Counted } from '../../store/conversation-list/question.ts'
import type { FigureQuestion, FigureRows } from './figure-rows.ts'
import { findFigureRows } from './figure-rows.ts'

/** A list as it is asked for: `metric` narrows it to what a figure is made of. */
export type RowsQuestion = Omit<FigureQuestion, 'metric' | 'filter'> & {
  filter: ListFilter
  metric: { key: MetricKey; counted: Counted } | null
}
export type ConversationsQuestion = RowsQuestion &
  Pick<PageQuestion, 'sorting' | 'start' | 'isBackwards' | 'limit'>
export type ConversationsFound = {
  rows: ListedRow[]
  /** Whether there are more in the direction that was asked for. */
  hasMore: boolean
  totals: ListTotals
  figure: FigureRows | null
}

/** One page of conversations, how many there are, and the figure they stand behind. */
export function answerConversations(db: Database, question: ConversationsQuestion): ConversationsFound {
  const { sorting, start, isBackwards, limit } = question
  const { list, figure } = resolveRows(db, question)
  const keys = readListKeys(db, {
    ...list,
    sorting,
    start,
    ...(isBackwards && { isBackwards }),
    limit: limit + 1,
  })
  const hasMore = keys.length > limit
  const page = !hasMore ? keys : isBackwards ? keys.slice(1) : keys.slice(0, limit)
  return { rows: readListedRows(db, page), hasMore, totals: readListTotals(db, list), figure }
}

/** What to read for a list, once it is known which days its figure is made of. */
export function resolveRows(
  db: Database,
  { brandIds, from, to, filter, metric, ...asked }: RowsQuestion,
): { list: ListQuestion; figure: FigureRows | null } {
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  if (metric === null) return { list: { brandIds, ...days, filter, figure: null }, figure: null }
  const figure = findFigureRows(db, {
    ...asked,
    brandIds,
    metric: metric.key,
    ...days,
    ...comparedFilter(filter),
  })
  const measure = {
    measure: measureKeyOf(metric.key),
    counted: metric.counted,
    countedDays: figure.countedDays,
  }
  return { list: { brandIds, ...days, filter, figure: measure }, figure }
}

/** What the comparison itself can be narrowed to; nothing where it is not. */
function comparedFilter({ sources: _, ratings: __, ...filter }: ListFilter): { filter?: MeasureFilter } {
  return Object.keys(filter).length === 0 ? {} : { filter }
}
