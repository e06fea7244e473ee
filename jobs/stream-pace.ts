import type { Context } from '../server/context.ts'
import { recordPace } from '../server/store/backfill-rate.ts'
import { readHistoryProgress } from '../server/store/checkpoints.ts'
import { readDetailProgress } from '../server/store/detail-plan.ts'
import type { SyncProgress } from './streams/stream.ts'

const TICKET_BY_TICKET = 'ticket-details'
/** A sample costs a short write, so a fast stream is looked at this often only. */
const EVERY_MS = 5_000

/** Told of every page, keeps now and then how much of the stream's history is left: the time left is told from it. */
export function keepPace({ db, clock, logger }: Pick<Context, 'db' | 'clock' | 'logger'>) {
  const stretches = new Map<string, number>()
  const sampledAt = new Map<string, number>()
  return (progress: SyncProgress): void => {
    const { stream, rows } = progress
    const elapsed = performance.now()
    if (elapsed - (sampledAt.get(stream) ?? -Infinity) < EVERY_MS) return
    sampledAt.set(stream, elapsed)
    const at = clock.now()
    const stretch = stretches.get(stream) ?? at
    stretches.set(stream, stretch)
    try {
      const remaining = remainingOf(db, stream)
      if (remaining > 0) recordPace(db, { stream, at, stretch, remaining, rows })
    } catch (error) {
      // A full disk is the stream's to tell.
      logger.debug({ err: error }, 'the pace could not be written down')
    }
  }
}

/** Tickets, or the share of the history. */
function remainingOf(db: Context['db'], stream: string): number {
  if (stream === TICKET_BY_TICKET) return readDetailProgress(db).waiting
  const history = readHistoryProgress(db).find((one) => one.stream === stream)
  return history ? 1 - history.progress : 0
}
