import { runAlertsJob } from './alerts.ts'
import { backup } from './backup.ts'
import { checkConnection } from './check-connection.ts'
import { checkImportOptions, importOptions, runImport } from './import.ts'
import { prune } from './prune.ts'
import { reconcile } from './reconcile.ts'
import { rederiveIfStale } from './rederive.ts'
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
  isNews: true,
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
    isNews: true,
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
    name: 'import',
    purpose:
      'imports a CSV file (--file PATH --kind bot-resolutions|chats [--dry-run]), or takes one out (--remove ID)',
    takesRange: false,
    isNews: true,
    options: importOptions,
    checkOptions: checkImportOptions,
    run: runImport,
  },
  {
    name: 'compare',
    purpose: 'brings sums, cutover days and verdicts up to date with the facts and the settings',
    takesRange: false,
    isNews: true,
    run: async (ctx, _options, signal) => {
      await rederiveIfStale(ctx.db, signal)
      return refreshDerived(ctx, signal)
    },
  },
  {
    name: 'reconcile',
    purpose: 'compares what is stored with what Zendesk counts, and has the next sync read red days again',
    takesRange: true,
    isNews: true,
    run: reconcile,
  },
  {
    name: 'check-connection',
    purpose:
      'asks Zendesk one small question per stream, and writes down what may be read and what to change',
    takesRange: false,
    run: (ctx, _options, signal) => checkConnection(ctx, signal),
  },
  {
    name: 'weekly-report',
    purpose: 'sends the weekly mails that are due',
    takesRange: false,
    run: (ctx, _options, signal) => runWeeklyReport(ctx, { signal }),
  },
  {
    name: 'alerts',
    purpose: 'looks at what people want to be told of, and sends what is news',
    takesRange: false,
    run: (ctx, _options, signal) => runAlertsJob(ctx, signal),
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
