import type { Context } from '../context.ts'

/** One administrator's command; what `run` returns is printed, what it throws is told and fails the command. */
export type Command = {
  words: readonly string[]
  usage: string
  run(ctx: Context, args: readonly string[]): Promise<string> | string
}
