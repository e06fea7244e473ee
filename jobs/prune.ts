import type { Context } from '../server/context.ts'
import { pruneAlertEvents } from '../server/store/alert-events.ts'
import { deleteLeftFiles, importFolder } from '../server/store/import-files.ts'
import { requestBegunImports } from '../server/store/import-staging.ts'
import { neededFiles, pruneImports } from '../server/store/imports.ts'
import { pruneJobRequests } from '../server/store/job-requests.ts'
import { pruneJobRuns } from '../server/store/job-runs.ts'
import { pruneQuarantine } from '../server/store/quarantine.ts'
import { pruneSessions } from '../server/store/sessions.ts'
import { pruneSignInFailures } from '../server/store/sign-in-failures.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Forgets what need not be kept: put-aside rows, runs and requests after 30 days, files that were given and not imported
 * after a week, what alerts noticed after a year, sessions once they have ended.
 */
export function prune(ctx: Context): Record<string, unknown> {
  const now = ctx.clock.now()
  const monthAgo = now - 30 * DAY_MS
  const imports = pruneImports(ctx.db, { givenBefore: now - 7 * DAY_MS, replacedBefore: monthAgo })
  return {
    alertEvents: pruneAlertEvents(ctx.db, now - 365 * DAY_MS),
    imports,
    importsBegun: requestBegunImports(ctx.db, now),
    importFiles: deleteLeftFiles(importFolder(ctx.config.databaseFile), neededFiles(ctx.db)),
    jobRequests: pruneJobRequests(ctx.db, monthAgo),
    jobRuns: pruneJobRuns(ctx.db, monthAgo),
    quarantine: pruneQuarantine(ctx.db, monthAgo),
    sessions: pruneSessions(ctx.db, now),
    signInFailures: pruneSignInFailures(ctx.db, now - 15 * MINUTE_MS),
  }
}
