const RELATIVE_ERROR = 0.01
const GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR)
const LOG_GROWTH = Math.log(GROWTH)
/** Everything up to half a second: the floor of every duration. */
const SHORTEST_SECONDS = 0.5
const SHORTEST_KEY = -(2 ** 31)
/** Durations that have not ended. */
const PENDING_KEY = 2 ** 31 - 1

/**
 * Bin of a duration in the fixed log-histogram: merging is adding counts, and any order statistic read from it is
 * within 1 % of the true one. Reference: Masson, Rim & Lee 2019 (DDSketch), without collapsing.
 * @example logHistogramKey(60) // 205
 */
export function logHistogramKey(seconds: number): number {
  if (seconds === Infinity) return PENDING_KEY
  if (seconds <= SHORTEST_SECONDS) return SHORTEST_KEY
  return Math.ceil(Math.log(seconds) / LOG_GROWTH)
}

/** The duration in seconds that stands for a bin: its relative middle. */
export function logHistogramValue(key: number): number {
  if (key === PENDING_KEY) return Infinity
  if (key === SHORTEST_KEY) return SHORTEST_SECONDS
  return (2 * GROWTH ** key) / (GROWTH + 1)
}
