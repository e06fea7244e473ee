import { describe, expect, it } from 'vitest'
import { accountSettingsSchema } from '../../server/settings/account-settings.ts'
import type { Costs } from '../../server/settings/costs.ts'
import { costsOf, missingCosts, noAccountCosts, noBrandCosts } from '../../server/settings/costs.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'

const entered: Costs = {
  currency: 'KRW',
  hourlyCost: 30_000,
  seatCostPerMonth: 100_000,
  botFeePerResolution: null,
  seats: 3,
}

describe('costs', () => {
  it('are not entered at first, also in settings written before there were any', () => {
    const { costs, ...before } = defaultAccountSettings('Asia/Seoul')

    expect(costs).toEqual({
      currency: null,
      hourlyCost: null,
      seatCostPerMonth: null,
      botFeePerResolution: null,
    })
    expect(accountSettingsSchema.parse(before).costs).toEqual(noAccountCosts)
  })

  it('of a brand are its own where it has some, else the account’s', () => {
    const settings = {
      ...defaultAccountSettings('Asia/Seoul'),
      costs: { ...noAccountCosts, currency: 'KRW', hourlyCost: 30_000, seatCostPerMonth: 100_000 },
      brands: [
        {
          ...defaultBrandSettings(1, 'Asia/Seoul'),
          costs: { ...noBrandCosts, hourlyCost: 0, seats: 3 },
        },
      ],
    }

    expect(costsOf(settings, 1)).toEqual({ ...entered, hourlyCost: 0 })
    expect(costsOf(settings, 2)).toEqual({ ...entered, seats: null })
  })

  it('say what is missing; a bot’s fee only where a bot resolves anything', () => {
    expect(missingCosts(entered, false)).toEqual([])
    expect(missingCosts(entered, true)).toEqual(['botFeePerResolution'])
    expect(missingCosts({ ...noAccountCosts, ...noBrandCosts }, false)).toEqual([
      'currency',
      'hourlyCost',
      'seatCostPerMonth',
      'seats',
    ])
  })

  it('are never negative, and in a currency that can be named', () => {
    const settings = {
      ...defaultAccountSettings('Asia/Seoul'),
      costs: { ...noAccountCosts, currency: 'won', hourlyCost: -1 },
    }

    const problems = accountSettingsSchema.safeParse(settings).error?.issues ?? []

    expect(problems.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'costs.currency is not a currency; use a code such as KRW',
      'costs.hourlyCost must be 0 or more',
    ])
  })
})
