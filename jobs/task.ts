import type { Context } from '../server/context.ts'
import type { Day } from '../server/periods/day.ts'

export type JobOptions = { from?: Day; to?: Day } // half-open, account-local days

/** One job by name: what it does in one unit, reported as plain data. */
export type Task = {
  name: string
  /** For `npm run job -- list`. */
  purpose: string
  takesRange: boolean
  /** @throws with a sentence that says what to do when the job could not do its work */
  run(ctx: Context, options: JobOptions, signal: AbortSignal): Promise<Record<string, unknown>>
}
