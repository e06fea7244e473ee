import { describe, expect, it } from 'vitest'
import { costOfDay } from '../../../server/metrics/team/cost-of-day.ts'

const costs = {
  currency: 'KRW',
  hourlyCost: 30_000,
  seatCostPerMonth: 0,
  seats: 2,
  botFeePerResolution: null,
}

describe('what a day costs', () => {
  it('ten hours of agents at 30 000 are 300 000', () => {
    expect(costOfDay(costs, { agentSeconds: 36_000, botResolutions: 0 })).toBe(300_000)
  })

  it('a seat’s months are spread evenly: over four years they add up to 48 of them', () => {
    const ofSeats = { ...costs, hourlyCost: 0, seatCostPerMonth: 100_000, seats: 1 }

    const aDay = costOfDay(ofSeats, { agentSeconds: 0, botResolutions: 0 }) ?? NaN

    expect(aDay * 1461).toBeCloseTo(4_800_000, 4)
  })

  it('is not known without the bot’s fee where a bot resolved something, nor without seats', () => {
    expect(costOfDay(costs, { agentSeconds: 3600, botResolutions: 1 })).toBeNull()
    expect(costOfDay({ ...costs, seats: null }, { agentSeconds: 3600, botResolutions: 0 })).toBeNull()
    expect(costOfDay({ ...costs, botFeePerResolution: 0 }, { agentSeconds: 3600, botResolutions: 1 })).toBe(
      30_000,
    )
  })
})
