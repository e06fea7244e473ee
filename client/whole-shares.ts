/**
 * Parts of a whole as whole numbers of a hundred that add up to a hundred: the largest remainders are rounded up.
 * Null where there is no whole.
 * @example wholeShares([1, 1, 1]) // [34, 33, 33]
 */
export function wholeShares(parts: readonly number[]): number[] | null {
  const sum = parts.reduce((one, other) => one + other, 0)
  if (sum === 0) return null
  const exact = parts.map((part) => (100 * part) / sum)
  const shares = exact.map(Math.floor)
  const missing = 100 - shares.reduce((one, other) => one + other, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - shares[index] }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, missing)) shares[index] += 1
  return shares
}
