import { randomBytes } from 'node:crypto'
import type { Context } from '../server/context.ts'
import type { StreamFailure } from '../server/store/job-runs.ts'
import { withStoredSecrets } from '../server/store/secrets.ts'
import { keepSecret, requesterHashKey } from '../server/store/settings.ts'
import { keepBudgetSnapshots, resumeBudgets } from './budget-snapshots.ts'
import type { JobContext } from './job-context.ts'
import { refreshDerived } from './refresh-derived.ts'
import { failureOf, StreamsFailedError } from './stream-failures.ts'
import { keepPace } from './stream-pace.ts'
import type { Stream } from './streams/index.ts'
import { streams } from './streams/index.ts'
import type { StreamResult, SyncContext, SyncProgress } from './sync-stream.ts'
import { syncStream } from './sync-stream.ts'
import { createAiAgentsClient } from './zendesk/ai-agents-client.ts'
import { createAsking } from './zendesk/asking.ts'
import { createZendeskClient } from './zendesk/client.ts'
import type { RateBudgets } from './zendesk/rate-budget.ts'
import { createRateBudgets } from './zendesk/rate-budget.ts'

/** While history arrives, pages see it grow about this often; a refresh takes at most a fifth of the time. */
const REFRESH_EVERY_MS = 4_000
const REST_PER_WORK = 4

const sideBySide = ['chat', 'incremental', 'lists', 'omnichannel', 'ai-agents'] as const

export type SyncSummary = { streams: StreamResult[]; days: number; cutovers: number; cells: number }

/** What every stream is given: client, clock, the key requesters are hashed with. `budgets` are its own unless given. */
export function createSyncContext(ctx: Context, signal: AbortSignal, budgets?: RateBudgets): SyncContext {
  const { db, clock, logger } = ctx
  const config = withStoredSecrets(db, ctx.config)
  const { rateWindowScale } = config.zendesk
  const asking = createAsking({ rateWindowScale, logger, signal, ...(budgets && { budgets }) })
  const hashKey = keepSecret(
    db,
    requesterHashKey,
    config.appSecret,
    () => randomBytes(32).toString('base64url'),
    clock.now(),
  )
  return {
    db,
    config,
    clock,
    logger,
    signal,
    hashKey,
    client: createZendeskClient({ config, clock, logger, signal, asking }),
    aiAgents: createAiAgentsClient({ config, clock, signal, asking }),
  }
}

/** Runs work that asks Zendesk; meanwhile and at its end the API budgets are written down for pages to show. */
export async function withSyncContext<Result>(
  ctx: Context,
  signal: AbortSignal,
  work: (sync: SyncContext) => Promise<Result>,
): Promise<Result> {
  const budgets = createRateBudgets(ctx.config.zendesk.rateWindowScale)
  resumeBudgets(ctx, budgets)
  const stopSnapshots = keepBudgetSnapshots(ctx, budgets)
  try {
    return await work({ ...createSyncContext(ctx, signal, budgets), onPage: keepPace(ctx) })
  } finally {
    stopSnapshots()
  }
}

/**
 * Reads every stream, whatever happens to the others, and brings sums, cutover days and the grid up to date on the way.
 * @throws one sentence per stream that failed, after all have run
 */
export function syncAll(ctx: JobContext, signal: AbortSignal): Promise<SyncSummary> {
  return withSyncContext(ctx, signal, async (sync) => {
    const results: StreamResult[] = []
    const failures: StreamFailure[] = []
    const freshen = periodicRefresh(ctx, signal)
    const onPage = (progress: SyncProgress) => {
      sync.onPage?.(progress)
      freshen.soon()
    }
    const run = async (stream: Stream) => {
      try {
        results.push(await syncStream({ ...sync, onPage }, stream))
      } catch (error) {
        signal.throwIfAborted()
        ctx.logger.warn({ stream: stream.name, err: error }, 'stream failed')
        failures.push(failureOf(stream.name, error))
      }
    }
    await inOrder(streamsOn('first'), run)
    await Promise.all(sideBySide.map((lane) => inOrder(streamsOn(lane), run)))
    await inOrder(streamsOn('last'), run)
    await freshen.settled()
    const derived = await refreshDerived(ctx, signal)
    if (failures.length > 0) throw new StreamsFailedError(failures)
    return { streams: results, ...derived }
  })
}

/** Reads one stream and brings what follows from it up to date. */
export async function syncOne(ctx: JobContext, name: string, signal: AbortSignal): Promise<SyncSummary> {
  const result = await withSyncContext(ctx, signal, (sync) => syncStream(sync, streamOf(name)))
  return { streams: [result], ...(await refreshDerived(ctx, signal)) }
}

function streamOf(name: string): Stream {
  const stream = streams.find((one) => one.name === name)
  if (!stream) throw new Error(`syncAll: there is no stream "${name}"`)
  return stream
}

function streamsOn(lane: Stream['lane']): Stream[] {
  return streams.filter((stream) => stream.lane === lane)
}

async function inOrder(list: readonly Stream[], run: (stream: Stream) => Promise<void>): Promise<void> {
  for (const stream of list) await run(stream)
}

/** Refreshes in the background between pages, never twice at once; a failure is kept for the final refresh to show. */
function periodicRefresh(ctx: JobContext, signal: AbortSignal) {
  let running: Promise<unknown> | null = null
  let nextAt = performance.now() + REFRESH_EVERY_MS
  return {
    soon(): void {
      const startedAt = performance.now()
      if (running || startedAt < nextAt) return
      running = refreshDerived(ctx, signal)
        .catch((error: unknown) =>
          ctx.logger.debug({ err: error }, 'refresh during the sync failed; the final one will tell'),
        )
        .finally(() => {
          running = null
          const endedAt = performance.now()
          nextAt = endedAt + Math.max(REFRESH_EVERY_MS, REST_PER_WORK * (endedAt - startedAt))
        })
    },
    async settled(): Promise<void> {
      await running
    },
  }
}
