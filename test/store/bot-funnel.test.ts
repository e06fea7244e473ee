import { describe, expect, it } from 'vitest'
import { addFunnels, funnelSteps, readBotFunnel, readFunnelDays } from '../../server/store/bot-funnel.ts'
import { readListTotals } from '../../server/store/conversation-list/totals.ts'
import type { Database } from '../../server/store/database.ts'
import { createDice } from '../support/dice.ts'
import {
  DAY_MS,
  at,
  emptyDatabase,
  insertBotTicket,
  insertTicket,
  refresh,
  sumsOf,
} from './measures/measured.ts'

const day = '2026-03-02'
const week = { brandId: 1, from: day, to: '2026-03-03', knownTo: at + 30 * DAY_MS }

describe('what becomes of a conversation with a bot', () => {
  it('is one end for each', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    insertBotTicket(db, 2, { customer_messages: 0 })
    insertTicket(db, 3, { bot_involved: 1, handed_off_at: at + 1000, handed_back_at: at + 9000 })
    insertTicket(db, 4, handedOver({ served: 1, status: 'open' }))
    insertTicket(db, 5, handedOver({ served: 0 }))
    insertTicket(db, 6, handedOver({ served: 0, status: 'open' }))
    insertTicket(db, 7, handedOver({ served: null }))

    expect(funnelOf(db)).toEqual({
      started: 7,
      contained: 1,
      silent: 1,
      undecided: 0,
      handedOff: 5,
      answered: 2,
      unanswered: 1,
      waiting: 2,
      resolved: 1,
      handedBack: 1,
    })
  })

  it('is undecided for five days unless a person was asked for', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    insertTicket(db, 2, handedOver({ served: 1 }))

    const young = readBotFunnel(db, { ...week, knownTo: at + 5 * DAY_MS - 1 }).funnel
    expect(young).toMatchObject({ started: 2, undecided: 1, contained: 0, handedOff: 1 })
    const old = readBotFunnel(db, { ...week, knownTo: at + 5 * DAY_MS }).funnel
    expect(old).toMatchObject({ started: 2, undecided: 0, contained: 1, handedOff: 1 })
  })

  it('is null without a conversation with a bot', () => {
    const db = emptyDatabase()
    insertTicket(db, 1, { bot_involved: 0 })

    expect(readBotFunnel(db, week)).toEqual({ funnel: null, daysLeftOut: 0, isSampled: false })
  })

  it('leaves out days on which too little is known of the bot’s part, and other brands and days', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    insertTicket(db, 2, { bot_involved: null })
    insertBotTicket(db, 3, { brand_id: 2 })
    insertBotTicket(db, 4, { day: '2026-03-03' })
    refresh(db)

    expect(readBotFunnel(db, week)).toEqual({ funnel: null, daysLeftOut: 1, isSampled: false })
    expect(rowsBehind(db, week.knownTo)).toMatchObject({ started: 0, contained: 0 })
  })

  it.each([1, 2, 3, 4, 5])('adds up, and says what the report’s shares say (seed %i)', (seed) => {
    const db = emptyDatabase()
    const dice = createDice(seed)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(dice.uniform() * values.length)]
    for (let i = 1; i <= 200; i++) {
      const lateness = Math.floor(dice.uniform() * 8 * DAY_MS)
      const given = {
        bot_involved: 1,
        served: pick([0, 1, null]),
        status: pick(['open', 'solved', 'closed', 'pending']),
        customer_messages: pick([0, 1, null]),
        handed_off_at: pick([at + lateness, null]),
        first_human_reply_at: pick([at + lateness + 1000, null]),
        handed_back_at: pick([at + lateness, null]),
      }
      if (pick([true, false])) insertTicket(db, i, given)
      else insertBotTicket(db, i, { ...given, handed_off_at: null })
    }
    const contained = totalOf(sumsOf(db, 'containment_rate'))
    const handedOff = totalOf(sumsOf(db, 'handoff_rate'))

    for (const knownTo of [week.knownTo, at]) {
      const { funnel } = readBotFunnel(db, { ...week, knownTo })
      if (!funnel) throw new Error('there is a funnel')
      expect(funnel.started).toBe(200)
      expect(funnel.contained + funnel.silent + funnel.undecided + funnel.handedOff).toBe(funnel.started)
      expect(funnel.answered + funnel.unanswered + funnel.waiting).toBe(funnel.handedOff)
      expect(funnel.resolved).toBeLessThanOrEqual(funnel.answered)
      expect(funnel.handedBack).toBeLessThanOrEqual(funnel.answered)
      expect([200, funnel.contained + funnel.undecided]).toEqual(contained)
      expect([200, funnel.handedOff]).toEqual(handedOff)
      expect(rowsBehind(db, knownTo)).toEqual(funnel)
    }
  })
})

describe('funnels of several brands', () => {
  it('are added up step by step; brands without one add nothing', () => {
    const db = emptyDatabase()
    insertBotTicket(db, 1, {})
    const one = funnelOf(db)

    expect(addFunnels([one, null, one])).toMatchObject({ started: 2, contained: 2, handedOff: 0 })
    expect(addFunnels([null])).toBeNull()
    expect(addFunnels([])).toBeNull()
  })
})

/** How many conversations are listed for each step. */
function rowsBehind(db: Database, knownTo: number): Record<string, number> {
  const { from, to } = week
  const brands = { 1: { days: readFunnelDays(db, week), knownTo } }
  return Object.fromEntries(
    funnelSteps.map((step) => {
      const list = { brandIds: [1], from, to, filter: {}, figure: null, step: { step, brands } }
      return [step, readListTotals(db, list).rows]
    }),
  )
}

function handedOver(given: Record<string, string | number | null>) {
  return { bot_involved: 1, handed_off_at: at + 60_000, first_human_reply_at: null, ...given }
}

function funnelOf(db: Database) {
  return readBotFunnel(db, week).funnel
}

function totalOf(sums: readonly [string, number, number][]): [number, number] {
  return [sums.reduce((sum, [, n]) => sum + n, 0), sums.reduce((sum, [, , count]) => sum + count, 0)]
}
