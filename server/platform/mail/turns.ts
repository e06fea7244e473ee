import { setTimeout as waitFor } from 'node:timers/promises'

const MINUTE_MS = 60_000
/** A server that wants fewer mails gets at least this many. */
const FEWEST_PER_MINUTE = 1
/** After as many mails without a word it is tried at twice the pace, up to what was set. */
const MAILS_TO_RECOVER = 50

/** Whose turn it is: mails are spread evenly over the minute, and further apart once the server asked for that. */
export type Turns = {
  next(signal?: AbortSignal): Promise<void>
  /** The server wants fewer. */
  slowDown(): void
  /** The server took one. */
  wentWell(): void
  perMinute(): number
}

type Time = { now(): number; wait(milliseconds: number, signal?: AbortSignal): Promise<unknown> }

const realTime: Time = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => waitFor(milliseconds, undefined, { signal }),
}

/** @param time the real one, save in tests */
export function turnsOf(mostPerMinute: number, time: Time = realTime): Turns {
  let perMinute = mostPerMinute
  let sinceChange = 0
  let freeAt = 0
  return {
    async next(signal) {
      signal?.throwIfAborted()
      const now = time.now()
      const startsAt = Math.max(now, freeAt)
      freeAt = startsAt + MINUTE_MS / perMinute
      if (startsAt > now) await time.wait(startsAt - now, signal)
    },
    slowDown() {
      perMinute = Math.max(FEWEST_PER_MINUTE, perMinute / 2)
      sinceChange = 0
    },
    wentWell() {
      if (++sinceChange < MAILS_TO_RECOVER) return
      perMinute = Math.min(mostPerMinute, perMinute * 2)
      sinceChange = 0
    },
    perMinute: () => perMinute,
  }
}
