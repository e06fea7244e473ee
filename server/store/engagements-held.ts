import { readStreamWindows } from './checkpoints.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** A stretch of time, epoch ms, half-open. */
export type Span = { from: number; to: number }

/** Engagements that stay open longer are never told. */
const LONGEST_ENGAGEMENT_MS = 14 * 86_400_000

type HeldRow = { starts_at: number; ends_at: number }

/**
 * Records that all engagements which began in the span were read at `readAt`. Of its youngest two weeks nothing is
 * recorded: what began there may still be open.
 */
export function holdEngagements(db: Database, { from, to }: Span, readAt: number): void {
  const until = Math.min(to, readAt - LONGEST_ENGAGEMENT_MS)
  if (until <= from) return
  inTransaction(db, () => {
    const touching = statement<HeldRow>(
      db,
      'select * from engagement_held where starts_at <= :until and ends_at >= :from',
    ).all({ from, until })
    if (touching.some(({ starts_at, ends_at }) => starts_at <= from && ends_at >= until)) return
    const starts_at = Math.min(from, ...touching.map((span) => span.starts_at))
    const ends_at = Math.max(until, ...touching.map((span) => span.ends_at))
    statement(db, 'delete from engagement_held where starts_at <= :until and ends_at >= :from').run({
      from,
      until,
    })
    statement(db, 'insert into engagement_held (starts_at, ends_at) values (:starts_at, :ends_at)').run({
      starts_at,
      ends_at,
    })
  })
}

/**
 * The stretches of time whose engagements are here, oldest first: what was recorded, and the two weeks before the
 * stream's last complete moment, of which all that has ended so far was read.
 */
export function readEngagementsHeld(db: Database): Span[] {
  const held = statement<HeldRow>(db, 'select * from engagement_held order by starts_at')
    .all()
    .map(({ starts_at, ends_at }) => ({ from: starts_at, to: ends_at }))
  const completeTo = readStreamWindows(db, 'engagements', '')[0]?.complete_to ?? null
  if (completeTo === null) return held
  const newest = { from: completeTo - LONGEST_ENGAGEMENT_MS, to: completeTo }
  const last = held.at(-1)
  if (!last || last.to < newest.from) return [...held, newest]
  return [...held.slice(0, -1), { from: Math.min(last.from, newest.from), to: Math.max(last.to, newest.to) }]
}

/** The moment from which engagements are held without a gap to the present; null while none are. */
export function engagementsHeldFrom(db: Database): number | null {
  return readEngagementsHeld(db).at(-1)?.from ?? null
}

/**
 * The part of [from, to) whose engagements are held, 0…1.
 * @example shareHeld([{ from: 0, to: 50 }], 0, 100) // 0.5
 */
export function shareHeld(held: readonly Span[], from: number, to: number): number {
  if (to <= from) return 0
  const covered = held.map((span) => Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)))
  return covered.reduce((sum, part) => sum + part, 0) / (to - from)
}
