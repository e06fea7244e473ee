import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Clock } from '../../server/platform/clock.ts'

export type Bucket = 'incremental' | 'chat' | 'account' | 'omnilog' | 'omnichannel'

const requestsPerWindow: Record<Bucket, number> = {
  incremental: 10,
  chat: 200,
  account: 700,
  omnilog: 100,
  omnichannel: 200,
}
const bucketHeaders: Partial<Record<Bucket, string>> = {
  incremental: 'zendesk-ratelimit-incremental-exports',
  omnilog: 'Zendesk-RateLimit-omnilog-index',
  omnichannel: 'Zendesk-RateLimit-engagements',
}

type Window = { startedAt: number; used: number }

export type RateLimits = { windowMilliseconds: number; windows: Map<Bucket, Window> }

/** @param scale 1 = windows of one minute, as in reality; 60 = of one second */
export function createRateLimits(scale: number): RateLimits {
  return { windowMilliseconds: 60_000 / scale, windows: new Map() }
}

/**
 * Counts a request against the buckets of its path, in real time whatever the simulated clock says, and answers
 * 429 when one of them is spent.
 */
export function limitRate(
  limits: RateLimits,
  clock: Clock = { now: () => performance.now() },
): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const now = clock.now()
    const buckets = bucketsOf(request.path)
    const spent = buckets.map((bucket) => take(limits, bucket, now)).filter((state) => state.remaining < 0)
    for (const bucket of buckets) describe(limits, bucket, now, response)
    if (spent.length === 0) {
      next()
      return
    }
    const wait = Math.max(...spent.map((state) => state.resetsIn))
    response.status(429).set('Retry-After', seconds(limits, wait)).type('text/plain')
    response.end('Number of allowed API requests per minute exceeded')
  }
}

/** Which budgets a request to this path uses up. */
export function bucketsOf(path: string): Bucket[] {
  if (path.startsWith('/api/v2/chat/')) return ['chat']
  if (path.startsWith('/api/v2/incremental/')) return ['incremental', 'account']
  if (path.endsWith('/conversation_log')) return ['omnilog', 'account']
  if (path.startsWith('/api/v2/engagements')) return ['omnichannel']
  return path.startsWith('/api/v2/') ? ['account'] : []
}

function take(limits: RateLimits, bucket: Bucket, now: number): { remaining: number; resetsIn: number } {
  const open = limits.windows.get(bucket)
  const window =
    open === undefined || now - open.startedAt >= limits.windowMilliseconds
      ? { startedAt: now, used: 0 }
      : open
  window.used += 1
  limits.windows.set(bucket, window)
  return {
    remaining: requestsPerWindow[bucket] - window.used,
    resetsIn: window.startedAt + limits.windowMilliseconds - now,
  }
}

function describe(limits: RateLimits, bucket: Bucket, now: number, response: Response): void {
  const window = limits.windows.get(bucket)
  if (window === undefined) return
  const total = requestsPerWindow[bucket]
  const remaining = Math.max(0, total - window.used)
  const resets = seconds(limits, window.startedAt + limits.windowMilliseconds - now)
  const header = bucketHeaders[bucket]
  if (header !== undefined) response.set(header, `total=${total}; remaining=${remaining}; resets=${resets}`)
  if (bucket !== 'account') return
  response.set({
    'x-rate-limit': String(total),
    'x-rate-limit-remaining': String(remaining),
    'ratelimit-limit': String(total),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': resets,
  })
}

/** Whole seconds, as in reality; a compressed window is too short for them and gets decimals. */
function seconds(limits: RateLimits, milliseconds: number): string {
  const positive = Math.max(0, milliseconds) / 1000
  return limits.windowMilliseconds === 60_000
    ? String(Math.ceil(positive))
    : (Math.ceil(positive * 1000) / 1000).toFixed(3)
}
