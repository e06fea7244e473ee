import type { Comparison, MetricKey } from '../../server/contract.ts'
import { compareBrands } from '../support/compare-brands.ts'
import type { Database } from '../../server/store/database.ts'
import type { World } from '../zendesk-sim/world/types.ts'
import type { ExpectedCell } from './expected-cells.ts'
import { expectedCells } from './expected-cells.ts'
import { trueEffect, trueEffectWithinTopics } from './true-effects.ts'

/** One cell beside what it should be. */
export type JudgedCell = { story: string; cell: Comparison; expected: ExpectedCell }

/** Every cell of the report, with its expectation. */
export function judgedCells(db: Database, world: World, now: number): JudgedCell[] {
  const storyOf = new Map(world.brands.map(({ id, key }) => [id, key]))
  return compareBrands(db, { brandIds: 'all', metrics: 'all', now }).map((cell) => {
    const story = storyOf.get(cell.brand.id) ?? ''
    return { story, cell, expected: expectedCells[story][cell.metric] }
  })
}

/** What a cell says, and whether that is what it should say. */
export function unexpected({ story, cell, expected }: JudgedCell): string | null {
  const { state, method, grade, reasons } = cell
  const isExpected =
    expected.states.includes(state) &&
    expected.methods.includes(method) &&
    expected.grades.includes(grade) &&
    (expected.reason === undefined || reasons[0]?.code === expected.reason)
  if (isExpected) return null
  return `${story} ${cell.metric}: ${state} ${method} ${grade} (${reasons.map(({ code }) => code).join(', ')})`
}

/** Plain windows leave the season in: how busy agents are follows it. */
const seasonal: readonly MetricKey[] = ['concurrency', 'conversations_per_agent_hour']

/** Whether the interval of a cell holds the truth; null where there is none, or where it claims to speak of no cause. */
export function holdsTruth({ story, cell }: JudgedCell): boolean | null {
  const { effect, metric } = cell
  if (effect === null || seasonal.includes(metric)) return null
  const truth = trueEffect(story, metric) ?? (effect.unit === 'ratio' ? 1 : 0)
  return effect.low <= truth && truth <= effect.high
}

/** The same of the figure that is adjusted for the mix of topics. */
export function adjustedHoldsTruth({ story, cell }: JudgedCell): boolean | null {
  const { mixAdjusted, metric } = cell
  if (mixAdjusted === null || seasonal.includes(metric)) return null
  const truth = trueEffectWithinTopics(story, metric) ?? (mixAdjusted.unit === 'ratio' ? 1 : 0)
  return mixAdjusted.low <= truth && truth <= mixAdjusted.high
}
