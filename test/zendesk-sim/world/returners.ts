import { DAY_MS } from './calendar.ts'
import type { Random } from './random.ts'
import { constants } from './truth.ts'
import type { WorldTicket } from './types.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const daysUntilReturn = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4]
const lateReturnShare = 0.1

/** Somebody who will write again: takes the first conversation of the brand that starts after `dueAt`. */
export type Returner = {
  requesterId: number
  dueAt: number
  /** Later than this it would not be the same contact any more. */
  expiresAt: number
  /** Set when the message is a follow-up into this ticket, which closes seconds before. */
  followsUp: WorldTicket | null
}

export type Returners = {
  add(returner: Returner): void
  /** The next who is due, or null. */
  take(startedAt: number): Returner | null
}

/** People waiting to write again, in order of when they are due. */
export function createReturners(): Returners {
  const later = new Map<number, Returner[]>()
  let today = -Infinity
  const pending: Returner[] = []

  function openDay(day: number): void {
    for (const [due, returners] of later) {
      if (due > day) continue
      pending.push(...returners)
      later.delete(due)
    }
    pending.sort((a, b) => a.dueAt - b.dueAt)
    today = day
  }

  return {
    add(returner) {
      const day = Math.floor(returner.dueAt / DAY_MS)
      if (day > today) {
        const sameDay = later.get(day)
        if (sameDay) sameDay.push(returner)
        else later.set(day, [returner])
        return
      }
      const place = pending.findIndex((other) => other.dueAt > returner.dueAt)
      pending.splice(place < 0 ? pending.length : place, 0, returner)
    },
    take(startedAt) {
      const day = Math.floor(startedAt / DAY_MS)
      if (day > today) openDay(day)
      while (pending.length > 0 && pending[0].dueAt <= startedAt) {
        const returner = pending.shift()
        if (returner && returner.expiresAt > startedAt) return returner
      }
      return null
    },
  }
}

/** What becomes of a known requester after the end of a conversation. */
export type Return =
  | { kind: 'none' }
  | { kind: 'reopen' }
  | { kind: 'new'; dueAt: number; expiresAt: number }
  | { kind: 'follow_up'; dueAt: number; expiresAt: number }

/**
 * Draws whether and how the requester comes back within a week: on tickets some write into the solved ticket and
 * some just after it closed, in live chat all start anew; the share that comes back is the same. A few more return
 * weeks later.
 */
export function drawReturn(endedAt: number, probability: number, ticket: boolean, random: Random): Return {
  const kind = random.uniform()
  const days = random.pick(daysUntilReturn)
  const expiresAt = endedAt + 7 * DAY_MS - 10 * MINUTE_MS
  if (random.chance(probability)) {
    if (ticket && kind < 0.2) return { kind: 'reopen' }
    if (ticket && kind < 0.3) {
      return { kind: 'follow_up', dueAt: endedAt + MINUTE_MS * random.integer(15, 90), expiresAt }
    }
    const hours = days === 0 ? 0.3 + 4 * random.uniform() : 24 * days - 3 + 6 * random.uniform()
    return { kind: 'new', dueAt: endedAt + hours * HOUR_MS, expiresAt }
  }
  if (random.chance(lateReturnShare)) {
    const dueAt = endedAt + DAY_MS * (10 + 80 * random.uniform())
    return { kind: 'new', dueAt, expiresAt: dueAt + 20 * DAY_MS }
  }
  return { kind: 'none' }
}

/** Share that returns on a day with this standard normal shock: averages to the constant over days. */
export function returnProbability(shock: number): number {
  return shifted(constants.recontactShare, shock)
}

const RATE_SHOCK_DEVIATION = 0.35

/** A probability moved on the logit scale by a day's shock, so that its mean over days stays what it was. */
export function shifted(probability: number, shock: number): number {
  // The logistic of a normal has its mean nearer to one half; widening the logit undoes that.
  const widened = Math.sqrt(1 + 0.346 * RATE_SHOCK_DEVIATION ** 2)
  const logit = Math.log(probability / (1 - probability)) * widened + RATE_SHOCK_DEVIATION * shock
  return 1 / (1 + Math.exp(-logit))
}
