import type { Context } from '../server/context.ts'
import { pruneJobRuns } from '../server/store/job-runs.ts'
import { pruneQuarantine } from '../server/store/quarantine.ts'
import { pruneSessions } from '../server/store/sessions.ts'

const DAY_MS = 86_400_000

/** Forgets what need not be kept: put-aside rows and runs after 30 days, sessions once they have ended. */
export function prune(ctx: Context): { runs: number; quarantine: number; sessions: number } {
  const now = ctx.clock.now()
  return {
    runs: pruneJobRuns(ctx.db, now - 30 * DAY_MS),
    quarantine: pruneQuarantine(ctx.db, now - 30 * DAY_MS),
    sessions: pruneSessions(ctx.db, now),
  }
}
