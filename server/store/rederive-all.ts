import {
  areBotDerivationsStale,
  presentBotFingerprint,
  rederiveBotBatch,
  writeBotFingerprint,
} from './bot-conversations.ts'
import { rereadChatRatings } from './chat-ratings.ts'
import type { Database } from './database.ts'
import {
  areDerivationsStale,
  presentFingerprint,
  rederiveBatch,
  writeFingerprint,
} from './rederive-conversations.ts'
import { noteStandIns, refreshStandInBatch, standInNote, wantedStandInNote } from './stand-in-tickets.ts'

/** Derives everything anew from the stored facts; returns how many rows changed. */
export function rederiveAll(db: Database): number {
  let changed = 0
  for (const rows of allSteps(db)) changed += rows
  return changed
}

/**
 * Derives anew what settings or account facts have made out of date since that was last done. Each step is a short
 * transaction of its own and tells how many rows it changed; left off, all is done again from the start.
 */
export function* rederiveStale(db: Database): Generator<number> {
  if (areDerivationsStale(db)) yield* conversationSteps(db)
  if (standInNote(db) !== wantedStandInNote(db)) yield* standInSteps(db)
  if (areBotDerivationsStale(db)) yield* botSteps(db)
}

function* allSteps(db: Database): Generator<number> {
  yield* conversationSteps(db)
  yield* standInSteps(db)
  yield* botSteps(db)
}

/** What was true at the beginning is noted at the end: a change in between leaves the whole out of date. */
function* conversationSteps(db: Database): Generator<number> {
  const fingerprint = presentFingerprint(db)
  yield rereadChatRatings(db)
  for (let after: string | null = ''; after !== null;) {
    const batch = rederiveBatch(db, after)
    after = batch.last
    yield batch.changed
  }
  writeFingerprint(db, fingerprint)
}

function* standInSteps(db: Database): Generator<number> {
  const note = wantedStandInNote(db)
  for (let after: number | null = 0; after !== null;) {
    const batch = refreshStandInBatch(db, after, note)
    if (!batch) return
    after = batch.last
    yield batch.changed
  }
  noteStandIns(db, note)
}

/** Rows of the AI agents export. */
function* botSteps(db: Database): Generator<number> {
  const fingerprint = presentBotFingerprint(db)
  for (let after: string | null = ''; after !== null;) {
    const batch = rederiveBotBatch(db, after)
    after = batch.last
    yield batch.changed
  }
  writeBotFingerprint(db, fingerprint)
}
