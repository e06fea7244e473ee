/** Where the time comes from. `now()` is epoch milliseconds. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

export function frozenClock(instant: number | string): Clock {
  const now = typeof instant === 'string' ? Date.parse(instant) : instant
  return { now: () => now }
}

/** Starts at `instant` when the process starts and runs on from there. */
export function shiftedClock(instant: number, realClock: Clock = systemClock): Clock {
  const shift = instant - realClock.now()
  return { now: () => realClock.now() + shift }
}
