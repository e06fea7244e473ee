import type { Day } from '../server/periods/day.ts'
import type { JobContext } from './job-context.ts'

/** `from` and `to`: half-open, account-local days. The rest: what the task itself takes, by name. */
export type JobOptions = { from?: Day; to?: Day; [option: string]: string | boolean | undefined }

/** An option of one task: `--name value`, or `--name` alone for a flag; a path is made absolute where it is typed. */
export type TaskOption = {
  kind: 'text' | 'flag' | 'path'
  /** What is wrong with a value, after its name; null for a good one. */
  check?: (value: string) => string | null
}

/** One job by name: what it does in one unit, reported as plain data. */
export type Task = {
  name: string
  /** For `npm run job -- list`. */
  purpose: string
  takesRange: boolean
  /** Changes what verdicts rest on: whoever wants to be told of changes is told after it. */
  isNews?: boolean
  /** Options beside the days. */
  options?: Readonly<Record<string, TaskOption>>
  /** What is wrong with its options together. */
  checkOptions?(options: JobOptions): { field: string; message: string }[]
  /** @throws with a sentence that says what to do when the job could not do its work */
  run(ctx: JobContext, options: JobOptions, signal: AbortSignal): Promise<Record<string, unknown>>
}
