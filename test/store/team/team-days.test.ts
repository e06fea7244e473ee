import { describe, expect, it } from 'vitest'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import type { AccountCosts, BrandCosts } from '../../../server/settings/costs.ts'
import { noAccountCosts, noBrandCosts } from '../../../server/settings/costs.ts'
import type { Database } from '../../../server/store/database.ts'
import type { TeamDay } from '../../../server/store/measures/team/team-days.ts'
import { readTeamDays } from '../../../server/store/measures/team/team-days.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { addChat, addTicket, emptyAccount } from './team-rows.ts'

const DAY = '2026-03-02'

describe('conversations at once', () => {
  it('two agents with 40 minutes of work in 30 and 20 in 20 have 60 minutes of work in 50', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    addChat(db, 2, [{ agent: 21, from: `${DAY}T10:10`, to: `${DAY}T10:30` }])
    addChat(db, 3, [{ agent: 22, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])

    const [day] = days(db, 'concurrency')

    expect(day).toEqual({ day: DAY, n: 3, numerator: 3600, denominator: 3000 })
  })
})

describe('conversations per agent hour', () => {
  it('three chats in 50 minutes of agents are 3.6 an hour', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])
    addChat(db, 2, [{ agent: 21, from: `${DAY}T10:10`, to: `${DAY}T10:30` }])
    addChat(db, 3, [{ agent: 22, from: `${DAY}T10:00`, to: `${DAY}T10:20` }])

    const [{ n, numerator, denominator }] = days(db, 'conversations_per_agent_hour')

    expect([n, numerator / denominator]).toEqual([3, expect.closeTo(3.6)])
  })
})

describe('the cost of a resolution', () => {
  const entered = {
    currency: 'KRW',
    hourlyCost: 30_000,
    seatCostPerMonth: 100_000,
    botFeePerResolution: null,
  }

  it('is not known until currency, hours, seats and their cost were entered', () => {
    const db = twoChatsInAnHour()

    expect(days(db, 'cost_per_resolution')).toEqual([])
    enter(db, entered, {})
    expect(days(db, 'cost_per_resolution')).toEqual([])
    enter(db, { ...entered, currency: null }, { seats: 3 })
    expect(days(db, 'cost_per_resolution')).toEqual([])
  })

  it('is the agents’ hours and a day of seats over what was resolved', () => {
    const db = twoChatsInAnHour()
    enter(db, entered, { seats: 3 })

    // 30 000 for the hour, and 3 · 100 000 · 12 / 365.25 = 9856.26 for the seats.
    expect(days(db, 'cost_per_resolution')).toEqual([
      { day: DAY, n: 2, numerator: expect.closeTo(39_856.26, 2), denominator: 2 },
    ])
  })

  it('takes the brand’s own costs before the account’s, and 0 for what was entered as 0', () => {
    const db = twoChatsInAnHour()
    enter(db, entered, { seats: 0, hourlyCost: 20_000 })

    expect(days(db, 'cost_per_resolution')).toEqual([{ day: DAY, n: 2, numerator: 20_000, denominator: 2 }])
  })

  it('adds the bot’s fee for each conversation it resolved, and is not known without it', () => {
    const db = twoChatsInAnHour()
    addTicket(db, 11, `${DAY}T10:00`, { source: 'bot', resolved_by: 'bot', served: 0 })
    enter(db, entered, { seats: 0 })
    expect(days(db, 'cost_per_resolution')).toEqual([])

    enter(db, { ...entered, botFeePerResolution: 1500 }, { seats: 0 })
    expect(days(db, 'cost_per_resolution')).toEqual([{ day: DAY, n: 3, numerator: 31_500, denominator: 3 }])
  })

  it('counts seats on days without a conversation, and leaves out days of work of unknown length', () => {
    const db = twoChatsInAnHour()
    addTicket(db, 11, '2026-03-04T10:00')
    addChat(db, 3, [{ agent: 21, from: '2026-03-05T10:00', to: '2026-03-05T11:00' }])
    enter(db, entered, { seats: 3 })

    expect(
      days(db, 'cost_per_resolution').map(({ day, numerator, denominator }) => [
        day,
        Math.round(numerator),
        denominator,
      ]),
    ).toEqual([
      [DAY, 39_856, 2],
      ['2026-03-03', 9856, 0],
      ['2026-03-05', 39_856, 1],
    ])
  })
})

it('other metrics do not rest on agents’ time', () => {
  expect(readTeamDays(emptyAccount(), 1, 'handle_time')).toBeNull()
})

function twoChatsInAnHour(): Database {
  const db = emptyAccount()
  addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:30` }])
  addChat(db, 2, [{ agent: 21, from: `${DAY}T11:00`, to: `${DAY}T11:30` }])
  return db
}

function enter(db: Database, account: Partial<AccountCosts>, brand: Partial<BrandCosts>): void {
  const own = { ...defaultBrandSettings(1, 'Asia/Seoul'), costs: { ...noBrandCosts, ...brand } }
  const costs = { ...noAccountCosts, ...account }
  writeAccountSettings(db, { ...defaultAccountSettings('Asia/Seoul'), costs, brands: [own] }, 0)
}

function days(db: Database, metric: string): ({ day: string } & TeamDay)[] {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
  return [...(readTeamDays(db, 1, metric) ?? [])].map(([day, sums]) => ({ day, ...sums }))
}
