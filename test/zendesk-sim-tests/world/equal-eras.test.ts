import { describe, expect, it } from 'vitest'
import { anchorOf } from '../../zendesk-sim/world/calendar.ts'
import { agentParts, takenAt } from '../../zendesk-sim/world/agent-parts.ts'
import { createWorld } from '../../zendesk-sim/world/create-world.ts'
import { waitsFor, worldEngagements } from '../../zendesk-sim/world/engagements.ts'
import { messagesOf } from '../../zendesk-sim/world/messages.ts'
import { responseTimeOf } from '../../zendesk-sim/routes/wire/response-time.ts'
import type { World } from '../../zendesk-sim/world/types.ts'

const anchor = anchorOf(Date.parse('2026-11-16T09:00:00+09:00'))
const HOUR_MS = 3_600_000
/** Moods of days move both eras' medians: many worlds of one brand even them out. */
const worlds = [1, 2, 3, 4].map((seed) =>
  createWorld({ anchor, seed, scale: 0.4, weeks: 52, brands: ['unchanged'] }),
)

describe('a brand at which the move did nothing', () => {
  it('has conversations as long as before, from a person being needed to the end', () => {
    const chats = overWorlds((world) => served(world).chats.map((one) => one.endedAt - one.startedAt))
    const tickets = overWorlds((world) =>
      served(world).tickets.map((one) => Number(one.solvedAt) - Number(one.handedOffAt)),
    )

    expectAlike(tickets, chats, 0.03)
  })

  it('has agents there as soon as before', () => {
    const chats = overWorlds((world) =>
      served(world).chats.map((one) => Number(takenAt(one)) - one.startedAt),
    )
    const tickets = overWorlds((world) =>
      served(world).tickets.map((one) => Number(takenAt(one)) - Number(one.handedOffAt)),
    )

    expectAlike(tickets, chats, 0.06)
  })

  it('keeps its agents busy with a conversation as long as before', () => {
    const lengthOf = (parts: readonly { startsAt: number; endsAt: number }[]) =>
      parts.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0)
    const chats = overWorlds((world) =>
      served(world).chats.map((one) => lengthOf(agentParts(world, one, one.endedAt))),
    )
    const tickets = overWorlds((world) =>
      served(world).tickets.map((one) => lengthOf(agentParts(world, one, Number(one.solvedAt)))),
    )

    expectAlike(tickets, chats, 0.02)
  })

  it('has customers wait for each reply as long as before, by history and by engagements', () => {
    const chats = overWorlds((world) =>
      served(world).chats.flatMap((one) => {
        const messages = messagesOf(world, one).filter(({ by }) => by !== 'system')
        return responseTimeOf(messages)?.avg ?? []
      }),
    )
    const tickets = overWorlds((world) => {
      const waits = new Map<number, number[]>()
      for (const engagement of worldEngagements(world)) {
        const { id } = engagement.ticket
        waits.set(id, [...(waits.get(id) ?? []), ...waitsFor(world, engagement)])
      }
      return [...waits.values()].map((list) => list.reduce((sum, wait) => sum + wait, 0) / list.length)
    })

    expectAlike(tickets, chats, 0.05)
  })

  it('is written to out of hours as often as before, the offline form included', () => {
    const shares = worlds.map((world) => {
      const movedAt = Number(world.brands[0].wentLiveAt)
      const all = [...world.chats, ...world.tickets]
      const shareOf = (rows: readonly { startedAt: number; kind: string }[]) =>
        rows.filter(({ startedAt, kind }) => kind === 'offline_message' || isOutOfHours(startedAt)).length /
        rows.length
      return {
        before: shareOf(all.filter(({ startedAt }) => startedAt < movedAt)),
        after: shareOf(all.filter(({ startedAt }) => startedAt >= movedAt)),
      }
    })
    const mean = (side: 'before' | 'after') => shares.reduce((sum, one) => sum + one[side], 0) / shares.length

    expect(mean('before')).toBeGreaterThan(0.02)
    expect(Math.abs(mean('after') - mean('before'))).toBeLessThan(0.005)
  })
})

/** Of the chats before the move and the tickets after it, those a person answered. */
function served(world: World) {
  const movedAt = Number(world.brands[0].wentLiveAt)
  return {
    chats: world.chats.filter((one) => one.firstHumanReplyAt !== null && one.startedAt < movedAt),
    tickets: world.tickets.filter((one) => one.firstHumanReplyAt !== null),
  }
}

/** Medians, one per world. */
function overWorlds(valuesOf: (world: World) => number[]): number[] {
  return worlds.map((world) => {
    const values = valuesOf(world).sort((a, b) => a - b)
    return values[values.length >> 1]
  })
}

function expectAlike(after: number[], before: number[], tolerance: number): void {
  const ratios = after.map((value, i) => Math.log(value / before[i]))
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  expect(Math.abs(mean)).toBeLessThan(tolerance)
}

/** By the clock of Seoul: weekends and holidays are left to chance, which is the same on both sides. */
function isOutOfHours(instant: number): boolean {
  const hour = ((instant - anchor) / HOUR_MS) % 24
  const local = hour < 0 ? hour + 24 : hour
  return local < 9 || local >= 18
}
