import type { Context } from '../server/context.ts'
import type { ApiBudgetSighting } from '../server/store/api-budgets.ts'
import { readApiBudgets, recordApiBudgets } from '../server/store/api-budgets.ts'
import type { BudgetSighting, RateBudgets } from './zendesk/rate-budget.ts'

/** Pages show the budgets this fresh; it costs one short write. */
const EVERY_MS = 2_000

/** Lets budgets go on from where the run before left them: Zendesk's windows do not end with our runs. */
export function resumeBudgets({ db, clock }: Pick<Context, 'db' | 'clock'>, budgets: RateBudgets): void {
  const now = clock.now()
  for (const row of readApiBudgets(db)) {
    const name = nameOf(budgets, row.bucket)
    if (!name || row.updated_at > now) continue
    budgets[name].resume({
      limit: row.per_minute,
      remaining: row.remaining,
      resetsInMs: Math.max(0, row.resets_at - now),
      pausedForMs: Math.max(0, (row.paused_until ?? now) - now),
    })
  }
}

/** Writes down how the budgets stand every few seconds, where anything was asked. Returns stop(), which does so once more. */
export function keepBudgetSnapshots(
  { db, clock, logger }: Pick<Context, 'db' | 'clock' | 'logger'>,
  budgets: RateBudgets,
): () => void {
  const written = new Map<string, Pick<BudgetSighting, 'requests' | 'refused'>>()
  const timer = setInterval(write, EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    write()
  }

  function write(): void {
    const now = clock.now()
    const seen = Object.entries(budgets).map(([bucket, budget]) => ({ bucket, ...budget.look() }))
    const news = seen.filter(({ bucket, requests }) => requests > (written.get(bucket)?.requests ?? 0))
    if (news.length === 0) return
    try {
      recordApiBudgets(
        db,
        news.map((sighting) => toSighting(sighting, written.get(sighting.bucket), now)),
        now,
      )
      for (const { bucket, requests, refused } of news) written.set(bucket, { requests, refused })
    } catch (error) {
      // A full disk is the streams' to tell: what they read matters, this does not.
      logger.debug({ err: error }, 'the API budgets could not be written down')
    }
  }
}

function toSighting(
  seen: BudgetSighting & { bucket: string },
  before: Pick<BudgetSighting, 'requests' | 'refused'> | undefined,
  now: number,
): ApiBudgetSighting {
  return {
    bucket: seen.bucket,
    per_minute: Math.round(seen.limit),
    remaining: Math.round(seen.remaining),
    resets_at: Math.round(now + seen.resetsInMs),
    paused_until: seen.pausedForMs > 0 ? Math.round(now + seen.pausedForMs) : null,
    requests: seen.requests - (before?.requests ?? 0),
    refused: seen.refused - (before?.refused ?? 0),
  }
}

function nameOf(budgets: RateBudgets, bucket: string): keyof RateBudgets | null {
  return bucket in budgets ? (bucket as keyof RateBudgets) : null
}
