import type { Tally } from '../../server/metrics/reconciliation.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import { saveCheck } from '../../server/store/reconciliation.ts'
import type { SyncContext } from '../streams/stream.ts'
import type { ZendeskClient } from '../zendesk/client.ts'

/** How much one run may ask for; what is left is the next run's. */
export type Allowance = { client: ZendeskClient; requests(): number; isSpent(): boolean }

export type ReconcileProgress = { checked: number; turned: number }

/** A client that counts, and says when a run has asked enough or for long enough. */
export function createAllowance(client: ZendeskClient, most: { requests: number; ms: number }): Allowance {
  let requests = 0
  const beganAt = performance.now()
  return {
    client: {
      get: (request) => {
        requests++
        return client.get(request)
      },
    },
    requests: () => requests,
    isSpent: () => requests >= most.requests || performance.now() - beganAt >= most.ms,
  }
}

/** Keeps one slice's result at once: an interrupted run loses nothing it has found. */
export function keepCheck(sync: SyncContext, progress: ReconcileProgress, slice: Slice, tally: Tally): void {
  const { hasTurned } = saveCheck(sync.db, slice, tally, sync.clock.now())
  progress.checked++
  if (hasTurned) progress.turned++
}
