import type { Day } from '../../server/periods/day.ts'
import { addDays, daysBetween } from '../../server/periods/day.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'
import { commonMovement } from '../statistics/simulated-weeks.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { JudgedReport } from './judged-reports.ts'
import { judge } from './judged-reports.ts'
import { emptyAccount } from './panel-account.ts'
import type { BrandPlan, WorldPlan } from './panel-world.ts'
import { binomial, heavyNoise, messagingShare } from './panel-world.ts'
import type { SimulatedConversation } from './simulated-conversations.ts'
import { writeConversations } from './simulated-conversations.ts'

/** Share of the questions that take three times as long and are left unanswered four times as often. */
export type HardShare = { before: number; after: number }

const LOG_SECONDS = Math.log(90)
const HARD_LOG_SECONDS = Math.log(3)
const UNSERVED = { easy: 0.04, hard: 0.16 }

/** Simulates a change in who writes, and nothing else, conversation by conversation; judged as any report. */
export function* judgeMixShifts(question: {
  plan: WorldPlan
  hard: HardShare
  runs: number
  seed: number
}): Generator<JudgedReport> {
  const { plan, hard, runs, seed } = question
  const db = emptyAccount(plan)
  for (let run = 0; run < runs; run++) {
    writeConversations(db, simulateConversations(plan, hard, createDice(seed * 100_000 + run)))
    updateCutovers(db)
    yield judge(db, plan, ['first_reply', 'unserved_rate'])
  }
  db.close()
}

function simulateConversations(plan: WorldPlan, hard: HardShare, dice: Dice): SimulatedConversation[] {
  const weeks = Math.ceil(daysBetween(plan.from, plan.to) / 7)
  const common = plan.hasCommonMovement ? commonMovement(dice, 0, weeks) : () => 0
  return plan.brands.flatMap((brand) => conversationsOf(plan, brand, hard, common, dice))
}

function conversationsOf(
  plan: WorldPlan,
  brand: BrandPlan,
  hard: HardShare,
  common: (week: number) => number,
  dice: Dice,
): SimulatedConversation[] {
  const all: SimulatedConversation[] = []
  let shock = dice.normal()
  for (let day: Day = plan.from; day < plan.to; day = addDays(day, 1)) {
    shock = 0.3 * shock + Math.sqrt(0.91) * dice.normal()
    const level = LOG_SECONDS + common(Math.floor(daysBetween(plan.from, day) / 7)) + 0.25 * shock
    const share = messagingShare(brand, plan.rampDays, day)
    const demand = dice.poisson(plan.perDay)
    const messaging = binomial(dice, demand, share)
    for (let i = 0; i < demand; i++) {
      const source = i < messaging ? 'messaging' : 'chat'
      const isHard = dice.uniform() < (source === 'messaging' ? hard.after : hard.before)
      const isUnserved = dice.uniform() < (isHard ? UNSERVED.hard : UNSERVED.easy)
      const logSeconds = level + (isHard ? HARD_LOG_SECONDS : 0) + heavyNoise(dice)
      all.push({
        brandId: brand.id,
        day,
        source,
        hour: 9 + Math.floor(9 * dice.uniform()),
        topic: isHard ? 'refund' : 'delivery',
        firstReplySeconds: isUnserved ? null : Math.max(0.5, Math.exp(logSeconds)),
        requester: 'known',
        rating: null,
      })
    }
  }
  return all
}
