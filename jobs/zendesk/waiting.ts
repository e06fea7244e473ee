import { setTimeout as delay } from 'node:timers/promises'

const LONGEST_BACK_OFF_MS = 60_000
const FIRST_BACK_OFF_MS = 1_000

/** Real time as far as waiting needs it, or a clock of tests. */
export type Timekeeper = {
  /** Milliseconds, from any beginning. */
  now(): number
  /** Does the work once, later; returns what cancels it. */
  after(milliseconds: number, work: () => void): () => void
}

export const realTime: Timekeeper = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, Math.max(1, milliseconds))
    return () => clearTimeout(timer)
  },
}

/** Waits in real time, whatever the simulated clock says. @throws when the signal is aborted */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await delay(Math.max(1, milliseconds), undefined, { signal })
}

/** Milliseconds before try number `failures` + 1: doubling, with jitter so that callers do not march in step. */
export function backOffMs(failures: number, rateWindowScale: number): number {
  const full = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failures)
  return (full * (0.5 + Math.random() / 2)) / rateWindowScale
}

/**
 * `Retry-After` in milliseconds: seconds (decimals too) or an HTTP date; null where there is none. A date is measured
 * from the answer's own `Date`: this machine's clock may be wrong.
 */
export function retryAfterMs(headers: Headers): number | null {
  const text = headers.get('retry-after')
  if (text === null || text.trim() === '') return null
  const seconds = Number(text)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(text)
  if (Number.isNaN(date)) return null
  const answeredAt = Date.parse(headers.get('date') ?? '')
  return Math.max(0, date - (Number.isNaN(answeredAt) ? Date.now() : answeredAt))
}
