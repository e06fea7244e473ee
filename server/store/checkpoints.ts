import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readDetailProgress } from './detail-plan.ts'

/** How far one window of a stream has been read. Instants are epoch ms. */
export type Checkpoint = {
  stream: string
  /** 'agent', 'ai_agent', or '' where a stream has one scope. */
  scope: string
  /** 'forward', the instant at which a backfill window begins, or that of a range read once more after AGAIN. */
  window: string
  starts_at: number
  ends_at: number | null
  cursor: string | null
  complete_to: number | null
  done: number
  rows: number
}

export type HistoryProgress = {
  stream: string
  /** Share of the planned span that is read, 0…1. */
  progress: number
  /** From here on nothing is missing; null while the newest stretch is not read. */
  coveredFrom: number | null
  completeTo: number | null
  done: boolean
  rows: number
  /** The account has no such source: nothing waits for it. */
  isAbsent: boolean
}

/** Zendesk's clock may be this much behind ours: a moment of ours is taken for its past only when it is older. */
export const clockAllowanceMs = 3_600_000

/** Begins the names of windows that are read beside a history that is here: they say nothing of what it covers. */
export const AGAIN = 'again '
const ABSENT = 'absent_stream:'
const READ_BY_TICKET = 'ticket-details'
const WINDOW_DAYS = 28
/** These many have the regular length: with them half a year is covered. */
const REGULAR_WINDOWS = 7
/** Before anything: a window that starts here has no length worth counting. */
const BEGINNING = 0
const DAY_MS = 86_400_000

export function readCheckpoints(db: Database): Checkpoint[] {
  return statement<Checkpoint>(db, 'select * from checkpoint order by stream, scope, starts_at desc').all()
}

/** One stream's windows in the order they are read: forward, then newest first. */
export function readStreamWindows(db: Database, stream: string, scope: string): Checkpoint[] {
  return statement<Checkpoint>(
    db,
    `select * from checkpoint where stream = :stream and scope = :scope
     order by window = 'forward' desc, starts_at desc`,
  ).all({ stream, scope })
}

/**
 * Plans a stream once: a forward window from `from` on, and windows walking back from there: half a year in four-week
 * steps, then ever longer ones, so that an old account costs few requests. The last one reaches back to the very
 * beginning, or to `keptFrom` where the source forgets, whatever the account says about its first day. A stream that is
 * planned already only gets what lies before its first window, should the source turn out to keep its rows longer.
 */
export function planWindows(
  db: Database,
  plan: { stream: string; scope: string; from: number; firstMoment: number; keptFrom?: number },
): void {
  inTransaction(db, () => {
    const { stream, scope } = plan
    const oldest = readStreamWindows(db, stream, scope).at(-1)?.starts_at
    if (oldest !== undefined && (plan.keptFrom ?? Infinity) > oldest - DAY_MS) return
    const fresh = { stream, scope, cursor: null, complete_to: null, done: 0, rows: 0 }
    if (oldest === undefined) {
      saveCheckpoint(db, { ...fresh, window: 'forward', starts_at: plan.from, ends_at: null })
    }
    for (const { start, end } of backfillSpans({ ...plan, from: oldest ?? plan.from })) {
      saveCheckpoint(db, { ...fresh, window: nameOfWindow(start), starts_at: start, ends_at: end })
    }
  })
}

function backfillSpans(plan: {
  from: number
  firstMoment: number
  keptFrom?: number
}): { start: number; end: number }[] {
  const oldest = plan.keptFrom ?? BEGINNING
  const first = Math.max(plan.firstMoment, oldest)
  const spans: { start: number; end: number }[] = []
  let end = plan.from
  for (let days = WINDOW_DAYS; end > first; end = spans[spans.length - 1].start) {
    if (spans.length >= REGULAR_WINDOWS) days *= 2
    spans.push({ start: Math.max(first, end - days * DAY_MS), end })
  }
  return end > oldest ? [...spans, { start: oldest, end }] : spans
}

/** Two windows may begin on one day, never at one instant. */
export function nameOfWindow(start: number): string {
  return new Date(start).toISOString()
}

export function isReadAgain({ window }: Pick<Checkpoint, 'window'>): boolean {
  return window.startsWith(AGAIN)
}

/** Streams some of whose history is still to be read once more. */
export function readStreamsReadAgain(db: Database): Set<string> {
  const open = readCheckpoints(db).filter((checkpoint) => isReadAgain(checkpoint) && checkpoint.done === 0)
  return new Set(open.map(({ stream }) => stream))
}

/** Forgets what of a stream was, or is, to be read once more. */
export function forgetReadAgain(db: Database, stream: string): void {
  statement(db, `delete from checkpoint where stream = :stream and window glob '${AGAIN}*'`).run({ stream })
}

