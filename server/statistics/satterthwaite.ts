/**
 * Satterthwaite's degrees of freedom: how many does the sum of two independently estimated variances have?
 * Reference: Satterthwaite 1946, Biometrics Bulletin 2:110.
 * @example satterthwaite(2, 5, 2, 5) // 10
 */
export function satterthwaite(
  firstVariance: number,
  firstDegrees: number,
  secondVariance: number,
  secondDegrees: number,
): number {
  const sum = firstVariance + secondVariance
  if (sum === 0) return firstDegrees + secondDegrees
  // Shares instead of the variances themselves: their squares cannot underflow.
  const firstShare = firstVariance / sum
  const secondShare = secondVariance / sum
  return 1 / (firstShare ** 2 / firstDegrees + secondShare ** 2 / secondDegrees)
}
