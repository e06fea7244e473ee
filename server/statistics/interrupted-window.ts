/** A week and its value, both known. */
export type KnownWeek = { week: number; value: number }
export type InterruptedWindow = { model: 'year' | 'local'; before: KnownWeek[]; after: KnownWeek[] }

const YEAR = { leastBefore: 52, longestBefore: 104, mostAfter: 12 }
/** With a week or three missing, the line is still that of about a quarter of a year. */
const LOCAL = { leastBefore: 10, mostBefore: 13, longestBefore: 16, mostAfter: 8, longestAfter: 10 }
const LEAST_AFTER = 4

/**
 * Which weeks does an interrupted series look at, and with which model? Decided by the length of the data only, never
 * by how well a model fits: choosing by fit makes intervals too narrow.
 * @param known ascending; weeks from 0 to `firstAfter` are passed over
 * @returns null when there are fewer than 10 weeks before or fewer than 4 after
 */
export function interruptedWindow(known: readonly KnownWeek[], firstAfter: number): InterruptedWindow | null {
  const after = known.filter(({ week }) => week >= firstAfter)
  const lastYears = known.filter(({ week }) => week < 0 && week >= -YEAR.longestBefore)
  if (lastYears.length >= YEAR.leastBefore) {
    const latest = after.slice(-YEAR.mostAfter)
    return latest.length < LEAST_AFTER ? null : { model: 'year', before: lastYears, after: latest }
  }
  const before = known.filter(({ week }) => week < 0 && week >= -LOCAL.longestBefore).slice(-LOCAL.mostBefore)
  const first = after.filter(({ week }) => week < firstAfter + LOCAL.longestAfter).slice(0, LOCAL.mostAfter)
  if (before.length < LOCAL.leastBefore || first.length < LEAST_AFTER) return null
  return { model: 'local', before, after: first }
}
