import { describe, expect, it } from 'vitest'
import { testNow } from '../support/test-context.ts'
import { takenAt } from '../zendesk-sim/world/agent-parts.ts'
import { answeredTurns } from '../zendesk-sim/world/answered-turns.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
import type { BrandTruth } from '../zendesk-sim/world/truth.ts'
import { truth } from '../zendesk-sim/world/truth.ts'
import type { WorldTicket } from '../zendesk-sim/world/types.ts'
import { trueEffect } from './true-effects.ts'

const WEEK_MS = 7 * 86_400_000

describe('what follows from an effect of the truth table', () => {
  it('is, of faster first replies, a shorter wait for an agent, conversation and average reply', () => {
    const slow = { ...storyOf('faster'), effects: storyOf('season').effects }

    expectRatios('faster', figuresOf(storyOf('faster')), figuresOf(slow))
  })

  it('is, of easier questions, what their topics differ by', () => {
    const same = { ...storyOf('mix'), easyShare: { before: 0.3, after: 0.3 } }

    expectRatios('mix', figuresOf(storyOf('mix')), figuresOf(same))
  })

  it('is nothing where the table names no effect', () => {
    expect(trueEffect('season', 'first_reply')).toBeNull()
    expect(trueEffect('unchanged', 'csat_response_rate')).toBeNull()
  })
})

/** Topics are drawn anew with another mix, so that the two worlds differ by chance too: two points are allowed for that. */
function expectRatios(story: string, actual: Figures, without: Figures): void {
  for (const metric of ['first_reply', 'wait_to_agent', 'resolution_time', 'average_reply'] as const) {
    const ratio = actual[metric] / without[metric]
    expect(Math.abs(ratio - Number(trueEffect(story, metric))), metric).toBeLessThan(0.02)
  }
}

function storyOf(key: string): BrandTruth {
  const story = truth.find((one) => one.key === key)
  if (story === undefined) throw new Error(`there is no story "${key}"`)
  return story
}

type Figures = ReturnType<typeof figuresOf>

/** Medians over ten weeks after the ramp, in seconds: the same people write, whatever the story says. */
function figuresOf(story: BrandTruth) {
  const world = createWorld({ anchor: anchorOf(testNow), scale: 1, weeks: 40, stories: [story] })
  const wentLiveAt = Number(world.brands[0].wentLiveAt)
  const tickets = world.tickets.filter(
    ({ startedAt, firstHumanReplyAt }) =>
      firstHumanReplyAt !== null &&
      startedAt >= wentLiveAt + 2 * WEEK_MS &&
      startedAt < wentLiveAt + 12 * WEEK_MS,
  )
  const medianUntil = (momentOf: (ticket: WorldTicket) => number | null) =>
    medianOf(tickets.map((ticket) => (Number(momentOf(ticket)) - Number(ticket.handedOffAt)) / 1000))
  return {
    first_reply: medianUntil(({ firstHumanReplyAt }) => firstHumanReplyAt),
    wait_to_agent: medianUntil(takenAt),
    resolution_time: medianUntil(({ solvedAt }) => solvedAt),
    average_reply: medianOf(tickets.map((ticket) => meanOf(answeredTurns(world, ticket)))),
  }
}

function meanOf(turns: readonly { waitedSeconds: number }[]): number {
  return turns.reduce((sum, { waitedSeconds }) => sum + waitedSeconds, 0) / turns.length
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}
