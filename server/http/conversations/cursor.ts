import { createHash } from 'node:crypto'
import { z } from 'zod'
import { InvalidRequestError } from '../../platform/problem.ts'
import type { Place } from '../../store/conversation-list/page.ts'
import type { AskedList } from './question-schema.ts'

/** Where a page begins: after a row, or, backwards, before it; `skipped`: how many rows lie before the page. */
export type PageStart = { place: Place; isBackwards: boolean; skipped: number }

const cursorSchema = z.tuple([
  z.string(),
  z.enum(['after', 'before']),
  z.number().int().min(0),
  z.number().nullable(),
  z.number().int().min(0).max(8.64e15),
  z.string().max(300),
  z.string().max(300),
])

/** A cursor belongs to one list in one order: of another it would show a page that means nothing. */
export function writeCursor(list: AskedList, { place, isBackwards, skipped }: PageStart): string {
  const { key, startedAt, id, answer } = place
  const way = isBackwards ? 'before' : 'after'
  const content = [fingerprintOf(list), way, skipped, key, startedAt, id, answer]
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

/** @throws InvalidRequestError for a cursor of another list, or for none at all */
export function readCursor(list: AskedList, cursor: string): PageStart {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw wrongCursor('is not a cursor of this interface')
  const [fingerprint, way, skipped, key, startedAt, id, answer] = parsed.data
  if (fingerprint !== fingerprintOf(list)) throw wrongCursor('belongs to another list or order')
  return { place: { key, startedAt, id, answer }, isBackwards: way === 'before', skipped }
}

function fingerprintOf({ rows: { now: _, ...rows }, sorting }: AskedList): string {
  return createHash('sha256')
    .update(JSON.stringify([rows, sorting]))
    .digest('base64url')
    .slice(0, 12)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function wrongCursor(why: string): InvalidRequestError {
  const message = `${why}; leave it out to begin with the first page`
  return new InvalidRequestError(`The request cannot be answered: cursor ${message}.`, [
    { field: 'cursor', message },
  ])
}
