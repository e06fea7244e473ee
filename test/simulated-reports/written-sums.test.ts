import { describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { readDailySeconds } from '../support/daily-seconds.ts'
import { readDailySums } from '../../server/store/daily-values.ts'
import type { Database } from '../../server/store/database.ts'
import { createDice } from '../support/dice.ts'
import { judge } from './judged-reports.ts'
import { emptyAccount, presentOf, writePanel } from './panel-account.ts'
import type { SimulatedDay } from './panel-world.ts'
import { simulatePanel } from './panel-world.ts'
import { oneBrand, primary } from './scenarios.ts'
import type { SimulatedConversation } from './simulated-conversations.ts'
import { writeConversations } from './simulated-conversations.ts'

const plan = oneBrand(2, 3, { perDay: 20 })
const measures = [
  'demand',
  'human_workload',
  'human_workload.known',
  'human_share',
  'first_reply.known',
  'unserved_rate',
  'unserved_rate.left_early',
  'recontact_rate.known',
  'recontact_rate',
  'csat',
  'csat.response',
]

describe('the simulated sums', () => {
  it('are those the program makes of the same conversations', () => {
    const panel = simulatePanel(plan, createDice(1))
    const written = emptyAccount(plan)
    writePanel(written, panel)
    const summed = emptyAccount(plan)
    writeConversations(
      summed,
      [...panel].flatMap(([brandId, days]) => days.flatMap((day) => conversationsOf(brandId, day))),
    )

    for (const measure of measures) expect(sumsOf(summed, measure), measure).toEqual(sumsOf(written, measure))
    expect(readDailySeconds(summed, 1, 'first_reply')).toEqual(readDailySeconds(written, 1, 'first_reply'))
  })

  it('are judged as the report judges them', () => {
    const own = oneBrand(9.5, 9)
    const db = emptyAccount(own)
    writePanel(db, simulatePanel(own, createDice(1)))
    updateCutovers(db)

    const { cells } = judge(db, own, primary)

    expect(cells.map(({ cell }) => cell)).toEqual(
      compareBrands(db, { brandIds: 'all', metrics: primary, now: presentOf(own) }),
    )
    expect(cells).toHaveLength(6)
  })
})

function conversationsOf(brandId: number, one: SimulatedDay): SimulatedConversation[] {
  const { day, source, demand, served, firstReplySeconds, recontact, csat } = one
  return Array.from({ length: demand }, (_, i) => ({
    brandId,
    day,
    source,
    hour: 12,
    topic: 'other',
    firstReplySeconds: i < served ? firstReplySeconds[i] : null,
    requester: i < recontact.numerator ? 'came back' : i < recontact.n ? 'known' : 'unknown',
    rating: i < csat.numerator ? 'good' : i < csat.n ? 'bad' : null,
  }))
}

function sumsOf(db: Database, measure: string) {
  return readDailySums(db, 1, measure).filter(({ n }) => n > 0)
}
