import type { BucketName } from './request.ts'

export type RateLimit = { total: number | null; remaining: number; resetsMs: number | null }

/** Buckets whose answers carry a header of their own. */
export const endpointHeaders: Record<BucketName, RegExp | null> = {
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
export function readRateLimit(headers: Headers, bucket: BucketName): RateLimit | null {
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
