import { GridKeeper } from '../server/comparison/grid/grid-keeper.ts'
import type { Period } from '../server/periods/day.ts'
import { dayOf } from '../server/periods/zone.ts'
import { readFirstStart } from '../server/store/reconciliation-counts.ts'
import { forgetOtherChannels, readRedSlices } from '../server/store/reconciliation.ts'
import { readAccountSettings } from '../server/store/settings.ts'
import { readAccountStart } from '../server/store/organisation.ts'
import { reconcileChats, reconcileListed } from './reconcile/reconcile-account.ts'
import { reconcileTickets } from './reconcile/reconcile-tickets.ts'
import { reopenRedDays } from './reconcile/reopen-red-days.ts'
import type { Allowance } from './reconcile/slice-check.ts'
import { createAllowance } from './reconcile/slice-check.ts'
import { rederiveIfStale } from './rederive.ts'
import { failureOf, StreamsFailedError } from './stream-failures.ts'
import { withSyncContext } from './sync.ts'
import type { SyncContext } from './sync-stream.ts'
import type { JobOptions } from './task.ts'
import type { JobContext } from './job-context.ts'

/** Of one run, for each source; what is left is the next run's. */
const usualMost = { requests: 400, ms: 240_000 }
/** Days somebody asks for are compared in one run. */
const askedMost = { requests: Infinity, ms: Infinity }

const listedKinds = ['ratings', 'surveys', 'engagements'] as const
/** What runs side by side, as failures name it. */
const comparisons = ['tickets', 'chats', ...listedKinds].map((kind) => `reconcile ${kind}`)

export type ReconcileSummary = {
  /** Slices compared: days, or weeks of long ago. */
  checked: number
  requests: number
  /** Slices that are red now, and how many changed between red and green. */
  red: number
  turned: number
  /** Red slices whose history the next sync reads again. */
  reopened: number
}

/** Compares what is stored with what Zendesk counts, as far as it is due. */
export function reconcile(
  ctx: JobContext,
  options: JobOptions,
  signal: AbortSignal,
): Promise<ReconcileSummary> {
  const { grid } = ctx
  return withSyncContext(ctx, signal, (sync) => reconcileWith({ ...sync, ...(grid && { grid }) }, options))
}

/**
 * Sources are compared side by side, each within its own limit; one that is refused does not stop the others, and
 * what was found stands.
 * @throws one sentence per source that failed, after all have run
 */
export async function reconcileWith(
  sync: SyncContext & Pick<JobContext, 'grid'>,
  options: JobOptions,
  most: { requests: number; ms: number } = askedDays(options) ? askedMost : usualMost,
): Promise<ReconcileSummary> {
  const { db, clock, signal, grid = new GridKeeper() } = sync
  const beganAt = clock.now()
  // A channel may be counted again whose tickets are still flagged as not counted: nobody deleted those.
  await rederiveIfStale(db, signal)
  forgetOtherChannels(db, readAccountSettings(db).messagingChannels)
  const progress = { checked: 0, turned: 0 }
  const allowances: Allowance[] = []
  const question = () => {
    const allowance = createAllowance(sync.client, most)
    allowances.push(allowance)
    return { sync, allowance, progress, asked: askedDays(options) }
  }
  const first = dayOf(readAccountStart(db) || (readFirstStart(db) ?? clock.now()), 'UTC')
  const ended = await Promise.allSettled([
    reconcileTickets(question(), first),
    reconcileChats(question(), first),
    ...listedKinds.map((kind) => reconcileListed(question(), kind, first)),
  ])
  const reopened = reopenRedDays(db, beganAt)
  if (progress.turned > 0) grid.refresh(db, clock.now())
  signal.throwIfAborted()
  const failures = ended.flatMap((end, i) =>
    end.status === 'rejected' ? [failureOf(comparisons[i], end.reason)] : [],
  )
  if (failures.length > 0) throw new StreamsFailedError(failures)
  return {
    checked: progress.checked,
    requests: allowances.reduce((sum, allowance) => sum + allowance.requests(), 0),
    red: readRedSlices(db).length,
    turned: progress.turned,
    reopened,
  }
}

function askedDays({ from, to }: JobOptions): Period | null {
  if (from === undefined && to === undefined) return null
  return { from: from ?? '0001-01-01', to: to ?? '9999-12-31' }
}
