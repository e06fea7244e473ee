import { endpointHeaders, readRateLimit } from './rate-limit-headers.ts'
import type { BucketName } from './request.ts'
import type { Timekeeper } from './waiting.ts'
import { realTime } from './waiting.ts'

/** Requests one bucket still allows in its present window, learned from the answers as they come. */
export type RateBudget = {
  /**
   * Takes one request. While none may be sent, callers wait in a line and are served in the order in which they came;
   * one whose share is spent lets those behind it pass.
   */
  take(share: number, signal: AbortSignal): Promise<void>
  /** To be called once per taken request, with what was answered, or null when there was no answer. */
  settle(answer: { headers: Headers; status: number } | null): void
  /** Nothing may be sent for this long: the answer was 429 or 503. */
  pause(milliseconds: number): void
  /** The answer was 429 and did not say for how long: nothing is left of the present window. */
  spend(): void
  /** How the bucket stands and what has been asked of it. */
  look(): BudgetSighting
  /** Goes on from where an earlier process or run left the bucket, if its window is not over. */
  resume(before: Pick<BudgetSighting, 'limit' | 'remaining' | 'resetsInMs' | 'pausedForMs'>): void
}

export type BudgetSighting = {
  /** Per minute. */
  limit: number
  remaining: number
  resetsInMs: number
  /** 0 where Zendesk did not ask to wait. */
  pausedForMs: number
  requests: number
  /** Answers 429. */
  refused: number
  /** Time in which somebody waited for this bucket: the limit was the brake. */
  heldUpMs: number
  /** Time in which at least one request was under way. */
  underWayMs: number
}

export type RateBudgets = Record<BucketName, RateBudget>

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

export function createRateBudgets(rateWindowScale: number, time: Timekeeper = realTime): RateBudgets {
  const windowMs = MINUTE_MS / rateWindowScale
  const budgetOf = (bucket: BucketName) => createRateBudget(bucket, windowMs, time)
  return {
    incremental: budgetOf('incremental'),
    chat: budgetOf('chat'),
    account: budgetOf('account'),
    'conversation-log': budgetOf('conversation-log'),
    omnichannel: budgetOf('omnichannel'),
    search: budgetOf('search'),
    'ai-agents': budgetOf('ai-agents'),
  }
}

type Waiting = { share: number; serve(): void }

function createRateBudget(bucket: BucketName, windowMs: number, time: Timekeeper): RateBudget {
  let limit = perMinute[bucket]
  let remaining = limit
  let resetsAt = 0
  let pausedUntil = 0
  let inFlight = 0
  /** An account that names no limit where Zendesk does is held back only once it has refused something. */
  let namesNoLimit = false
  let hasRefused = false
  let requests = 0
  let refused = 0
  const line: Waiting[] = []
  const heldUp = stopwatch(time)
  const underWay = stopwatch(time)
  let cancelAlarm: () => void = () => {}

  function serveLine(): void {
    cancelAlarm()
    const now = time.now()
    if (now >= resetsAt) {
      remaining = limit - inFlight
      resetsAt = now + windowMs
    }
    for (const waiting of now < pausedUntil ? [] : [...line]) {
      if (!namesNoLimit && remaining <= limit * (1 - waiting.share)) continue
      line.splice(line.indexOf(waiting), 1)
      remaining--
      inFlight++
      requests++
      waiting.serve()
    }
    underWay.runWhile(inFlight > 0)
    heldUp.runWhile(line.length > 0)
    if (line.length > 0) {
      const next = now < pausedUntil ? pausedUntil : resetsAt
      cancelAlarm = time.after(next - now + MARGIN_MS, serveLine)
    }
  }

  return {
    take(share, signal) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const leave = () => {
          line.splice(line.indexOf(waiting), 1)
          serveLine()
          reject(signal.reason)
        }
        const waiting: Waiting = {
          share,
          serve() {
            signal.removeEventListener('abort', leave)
            resolve()
          },
        }
        signal.addEventListener('abort', leave, { once: true })
        line.push(waiting)
        serveLine()
      })
    },
    settle(answer) {
      inFlight--
      if (answer?.status === 429) refused++
      if (answer) learn(answer.headers)
      serveLine()
    },
    pause(milliseconds) {
      hasRefused = true
      namesNoLimit = false
      pausedUntil = Math.max(pausedUntil, time.now() + milliseconds)
      serveLine()
    },
    spend() {
      hasRefused = true
      namesNoLimit = false
      remaining = Math.min(remaining, 0)
    },
    look() {
      const now = time.now()
      const isOver = now >= resetsAt
      return {
        limit,
        remaining: Math.min(limit, Math.max(0, isOver ? limit - inFlight : remaining)),
        resetsInMs: isOver ? 0 : resetsAt - now,
        pausedForMs: Math.max(0, pausedUntil - now),
        requests,
        refused,
        heldUpMs: heldUp.elapsedMs(),
        underWayMs: underWay.elapsedMs(),
      }
    },
    resume(before) {
      const now = time.now()
      limit = before.limit
      if (before.resetsInMs > 0) {
        remaining = before.remaining
        resetsAt = now + Math.min(windowMs, before.resetsInMs)
      } else {
        remaining = limit
      }
      if (before.pausedForMs > 0) pausedUntil = now + before.pausedForMs
    },
  }

  function learn(headers: Headers): void {
    const told = readRateLimit(headers, bucket)
    if (!told) {
      namesNoLimit ||= endpointHeaders[bucket] !== null && !hasRefused
      return
    }
    namesNoLimit = false
    limit = told.total ?? limit
    // What the service has not counted yet is still on its way to it.
    remaining = told.remaining - inFlight
    if (told.resetsMs !== null) resetsAt = time.now() + told.resetsMs
  }
}

/** Adds up the time in which something was so. */
function stopwatch(time: Timekeeper) {
  let total = 0
  let since: number | null = null
  const elapsedMs = () => total + (since === null ? 0 : time.now() - since)
  return {
    elapsedMs,
    runWhile(isSo: boolean): void {
      if (isSo === (since !== null)) return
      total = elapsedMs()
      since = isSo ? time.now() : null
    },
  }
}