export function saveCheckpoint(db: Database, checkpoint: Checkpoint): void {
  statement(
    db,
    `insert into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, :scope, :window, :starts_at, :ends_at, :cursor, :complete_to, :done, :rows)
     on conflict (stream, scope, window) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       cursor = excluded.cursor, complete_to = excluded.complete_to, done = excluded.done, rows = excluded.rows`,
  ).run(checkpoint)
}

/** How much of each stream's history is here. */
export function readHistoryProgress(db: Database): HistoryProgress[] {
  const byStream = new Map<string, Checkpoint[]>()
  for (const checkpoint of readCheckpoints(db)) {
    const windows = byStream.get(checkpoint.stream)
    if (windows) windows.push(checkpoint)
    else byStream.set(checkpoint.stream, [checkpoint])
  }
  const absent = readAbsentStreams(db)
  const planned = [...byStream].map(([stream, windows]) => ({
    ...progressOf(stream, windows),
    ...(stream === READ_BY_TICKET && detailProgress(db)),
    isAbsent: absent.has(stream),
  }))
  const unplanned = [...absent].filter((stream) => !byStream.has(stream)).map(nothingToRead)
  return [...planned, ...unplanned]
}

/** Streams the account does not answer for, never or no longer. */
export function readAbsentStreams(db: Database): Set<string> {
  const rows = statement<{ stream: string }>(
    db,
    `select substr(key, length(:prefix) + 1) as stream from account where key like :prefix || '%' order by key`,
  ).all({ prefix: ABSENT })
  return new Set(rows.map(({ stream }) => stream))
}

/** Remembers that the account has no such source, or has it no longer: what was read stays, and nothing waits for it. */
export function markAbsent(db: Database, stream: string): void {
  inTransaction(db, () => {
    const wasRead = statement(
      db,
      'select 1 from checkpoint where stream = :stream and (rows > 0 or complete_to is not null)',
    ).get({ stream })
    if (!wasRead) statement(db, 'delete from checkpoint where stream = :stream').run({ stream })
    const key = ABSENT + stream
    statement(db, "insert or ignore into account (key, value) values (:key, 'true')").run({ key })
  })
}

/** The account answers for the source after all. */
export function clearAbsent(db: Database, stream: string): void {
  statement(db, 'delete from account where key = :key').run({ key: ABSENT + stream })
}

/** Single tickets are no history: what counts is how many of those that are to be read were read. */
function detailProgress(db: Database): Partial<HistoryProgress> {
  const { wanted, waiting } = readDetailProgress(db)
  return wanted === 0 ? {} : { progress: 1 - waiting / wanted, ...(waiting > 0 && { done: false }) }
}

function nothingToRead(stream: string): HistoryProgress {
  return { stream, progress: 1, coveredFrom: null, completeTo: null, done: true, rows: 0, isAbsent: true }
}

function progressOf(stream: string, windows: readonly Checkpoint[]): Omit<HistoryProgress, 'isAbsent'> {
  const forward = windows.find(({ window }) => window === 'forward')
  const past = windows.filter((one) => one.window !== 'forward' && !isReadAgain(one))
  const completeTo = forward?.complete_to ?? null
  let coveredFrom = completeTo === null ? null : (forward?.starts_at ?? null)
  let planned = 0
  let read = 0
  for (const { starts_at, ends_at, complete_to, done } of past) {
    if (ends_at === null) continue
    const span = starts_at === BEGINNING ? 0 : ends_at - starts_at
    planned += span
    read += done ? span : Math.min(span, Math.max(0, (complete_to ?? starts_at) - starts_at))
    if (done && coveredFrom === ends_at) coveredFrom = starts_at
  }
  return {
    stream,
    progress: planned > 0 ? read / planned : forward?.done || completeTo !== null ? 1 : 0,
    coveredFrom,
    completeTo,
    done: completeTo !== null && past.every(({ done }) => done === 1),
    rows: windows.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/** The moment to which all the named streams the account has are complete; null when one has not got there once. */
export function streamCompleteTo(db: Database, streams: readonly string[]): number | null {
  const forward = new Map(
    statement<{ stream: string; complete_to: number | null }>(
      db,
      `select stream, complete_to from checkpoint where window = 'forward'`,
    )
      .all()
      .map(({ stream, complete_to }) => [stream, complete_to]),
  )
  const absent = readAbsentStreams(db)
  const moments = streams.filter((stream) => !absent.has(stream)).map((stream) => forward.get(stream) ?? null)
  if (moments.length === 0 || moments.includes(null)) return null
  return Math.min(...moments.filter((moment) => moment !== null))
}
