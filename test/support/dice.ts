/** Seeded randomness for tests: the same seed rolls the same numbers on every machine. */
export type Dice = { uniform(): number; normal(): number; poisson(mean: number): number }

export function createDice(seed: number): Dice {
  let state = seed >>> 0

  /** Mulberry32: small, and good enough to make test data. */
  function uniform(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  }

  /** By the normal approximation where the mean is large. */
  function poisson(mean: number): number {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const limit = Math.exp(-mean)
    let count = -1
    for (let product = 1; product > limit; count++) product *= uniform()
    return count
  }

  return { uniform, normal, poisson }
}
