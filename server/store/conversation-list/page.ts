import { addDays } from '../../periods/day.ts'
import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import { readAccountSettings } from '../settings.ts'
import type { ListQuestion, Sorting } from './question.ts'
import { rowsSql } from './rows-sql.ts'

/** Where a row stands in an order; what is not known (null) stands last, whichever way the rest goes. */
export type Place = { key: number | null; startedAt: number; id: string; answer: string }
/** A row of the list before its details are read. */
export type ListKey = Place & {
  /** Its place in the database. */
  row: number
  /** What it adds to the figure; null where that is not known. */
  adds: number | null
  /** Of a duration; Infinity while it has not ended. */
  seconds: number | null
}

/** Half-open on the side of the place it begins at. */
export type PageQuestion = ListQuestion & {
  sorting: Sorting
  /** The rows after a place, or, backwards, those before it. */
  start: Place | null
  isBackwards?: boolean
  limit: number
}

/** Up to `limit` rows in their order, backwards or not. Each brand is read by itself, along its own days. */
export function readListKeys(db: Database, question: PageQuestion): ListKey[] {
  const { sorting, isBackwards = false, limit, brandIds } = question
  const goesDown = sorting.isDescending !== isBackwards
  const found = brandIds.flatMap((brandId) => readOfBrand(db, question, brandId, goesDown))
  const inOrder = comparePlaces(sorting, goesDown)
  const page = brandIds.length === 1 ? found : found.sort(inOrder).slice(0, limit)
  return isBackwards ? page.reverse() : page
}

/** Whether rows in an order that nothing but the moment decides lie in the order of the days. */
export function isByTime({ by }: Sorting): boolean {
  return by === 'started'
}

function readOfBrand(db: Database, question: PageQuestion, brandId: number, goesDown: boolean): ListKey[] {
  const { sorting, start, limit } = question
  const { sql, parameters } = rowsSql(question, sorting.by)
  const way = goesDown ? 'desc' : 'asc'
  const order = isByTime(sorting)
    ? `order by day ${way}, startedAt ${way}, id ${way}, answer ${way}`
    : `order by ${isLast(sorting)} ${way}, coalesce(key, 0) ${way}, startedAt ${way}, id ${way}, answer ${way}`
  return statement<ListKey>(
    db,
    `select row, id, answer, startedAt, seconds, adds, key from (${sql})
     ${start === null ? '' : `where ${beyond(sorting, goesDown)}`} ${order} limit :limit`,
  ).all({
    ...parameters,
    ...brandParameters(db, question, brandId),
    ...(start && placeParameters(start, sorting, goesDown)),
    brandId,
    limit,
  })
}

/** Parameters whose values are the brand's own. */
export const ownParameters = ['brandId', 'countedDays', 'stepDays', 'knownTo', 'teamDaysLeftOut'] as const

/** What the expressions of a question look at beside the row of one brand. */
export function brandParameters(
  db: Database,
  { figure, step, team }: Pick<ListQuestion, 'figure' | 'step' | 'team'>,
  brandId: number,
): Record<string, unknown> {
  const ofStep = step?.brands[brandId]
  return {
    ...(figure && {
      countedDays: JSON.stringify(figure.countedDays[brandId] ?? []),
      unservedAfterMinutes: readAccountSettings(db).unservedAfterMinutes,
    }),
    ...(step && { stepDays: JSON.stringify(ofStep?.days ?? []), knownTo: ofStep?.knownTo ?? 0 }),
    ...(team && { teamDaysLeftOut: JSON.stringify(team.daysLeftOut[brandId] ?? []) }),
  }
}

/** 0 or 1, so that rows without a key come last in the order that is asked for. */
function isLast({ isDescending }: Sorting): string {
  return isDescending ? '(key is not null)' : '(key is null)'
}

function beyond(sorting: Sorting, goesDown: boolean): string {
  const sign = goesDown ? '<' : '>'
  // The day's bound is what the index is sought by; a day of another zone may lie one further.
  return isByTime(sorting)
    ? `day ${sign}= :nearDay and (startedAt, id, answer) ${sign} (:startedAt, :id, :answer)`
    : `(${isLast(sorting)}, coalesce(key, 0), startedAt, id, answer) ${sign} (:isLast, :key, :startedAt, :id, :answer)`
}

function placeParameters(
  { key, startedAt, id, answer }: Place,
  sorting: Sorting,
  goesDown: boolean,
): Record<string, unknown> {
  if (isByTime(sorting)) {
    const utcDay = new Date(startedAt).toISOString().slice(0, 10)
    return { nearDay: addDays(utcDay, goesDown ? 1 : -1), startedAt, id, answer }
  }
  const hasKey = key !== null
  return { isLast: Number(hasKey === sorting.isDescending), key: key ?? 0, startedAt, id, answer }
}

/** The same order as the database's, for rows of several brands; the first of two comes out below 0. */
export function comparePlaces({ by, isDescending }: Sorting, goesDown: boolean) {
  const sign = goesDown ? -1 : 1
  const last = ({ key }: Place) => Number((key !== null) === isDescending)
  return (one: Place, other: Place): number => {
    const byKey = by === 'started' ? 0 : last(one) - last(other) || (one.key ?? 0) - (other.key ?? 0)
    return (
      sign *
      (byKey ||
        one.startedAt - other.startedAt ||
        compareTexts(one.id, other.id) ||
        compareTexts(one.answer, other.answer))
    )
  }
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
