/** Seeded randomness: the same keys give the same draws, and no stream of draws depends on another. */
export type Random = {
  /** 0 ≤ u < 1. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  chance(probability: number): boolean
  /** Whole number, both ends included. */
  integer(from: number, to: number): number
  poisson(mean: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** @example createRandom(seed, textKey('faster'), dayIndex) */
export function createRandom(...keys: number[]): Random {
  return new Mulberry32(seedOf(...keys))
}

/** 32 bits of state are plenty for the draws of one conversation or one day. A class: millions of them are made. */
class Mulberry32 implements Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  uniform(): number {
    const state = (this.#state = (this.#state + 0x6d2b79f5) | 0)
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform())
  }

  chance(probability: number): boolean {
    return this.uniform() < probability
  }

  integer(from: number, to: number): number {
    return from + Math.floor(this.uniform() * (to - from + 1))
  }

  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const limit = Math.exp(-mean)
    let events = 0
    for (let product = this.uniform(); product > limit; product *= this.uniform()) events++
    return events
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.uniform() * items.length)]
  }
}

/** One unsigned 32-bit number out of several. */
export function seedOf(...keys: number[]): number {
  let hash = 0x9e3779b9
  for (const key of keys) {
    hash = Math.imul(hash ^ (key | 0), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13) ^ Math.floor(key / 4_294_967_296), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** A number for a name, so that names can be keys. */
export function textKey(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A standard normal that belongs to its keys alone. */
export function normalAt(...keys: number[]): number {
  return createRandom(...keys).normal()
}

/**
 * AR(1) series with standard deviation 1 at position `index`: a truncated moving average, so that any day can be
 * asked for without walking there.
 */
export function autoregressiveAt(correlation: number, index: number, ...keys: number[]): number {
  let value = 0
  for (let lag = 0, weight = 1; lag < 8; lag++, weight *= correlation) {
    value += weight * normalAt(...keys, index - lag)
  }
  return value * Math.sqrt(1 - correlation * correlation)
}
