import type { Request, Response } from 'express'
import { sendJson } from './responses.ts'

const largestPage = 100

/** The query as it was sent: keys such as `page[size]` stay as they are. */
export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://simulator.invalid').searchParams
}

/** A whole number from the query, or `otherwise` where it is missing or no number. */
export function numberFrom(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name)
  const value = text === null || text === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : otherwise
}

type ListAnswer<Row> = {
  /** Key of the array in the body. */
  key: string
  rows: readonly Row[]
  render: (row: Row) => unknown
  linkHost: string
}

/**
 * One page of a list endpoint: cursor pagination when `page[size]` or `page[after]` is sent, else offset pagination.
 * As in reality the last cursor page still has `after_cursor` and `links.next`; only `has_more` tells.
 */
export function sendList<Row>(request: Request, response: Response, list: ListAnswer<Row>): void {
  const query = queryOf(request)
  const isCursor = [...query.keys()].some((key) => key.startsWith('page['))
  sendJson(response, isCursor ? cursorPage(request, query, list) : offsetPage(request, query, list))
}

/** Cursors are the position after the last row: rows are only ever added at the end of a list. */
export function encodeCursor(position: number): string {
  return Buffer.from(JSON.stringify({ o: 'id', v: position })).toString('base64')
}

export function decodeCursor(cursor: string | null): number {
  if (cursor === null) return 0
  const match = /"v":(\d+)/.exec(Buffer.from(cursor, 'base64').toString('utf8'))
  return match === null ? 0 : Number(match[1])
}

export function cursorSlice<Row>(query: URLSearchParams, rows: readonly Row[]) {
  const size = Math.min(largestPage, Math.max(1, numberFrom(query, 'page[size]', largestPage)))
  const start = decodeCursor(query.get('page[after]'))
  const end = Math.min(rows.length, start + size)
  return {
    page: rows.slice(start, end),
    meta: {
      has_more: end < rows.length,
      after_cursor: encodeCursor(end),
      before_cursor: encodeCursor(start),
    },
  }
}

function cursorPage<Row>(request: Request, query: URLSearchParams, list: ListAnswer<Row>) {
  const { page, meta } = cursorSlice(query, list.rows)
  const link = (name: string, cursor: string) => {
    const next = new URLSearchParams(query)
    next.delete('page[after]')
    next.delete('page[before]')
    next.set(name, cursor)
    return `${list.linkHost}${request.baseUrl}${request.path}?${next.toString()}`
  }
  return {
    [list.key]: page.map(list.render),
    meta,
    links: { prev: link('page[before]', meta.before_cursor), next: link('page[after]', meta.after_cursor) },
  }
}

function offsetPage<Row>(request: Request, query: URLSearchParams, list: ListAnswer<Row>) {
  const size = Math.min(largestPage, Math.max(1, numberFrom(query, 'per_page', largestPage)))
  const page = Math.max(1, numberFrom(query, 'page', 1))
  const end = page * size
  const link = (number: number) =>
    `${list.linkHost}${request.baseUrl}${request.path}?page=${number}&per_page=${size}`
  return {
    [list.key]: list.rows.slice(end - size, end).map(list.render),
    count: list.rows.length,
    next_page: end < list.rows.length ? link(page + 1) : null,
    previous_page: page > 1 ? link(page - 1) : null,
  }
}
