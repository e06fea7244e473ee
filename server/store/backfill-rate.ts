import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** What was left of a stream at a moment. Instants are epoch ms. */
export type PaceSample = {
  stream: string
  at: number
  /** The moment from which the stream has been reading without a break. */
  stretch: number
  /** Share of the history, or tickets. */
  remaining: number
  /** Read in this stretch so far. */
  rows: number
}

export type Pace = {
  remaining: number
  rowsPerMinute: number
  /** Null where nothing got less: then no end can be told. */
  secondsLeft: number | null
}

/** The pace is that of the last minutes: the newest windows of a history are its densest. */
const RECENT_MS = 5 * 60_000
/** Less than this says nothing about the pace. */
const SHORTEST_MS = 5_000
/** A pace nobody has measured for this long is not the present one. */
const STALE_MS = 3 * 60_000

/** Keeps a sample, and of each stream only those the pace is told from. */
export function recordPace(db: Database, sample: PaceSample): void {
  inTransaction(db, () => {
    statement(
      db,
      `insert into stream_pace (stream, at, stretch, remaining, rows)
       values (:stream, :at, :stretch, :remaining, :rows)
       on conflict (stream, at) do update set stretch = excluded.stretch, remaining = excluded.remaining,
         rows = excluded.rows`,
    ).run(sample)
    statement(
      db,
      'delete from stream_pace where stream = :stream and (at < :recent or stretch <> :stretch)',
    ).run({ stream: sample.stream, stretch: sample.stretch, recent: sample.at - 2 * RECENT_MS })
  })
}

/** How fast each stream got on lately; a stream that does not read, or has only begun to, is not there. */
export function readPaces(db: Database, now: number): Map<string, Pace> {
  const samples = statement<PaceSample>(
    db,
    'select * from stream_pace where at >= :from order by stream, at',
  ).all({ from: now - STALE_MS - RECENT_MS })
  const byStream = new Map<string, PaceSample[]>()
  for (const sample of samples) {
    const known = byStream.get(sample.stream)
    if (known) known.push(sample)
    else byStream.set(sample.stream, [sample])
  }
  const paces = new Map<string, Pace>()
  for (const [stream, own] of byStream) {
    const pace = paceOf(own, now)
    if (pace) paces.set(stream, pace)
  }
  return paces
}

function paceOf(samples: readonly PaceSample[], now: number): Pace | null {
  const last = samples[samples.length - 1]
  const first = samples.find(({ at, stretch }) => stretch === last.stretch && at >= last.at - RECENT_MS)
  if (!first || now - last.at > STALE_MS || last.at - first.at < SHORTEST_MS) return null
  const seconds = (last.at - first.at) / 1000
  const perSecond = (first.remaining - last.remaining) / seconds
  return {
    remaining: last.remaining,
    rowsPerMinute: ((last.rows - first.rows) / seconds) * 60,
    secondsLeft: perSecond > 0 ? last.remaining / perSecond : null,
  }
}
