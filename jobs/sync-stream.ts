import { z } from 'zod'
import { UpstreamError } from '../server/platform/problem.ts'
import type { Checkpoint } from '../server/store/checkpoints.ts'
import {
  clearAbsent,
  clockAllowanceMs,
  markAbsent,
  planWindows,
  readStreamWindows,
} from '../server/store/checkpoints.ts'
import { readAccountStart } from '../server/store/organisation.ts'
import { noteReadWith } from '../server/store/read-with.ts'
import { readAccountSettings } from '../server/store/settings.ts'
import { backfillCourse, changesCourse, presentCourse, trailingCourse } from './courses.ts'
import { readWindow } from './read-window.ts'
import { rederiveIfStale } from './rederive.ts'
import { account } from './streams/account.ts'
import type { Stream, StreamResult, SyncContext } from './streams/stream.ts'
import { explain } from './zendesk/refusals.ts'

export type { StreamResult, SyncContext, SyncProgress } from './streams/stream.ts'

/** A long backfill looks at the present again this often. */
const FORWARD_EVERY_MS = 300_000
/** The rest of a history is left to the next run after this long: other streams and jobs have their turn. */
const LONGEST_BACKFILL_MS = 900_000
const TRAILING_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Reads one stream from where it stands: the present first, then history, newest first. Aborting the signal ends it
 * after the page in hand, with what was read so far as its result.
 * @throws UpstreamError with what to do when Zendesk refuses or cannot be reached
 */
export async function syncStream(sync: SyncContext, stream: Stream): Promise<StreamResult> {
  const result: StreamResult = { stream: stream.name, rows: 0, changed: 0, quarantined: 0, pages: 0 }
  try {
    result.changed += await rederiveIfStale(sync.db, sync.signal)
    if (stream.walk === 'present') await readPresent(sync, stream, result)
    else await readHistory(sync, stream, result)
  } catch (error) {
    if (sync.signal.aborted) return result
    if (saysAbsent(stream, error)) markAbsent(sync.db, stream.name)
    throw error instanceof z.ZodError ? unknownForm(stream, error) : error
  }
  return result
}

async function readPresent(sync: SyncContext, stream: Stream, result: StreamResult): Promise<void> {
  const checkpoint: Checkpoint = readStreamWindows(sync.db, stream.name, stream.scope)[0] ?? {
    stream: stream.name,
    scope: stream.scope,
    window: 'forward',
    starts_at: sync.clock.now(),
    ends_at: null,
    cursor: null,
    complete_to: null,
    done: 0,
    rows: 0,
  }
  await readWindow(sync, stream, { ...checkpoint, rows: 0 }, presentCourse(checkpoint), result)
  result.changed += await rederiveIfStale(sync.db, sync.signal)
}

async function readHistory(sync: SyncContext, stream: Stream, result: StreamResult): Promise<void> {
  await plan(sync, stream)
  if (stream.readsWith) noteReadWith(sync.db, stream.name, stream.scope, stream.readsWith(sync.db))
  let forwardAt = await readForward(sync, stream, result)
  if (!sync.signal.aborted) clearAbsent(sync.db, stream.name)
  const endsAt = forwardAt + LONGEST_BACKFILL_MS
  const isDue = () => performance.now() >= Math.min(endsAt, forwardAt + FORWARD_EVERY_MS)
  for (let window of backfillWindows(sync, stream)) {
    while (window.done === 0) {
      if (sync.signal.aborted || performance.now() >= endsAt) return
      if (isDue()) forwardAt = await readForward(sync, stream, result)
      window = await readWindow(sync, stream, window, backfillCourse(window), result, () => !isDue())
    }
  }
}

/** Returns when it was done, in real milliseconds. */
async function readForward(sync: SyncContext, stream: Stream, result: StreamResult): Promise<number> {
  const forward = readStreamWindows(sync.db, stream.name, stream.scope)[0]
  if (stream.walk === 'changes') {
    await readWindow(sync, stream, forward, changesCourse(forward, stream.exclusionMs), result)
    return performance.now()
  }
  const now = sync.clock.now()
  const { readings } = readAccountSettings(sync.db)
  const days = stream.trailingDays?.(readings) ?? TRAILING_DAYS
  const read = await readWindow(sync, stream, ...trailingCourse(forward, now, days), result)
  // The rest of an interrupted stretch only led to the moment it was begun.
  if (!sync.signal.aborted && read.complete_to !== now) {
    await readWindow(sync, stream, ...trailingCourse(read, now, days), result)
  }
  return performance.now()
}

function backfillWindows(sync: SyncContext, stream: Stream): Checkpoint[] {
  return readStreamWindows(sync.db, stream.name, stream.scope).filter(
    ({ window, done }) => window !== 'forward' && done === 0,
  )
}

/** Planning needs the account's first day, so an account that was never read is read now. */
async function plan(sync: SyncContext, stream: Stream): Promise<void> {
  if (readAccountStart(sync.db) === null) await syncStream(sync, account)
  sync.signal.throwIfAborted()
  const firstMoment = readAccountStart(sync.db)
  if (firstMoment === null) throw explain('no_brand')
  const now = sync.clock.now()
  const keptDays = stream.keptDays?.(readAccountSettings(sync.db).readings)
  planWindows(sync.db, {
    stream: stream.name,
    scope: stream.scope,
    from: now - 2 * stream.exclusionMs - clockAllowanceMs,
    firstMoment,
    ...(keptDays !== undefined && { keptFrom: now - keptDays * DAY_MS }),
  })
}

function saysAbsent({ absentOn = [] }: Stream, error: unknown): boolean {
  return error instanceof UpstreamError && error.status !== null && absentOn.includes(error.status)
}

function unknownForm(stream: Stream, error: z.ZodError): UpstreamError {
  const places = error.issues.map((issue) => issue.path.join('.')).slice(0, 3)
  return new UpstreamError(
    `Zendesk answered ${stream.name} in a form this version does not know (${places.join(', ')}): look for a newer version of Cutover`,
    null,
    'unknown_form',
  )
}
