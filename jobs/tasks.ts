import { backup } from './backup.ts'
import { prune } from './prune.ts'
import { refreshDerived } from './refresh-derived.ts'
import { rereadHistory } from './reread-history.ts'
import { streams } from './streams/index.ts'
import { syncAll, syncOne } from './sync.ts'
import type { Task } from './task.ts'
import { runWeeklyReport } from './weekly-report.ts'

const streamTasks: readonly Task[] = streams.map(({ name }) => ({
  name: `sync-${name}`,
  purpose: `reads the stream "${name}" from Zendesk, then brings sums and verdicts up to date`,
  takesRange: true,
  run: async (ctx, options, signal) => {
    rereadHistory(ctx, [name], options)
    return syncOne(ctx, name, signal)
  },
}))

/** Every job there is. Reading this table tells all that can run. */
export const tasks: readonly Task[] = [
  {
    name: 'sync-all',
    purpose: 'reads every stream from Zendesk, then brings sums and verdicts up to date',
    takesRange: true,
    run: async (ctx, options, signal) => {
      rereadHistory(
        ctx,
        streams.map(({ name }) => name),
        options,
      )
      return syncAll(ctx, signal)
    },
  },
  ...streamTasks,
  {
    name: 'compare',
    purpose: 'brings sums, cutover days and verdicts up to date with the facts',
    takesRange: false,
    run: (ctx, _options, signal) => refreshDerived(ctx, signal),
  },
  {
    name: 'weekly-report',
    purpose: 'sends the weekly mails that are due',
    takesRange: false,
    run: (ctx, _options, signal) => runWeeklyReport(ctx, { signal }),
  },
  {
    name: 'prune',
    purpose: 'forgets old runs, put-aside rows and ended sessions',
    takesRange: false,
    run: async (ctx) => prune(ctx),
  },
  {
    name: 'backup',
    purpose: 'copies the database to backups/ and checks the copy',
    takesRange: false,
    run: (ctx) => backup(ctx),
  },
]
