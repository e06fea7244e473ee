import type { Response } from 'express'
import type { Context } from '../../context.ts'
import { UnansweredError } from '../../platform/thread.ts'
import type { PdfContent, PdfQuestion } from '../../report/pdf/pdf-content.ts'
import type { Database } from '../../store/database.ts'
import type { Person } from '../../store/people.ts'
import { problemOfUnanswered } from '../ask.ts'
import { HttpProblem } from '../http-problem.ts'

export const pdfType = 'application/pdf'

/** Documents one person may have drawn at once: one a window, and no more than the others can wait for. */
const MOST_AT_ONCE = 2
const RETRY_AFTER_SECONDS = 3

const drawing = new WeakMap<Database, Map<number, number>>()

/** Does the work unless the person has enough of it under way. @throws HttpProblem 429 */
export async function takingTurns<Result>(
  { db }: Context,
  { id }: Person,
  work: () => Promise<Result>,
): Promise<Result> {
  const counts = drawing.get(db) ?? new Map<number, number>()
  drawing.set(db, counts)
  const count = counts.get(id) ?? 0
  if (count >= MOST_AT_ONCE)
    throw new HttpProblem(
      429,
      'too_many_documents',
      `${MOST_AT_ONCE} documents are being drawn for you; ask again when one of them is there.`,
      { headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } },
    )
  counts.set(id, count + 1)
  try {
    return await work()
  } finally {
    const left = (counts.get(id) ?? 1) - 1
    if (left > 0) counts.set(id, left)
    else counts.delete(id)
  }
}

/**
 * Draws a document away from the event loop where the context has a thread for it.
 * @throws HttpProblem 503 when too many wait or this one takes too long
 */
export async function drawAway(
  { questions }: Context,
  response: Response,
  content: PdfContent,
): Promise<Uint8Array> {
  // What draws is large, and a process that has a thread for it does without.
  if (questions === null) return (await import('../../report/pdf/draw-pdf.ts')).drawPdf(content)
  const left = new AbortController()
  response.once('close', () => left.abort())
  try {
    const asked: PdfQuestion = { name: 'pdf', question: content }
    // Drawn by the same function, in a thread.
    return (await questions.ask(asked, left.signal)) as Uint8Array
  } catch (error) {
    throw error instanceof UnansweredError ? problemOfUnanswered(error) : error
  }
}

/**
 * The headers of a file for one person alone; its name in plain letters, and for whoever reads them with all letters.
 * @example disposition('cutover-brand-101', 'Cutover-하늘')
 */
export function disposition(plain: string, full: string): string {
  const fit = full.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '-')
  const encoded = encodeURIComponent(fit).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.pdf"; filename*=UTF-8''${encoded}.pdf`
}
