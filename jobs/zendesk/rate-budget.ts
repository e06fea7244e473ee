import type { BucketName } from './request.ts'
import { wait } from './waiting.ts'

/** Requests one bucket still allows in its present window, learned from the answers as they come. */
export type RateBudget = {
  /** Takes one request, waiting for the next window while the share is spent. */
  take(share: number, signal: AbortSignal): Promise<void>
  /** To be called once per taken request, with the answer's headers or null when there was no answer. */
  settle(headers: Headers | null): void
  /** Nothing may be sent for this long: the answer was 429 or 503. */
  pause(milliseconds: number): void
}

/** What Zendesk allows per minute as long as no header says otherwise; `account` is the smallest plan's. */
const perMinute: Record<BucketName, number> = {
  incremental: 10,
  chat: 200,
  account: 200,
  'conversation-log': 100,
  omnichannel: 200,
  search: 100,
  // No limit is published: a bot has one file a day.
  'ai-agents': 60,
}
const MINUTE_MS = 60_000
/** Clocks differ a little: the next window is entered this much late. */
const MARGIN_MS = 5

export function createRateBudgets(rateWindowScale: number): Record<BucketName, RateBudget> {
  const windowMs = MINUTE_MS / rateWindowScale
  return {
    incremental: createRateBudget('incremental', windowMs),
    chat: createRateBudget('chat', windowMs),
    account: createRateBudget('account', windowMs),
    'conversation-log': createRateBudget('conversation-log', windowMs),
    omnichannel: createRateBudget('omnichannel', windowMs),
    search: createRateBudget('search', windowMs),
    'ai-agents': createRateBudget('ai-agents', windowMs),
  }
}

function createRateBudget(bucket: BucketName, windowMs: number): RateBudget {
  let limit = perMinute[bucket]
  let remaining = limit
  let resetsAt = 0
  let pausedUntil = 0
  let inFlight = 0
  /** An account that names no limit where Zendesk does is held back only once it has refused something. */
  let namesNoLimit = false
  let hasRefused = false

  return {
    async take(share, signal) {
      for (;;) {
        signal.throwIfAborted()
        const now = performance.now()
        if (now >= resetsAt) {
          remaining = limit - inFlight
          resetsAt = now + windowMs
        }
        if (now >= pausedUntil && (namesNoLimit || remaining > limit * (1 - share))) break
        await wait(Math.max(pausedUntil, now < pausedUntil ? 0 : resetsAt) - now + MARGIN_MS, signal)
      }
      remaining--
      inFlight++
    },
    settle(headers) {
      inFlight--
      if (headers === null) return
      const told = readRateLimit(headers, bucket)
      if (!told) {
        namesNoLimit ||= endpointHeaders[bucket] !== null && !hasRefused
        return
      }
      namesNoLimit = false
      limit = told.total ?? limit
      // What the service has not counted yet is still on its way to it.
      remaining = told.remaining - inFlight
      if (told.resetsMs !== null) resetsAt = performance.now() + told.resetsMs
    },
    pause(milliseconds) {
      hasRefused = true
      namesNoLimit = false
      pausedUntil = Math.max(pausedUntil, performance.now() + milliseconds)
    },
  }
}

type RateLimit = { total: number | null; remaining: number; resetsMs: number | null }

const endpointHeaders: Record<BucketName, RegExp | null> = {
  incremental: /^zendesk-ratelimit-incremental/,
  'conversation-log': /^zendesk-ratelimit-omnilog/,
  chat: null,
  account: null,
  omnichannel: null,
  search: null,
  'ai-agents': null,
}

/**
 * The bucket's state as the answer tells it: endpoint buckets as `total=10; remaining=9; resets=2`, the account's
 * own as `x-rate-limit*` and `ratelimit-*`. Chat tells nothing.
 */
function readRateLimit(headers: Headers, bucket: BucketName): RateLimit | null {
  const pattern = endpointHeaders[bucket]
  if (pattern) {
    const value = [...headers].find(([name]) => pattern.test(name))?.[1]
    const remaining = value === undefined ? null : numberAfter(value, 'remaining')
    if (value === undefined || remaining === null) return null
    return {
      total: numberAfter(value, 'total'),
      remaining,
      resetsMs: milliseconds(numberAfter(value, 'resets')),
    }
  }
  if (bucket !== 'account') return null
  const remaining = numberOf(headers.get('ratelimit-remaining') ?? headers.get('x-rate-limit-remaining'))
  if (remaining === null) return null
  return {
    total: numberOf(headers.get('ratelimit-limit') ?? headers.get('x-rate-limit')),
    remaining,
    resetsMs: milliseconds(numberOf(headers.get('ratelimit-reset'))),
  }
}

function numberAfter(text: string, key: string): number | null {
  return numberOf(new RegExp(`${key}\\s*=\\s*([\\d.]+)`).exec(text)?.[1] ?? null)
}

function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000
}
