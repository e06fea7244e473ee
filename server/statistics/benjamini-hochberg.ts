/**
 * Benjamini–Hochberg adjustment: how small may the false discovery rate be at which each of several findings would
 * still be called? Calling those below 0.05 keeps the expected share of false ones at 5 %. Holds for independent
 * and for positively related findings. Reference: Benjamini & Hochberg 1995, JRSS-B 57:289.
 * @returns adjusted values in the order of the input
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((first, second) => pValues[second] - pValues[first])
  const adjusted = new Array<number>(pValues.length)
  let smallest = 1
  order.forEach((index, fromLargest) => {
    const rank = pValues.length - fromLargest
    smallest = Math.min(smallest, (pValues[index] * pValues.length) / rank)
    adjusted[index] = smallest
  })
  return adjusted
}
