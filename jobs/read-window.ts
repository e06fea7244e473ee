import { setImmediate } from 'node:timers/promises'
import { UpstreamError } from '../server/platform/problem.ts'
import type { Checkpoint } from '../server/store/checkpoints.ts'
import { saveCheckpoint } from '../server/store/checkpoints.ts'
import { inTransaction } from '../server/store/database.ts'
import { putInQuarantine } from '../server/store/quarantine.ts'
import type { Page, Position, Stream, StreamResult, SyncContext } from './streams/stream.ts'
import { explain } from './zendesk/refusals.ts'

/** How a window's pages move its checkpoint. */
export type Course = {
  position: Position
  /** Where the window is taken up, epoch ms, should Zendesk no longer know the checkpoint's cursor. */
  restartsAt(checkpoint: Checkpoint): number
  /** The checkpoint as it is to be kept with the page's rows; `readAt` is the moment the page was asked for. */
  advance(checkpoint: Checkpoint, page: Page, isDone: boolean, readAt: number): Checkpoint
}

/** Times a window is taken up again within one run because its cursor expired. */
const MOST_RESTARTS = 10
/** A page that leads to itself is asked for this often before it is taken for the last one, or for a fault. */
const MOST_REPEATS = 3

/**
 * Reads one window to its end: each page's rows and its checkpoint are kept together, or neither. The next page is
 * asked for while one is being stored. Returns the checkpoint; stops after the page in hand once aborted, or once it may
 * not go on.
 * @throws UpstreamError when Zendesk refuses, or says that more follows and leads to the same page again and again
 */
export async function readWindow(
  sync: SyncContext,
  stream: Stream,
  checkpoint: Checkpoint,
  course: Course,
  result: StreamResult,
  mayGoOn: () => boolean = () => true,
): Promise<Checkpoint> {
  const { position } = course
  let current = checkpoint
  let repeats = 0
  let restarts = 0
  const ask = (cursor: string | null, startsAt = position.startsAt): Asked => {
    const readAt = sync.clock.now()
    const page = stream.readPage(sync, { ...position, startsAt, cursor }).catch((error: unknown) => {
      if (cursor === null || !isUnknownCursor(error) || restarts++ === MOST_RESTARTS) throw error
      sync.logger.warn({ stream: stream.name, window: checkpoint.window }, 'cursor expired; taken up by time')
      return ask(null, course.restartsAt(current)).page
    })
    // Awaited below, after the page in hand is stored: until then a failure has nobody to hear it.
    page.catch(() => undefined)
    return { readAt, page }
  }
  for (let asked = ask(position.cursor); ;) {
    const page = await asked.page
    const { readAt } = asked
    repeats = page.repeatsItself ? repeats + 1 : 0
    if (repeats === MOST_REPEATS && page.hasMore) throw explain('list_stuck')
    const isEnd = page.isLast || repeats === MOST_REPEATS || isPast(page.reachedAt, position.endsAt)
    const goesOn = !isEnd && !sync.signal.aborted && mayGoOn()
    if (goesOn) asked = ask(page.cursor)
    current = course.advance(current, page, isEnd && !page.left, readAt)
    keep(sync, stream, page, current, result)
    if (!goesOn) return current
    await setImmediate()
  }
}

type Asked = { readAt: number; page: Promise<Page> }

/** Zendesk forgets cursors after a while, and answers them like any other bad parameter. */
function isUnknownCursor(error: unknown): boolean {
  return error instanceof UpstreamError && [400, 410, 422].includes(error.status ?? 0)
}

function keep(
  sync: SyncContext,
  stream: Stream,
  page: Page,
  checkpoint: Checkpoint,
  result: StreamResult,
): void {
  const changed = inTransaction(sync.db, () => {
    const written = page.write()
    putInQuarantine(sync.db, stream.name, page.quarantined, sync.clock.now())
    saveCheckpoint(sync.db, checkpoint)
    return written
  })
  result.rows += page.rows
  result.changed += changed
  result.quarantined += new Set(page.quarantined.map(({ id }) => id)).size
  result.pages++
  if (page.left !== undefined) result.left = page.left
  sync.onPage?.({ ...result, window: checkpoint.window })
}

function isPast(reachedAt: number | null, endsAt: number | null): boolean {
  return reachedAt !== null && endsAt !== null && reachedAt > endsAt
}
