import type { Context } from '../../context.ts'
import type { Database } from '../../store/database.ts'
import { readNewestOutcomes } from '../../store/read-deliveries.ts'
import { waitAfter } from './next-try.ts'
import type { Transmitted } from './transmit.ts'

/** The jobs process does one thing at a time: what is left goes out in the next run, and a sync may come between. */
const LONGEST_RUN_MS = 5 * 60_000
/** One mail may get lost on its way; after so many in a row each further one would too. */
const MOST_UNKNOWN_IN_A_ROW = 2
/** One mail may be refused for good; a server that refuses so many in a row means us, and each is never tried again. */
const MOST_REFUSED_IN_A_ROW = 10
const OUTCOMES_READ = 20

export type RunEnding = 'server' | 'time' | 'asked'

/** One run over all mails that are due. */
export type MailRun = {
  /** Why no further mail is tried in this run; null = go on. */
  ending(): RunEnding | null
  /** Takes note of how a mail ended. */
  note(end: Transmitted): void
}

export function startMailRun(ctx: Context, signal?: AbortSignal): MailRun {
  const endsAt = ctx.clock.now() + LONGEST_RUN_MS
  let unknownInARow = newestUnknown(ctx.db).length
  let refusedInARow = 0
  let isServerInTrouble = false
  return {
    ending() {
      if (signal?.aborted) return 'asked'
      if (isServerInTrouble) return 'server'
      return ctx.clock.now() >= endsAt ? 'time' : null
    },
    note({ outcome, isServerTrouble, isAddressRefused, nextTryAt }) {
      const isRefused = outcome === 'failed' && nextTryAt === null && !isAddressRefused
      unknownInARow = outcome === 'unknown' ? unknownInARow + 1 : 0
      refusedInARow = isRefused ? refusedInARow + 1 : 0
      isServerInTrouble ||=
        isServerTrouble || unknownInARow >= MOST_UNKNOWN_IN_A_ROW || refusedInARow >= MOST_REFUSED_IN_A_ROW
    },
  }
}

/**
 * Until when (epoch ms) a server that took mails and did not answer is left alone, or null: each such mail needs a person,
 * so there must not be one every five minutes.
 */
export function restsUntil(db: Database): number | null {
  const unknown = newestUnknown(db)
  if (unknown.length < MOST_UNKNOWN_IN_A_ROW) return null
  return unknown[0].settledAt + waitAfter(unknown.length - MOST_UNKNOWN_IN_A_ROW + 1)
}

/** The mails of unknown fate since one last went well, or was refused. */
function newestUnknown(db: Database): { settledAt: number }[] {
  const newest = readNewestOutcomes(db, OUTCOMES_READ)
  const known = newest.findIndex(({ outcome }) => outcome !== 'unknown')
  return known < 0 ? newest : newest.slice(0, known)
}
