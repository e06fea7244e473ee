import type { Context } from '../context.ts'
import type { Config } from '../platform/config.ts'

type Described = { words: readonly string[]; usage: string }

/** One administrator's command; what `run` returns is printed, what it throws is told and fails the command. */
export type Command = Described & {
  run(ctx: Context, args: readonly string[]): Promise<string> | string
}

/** A command for a database that may be damaged or too new to be opened. */
export type OfflineCommand = Described & {
  runOffline(config: Config, args: readonly string[], now: number): string
}
