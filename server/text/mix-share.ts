/** Below it the mix explains too little to be given a figure, above it too much for the rest to mean anything. */
const LEAST_TOLD = 0.1
const NEARLY_ALL = 0.95

/**
 * How a share of a difference that a changed mix explains may be told: shares near the ends, and those beyond them
 * that estimates bring, are no figures to rely on.
 */
export function mixShareOf(share: number | null): 'unknown' | 'nearly_all' | { percent: number } {
  if (share === null || share < LEAST_TOLD) return 'unknown'
  return share >= NEARLY_ALL ? 'nearly_all' : { percent: Math.round(share * 100) }
}
