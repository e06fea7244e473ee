import type { Context } from '../server/context.ts'
import type { PermissionState } from '../server/store/permission-checks.ts'
import { storePermissionChecks } from '../server/store/permission-checks.ts'
import { askAll } from './check-connection/ask-all.ts'
import { withSyncContext } from './sync.ts'

/**
 * Asks Zendesk one small question per stream and stores what was found. Refusals are what it looks for, so they do not
 * fail it. Returns how many subjects are in which state.
 */
export function checkConnection(
  ctx: Context,
  signal: AbortSignal,
): Promise<Partial<Record<PermissionState, number>>> {
  return withSyncContext(ctx, signal, async (sync) => {
    const checks = await askAll(sync)
    storePermissionChecks(ctx.db, checks)
    const counts: Partial<Record<PermissionState, number>> = {}
    for (const { state } of checks) counts[state] = (counts[state] ?? 0) + 1
    return counts
  })
}
