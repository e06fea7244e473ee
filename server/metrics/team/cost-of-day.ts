import type { Costs } from '../../settings/costs.ts'

const MONTHS_A_DAY = 12 / 365.25
const HOUR_SECONDS = 3600

/**
 * What one day of a brand cost: its agents' hours, its seats (a month's cost spread evenly over the year) and the fees of
 * what its bot resolved. Null while something that is needed was not entered.
 */
export function costOfDay(
  costs: Costs,
  { agentSeconds, botResolutions }: { agentSeconds: number; botResolutions: number },
): number | null {
  const { currency, hourlyCost, seatCostPerMonth, seats, botFeePerResolution } = costs
  if (currency === null || hourlyCost === null || seatCostPerMonth === null || seats === null) return null
  if (botResolutions > 0 && botFeePerResolution === null) return null
  const hours = (agentSeconds / HOUR_SECONDS) * hourlyCost
  return hours + seats * seatCostPerMonth * MONTHS_A_DAY + botResolutions * (botFeePerResolution ?? 0)
}
