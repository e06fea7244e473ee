import type { Context } from '../../context.ts'
import type { DataHealthAnswer } from '../../contract.ts'
import { readDataVersion } from '../../store/data-health.ts'
import { findSession } from '../../store/sessions.ts'
import type { EventStream } from '../event-stream.ts'
import { dataHealthFor } from './answer.ts'

const LOOK_EVERY_MS = 1_000
const BEAT_EVERY_MS = 15_000
/** Also without news: how late the data is grows by itself. */
const SEND_AT_LEAST_EVERY_MS = 60_000

export type Watcher = {
  tokenHash: string
  personId: number
  stream: EventStream
  /** What was sent last, without its moment. */
  sent: string | null
  sentAt: number
}

/**
 * Everybody who follows the data health: one look at the database for all of them, at most once a second and only
 * while there is somebody. An event is the whole answer, sent when it is another than before.
 */
export type Watching = {
  add(watcher: Pick<Watcher, 'tokenHash' | 'personId' | 'stream'>): void
  remove(stream: EventStream): void
  /** How many connections the person holds. */
  countOf(personId: number): number
}

const byContext = new WeakMap<Context, Watching>()

/** The watching of this process. */
export function watchingOf(ctx: Context): Watching {
  let watching = byContext.get(ctx)
  if (!watching) byContext.set(ctx, (watching = createWatching(ctx)))
  return watching
}

function createWatching(ctx: Context): Watching {
  const watchers = new Map<EventStream, Watcher>()
  let timer: NodeJS.Timeout | null = null
  let version = ''
  let beatAt = 0

  function look(): void {
    const now = performance.now()
    const isBeat = now - beatAt >= BEAT_EVERY_MS
    if (isBeat) beatAt = now
    const present = readDataVersion(ctx.db)
    const isNews = present !== version
    version = present
    const answers = new Map<number, { json: string; withoutMoment: string }>()
    for (const watcher of watchers.values()) {
      const isDue = now - watcher.sentAt >= SEND_AT_LEAST_EVERY_MS
      if (!isNews && !isBeat && !isDue && watcher.sent !== null) continue
      tell(watcher, now, isDue, answers)
      if (isBeat) watcher.stream.beat()
    }
  }

  function tell(
    watcher: Watcher,
    now: number,
    isDue: boolean,
    answers: Map<number, { json: string; withoutMoment: string }>,
  ): void {
    const caller = findSession(ctx.db, watcher.tokenHash, ctx.clock.now())
    if (!caller) return leave(watcher)
    let answer = answers.get(caller.person.id)
    if (!answer) answers.set(caller.person.id, (answer = asText(dataHealthFor(ctx, caller.person))))
    if (answer.withoutMoment === watcher.sent && !isDue) return
    if (!watcher.stream.send(answer.json)) return
    watcher.sent = answer.withoutMoment
    watcher.sentAt = now
  }

  function leave({ stream }: Watcher): void {
    remove(stream)
    stream.end()
  }

  function remove(stream: EventStream): void {
    watchers.delete(stream)
    if (watchers.size > 0 || !timer) return
    clearInterval(timer)
    timer = null
  }

  return {
    add({ tokenHash, personId, stream }) {
      const watcher: Watcher = { tokenHash, personId, stream, sent: null, sentAt: performance.now() }
      watchers.set(stream, watcher)
      tell(watcher, performance.now(), false, new Map())
      if (timer || watchers.size === 0) return
      version = readDataVersion(ctx.db)
      beatAt = performance.now()
      timer = setInterval(() => guarded(ctx, look, leaveAll), LOOK_EVERY_MS)
      timer.unref()
    },
    remove,
    countOf: (personId) => [...watchers.values()].filter((one) => one.personId === personId).length,
  }

  function leaveAll(): void {
    for (const watcher of [...watchers.values()]) leave(watcher)
  }
}

/** A look that fails ends the connections; browsers come back by themselves. */
function guarded({ logger }: Context, look: () => void, leaveAll: () => void): void {
  try {
    look()
  } catch (error) {
    logger.error({ err: error }, 'following the data health failed')
    leaveAll()
  }
}

function asText(answer: DataHealthAnswer): { json: string; withoutMoment: string } {
  return { json: JSON.stringify(answer), withoutMoment: JSON.stringify({ ...answer, asOf: '' }) }
}
