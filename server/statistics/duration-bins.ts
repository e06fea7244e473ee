const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Where bins of durations begin, in seconds: each about twice the one before, so that a bin is not low for being narrow,
 * and each a duration that people name without a calculator. The last bin has no end.
 */
export const binStarts: readonly number[] = [
  0,
  ...[1, 2, 4, 8, 15, 30],
  ...[1, 2, 4, 8, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 8].map((hours) => hours * HOUR),
  ...[1, 2, 4, 7, 14, 30].map((days) => days * DAY),
]

/**
 * The bin of `binStarts` a duration falls into: from its start to before the next one. Null for one that has not ended
 * (`Infinity`).
 * @example binOf(60) // 7: from one minute to two
 */
export function binOf(seconds: number): number | null {
  if (seconds === Infinity) return null
  let bin = 0
  while (bin + 1 < binStarts.length && seconds >= binStarts[bin + 1]) bin++
  return bin
}
