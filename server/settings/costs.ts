import { z } from 'zod'

const sum = z.number().min(0, 'must be 0 or more').nullable().default(null)

/** What applies to every brand that has nothing of its own. Null = not entered; enter 0 for what costs nothing. */
export const accountCostsSchema = z.strictObject({
  /** ISO 4217; one for the whole account. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency; use a code such as KRW')
    .nullable()
    .default(null),
  /** An hour of an agent, wages and what comes on top of them. */
  hourlyCost: sum,
  seatCostPerMonth: sum,
  /** What each conversation the bot resolves costs. */
  botFeePerResolution: sum,
})

export const brandCostsSchema = z.strictObject({
  hourlyCost: sum,
  seatCostPerMonth: sum,
  botFeePerResolution: sum,
  /** Seats paid for the brand; a share of one where agents serve several brands. */
  seats: sum,
})

export type AccountCosts = z.infer<typeof accountCostsSchema>
export type BrandCosts = z.infer<typeof brandCostsSchema>
/** What holds for one brand. */
export type Costs = AccountCosts & BrandCosts
export type MissingCost = keyof Costs
type EnteredCosts = { costs: AccountCosts; brands: readonly { id: number; costs: BrandCosts }[] }

/** Nothing entered. */
export const noAccountCosts: AccountCosts = accountCostsSchema.parse({})
export const noBrandCosts: BrandCosts = brandCostsSchema.parse({})

/** The costs of one brand: its own, else the account's. */
export function costsOf({ costs, brands }: EnteredCosts, brandId: number): Costs {
  const own = brands.find(({ id }) => id === brandId)?.costs
  return {
    currency: costs.currency,
    hourlyCost: own?.hourlyCost ?? costs.hourlyCost,
    seatCostPerMonth: own?.seatCostPerMonth ?? costs.seatCostPerMonth,
    botFeePerResolution: own?.botFeePerResolution ?? costs.botFeePerResolution,
    seats: own?.seats ?? null,
  }
}

/** What has to be entered before the cost of anything can be told; the bot's fee only where one resolves anything. */
export function missingCosts(costs: Costs, hasBot: boolean): MissingCost[] {
  const needed: MissingCost[] = ['currency', 'hourlyCost', 'seatCostPerMonth', 'seats']
  if (hasBot) needed.push('botFeePerResolution')
  return needed.filter((field) => costs[field] === null)
}
