import type { Context } from '../server/context.ts'
import { addDays } from '../server/periods/day.ts'
import { startOfDay } from '../server/periods/zone.ts'
import { reopenBotExportDays } from '../server/store/bot-export-days.ts'
import { reopenWindows } from '../server/store/checkpoint-windows.ts'
import { inTransaction } from '../server/store/database.ts'
import { markDaysDirty } from '../server/store/rollup-dirty.ts'
import { readAccountSettings } from '../server/store/settings.ts'
import type { JobOptions } from './task.ts'

/**
 * With `--from` or `--to`, the history of those account-local days is read again; rows that stand stay as they are, and
 * what is derived from them is made anew.
 */
export function rereadHistory(ctx: Context, streams: readonly string[], options: JobOptions): void {
  if (options.from === undefined && options.to === undefined) return
  const { zone } = readAccountSettings(ctx.db)
  const from = options.from === undefined ? null : startOfDay(options.from, zone)
  const to = options.to === undefined ? null : startOfDay(options.to, zone)
  inTransaction(ctx.db, () => {
    for (const stream of streams) reopenWindows(ctx.db, stream, from, to)
    if (streams.includes('bot-conversations')) reopenBotExportDays(ctx.db, from, to)
    // A brand's day begins before the account's, or after it.
    markDaysDirty(ctx.db, options.from ? addDays(options.from, -1) : null, options.to ?? null)
  })
}
