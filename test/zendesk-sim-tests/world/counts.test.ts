import { describe, expect, it } from 'vitest'
import { cutOffsAt, mappedBrandId, worldCounts } from '../../zendesk-sim/world/counts.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'

const now = Date.parse('2026-11-18T15:00:00+09:00')
const world = createSmallWorld(now)
const counts = worldCounts(world, cutOffsAt(now))

describe('counts of the world', () => {
  it('leave out what the exports still hide', () => {
    expect(cutOffsAt(1_000_000)).toEqual({ chats: 700_000, tickets: 940_000, satisfaction: 1_000_000 })
  })

  it('of chats and offline messages add up to all that have ended', () => {
    const ended = world.chats.filter(({ endedAt }) => endedAt <= now - 300_000)

    expect(counts.chats.total + counts.offlineMessages.total + counts.deletedChats).toBe(ended.length)
  })

  it('put every ticket in one scope, or among the deleted', () => {
    const created = world.tickets.filter(({ startedAt }) => startedAt <= now - 60_000)
    const withTicket = world.chats.filter(
      ({ ticketId, endedAt }) => ticketId !== null && endedAt <= now - 60_000,
    )
    const { agentTickets, aiAgentTickets, chatTickets, deletedTickets } = counts

    expect(agentTickets.total + aiAgentTickets.total + chatTickets.total + deletedTickets).toBe(
      created.length + withTicket.length,
    )
  })

  it('by brand add up to the total', () => {
    for (const [name, tally] of Object.entries(counts)) {
      if (typeof tally === 'number') continue
      const sum = [...tally.byBrand.values()].reduce((total, count) => total + count, 0)
      expect(sum, name).toBe(tally.total)
    }
  })

  it('give chats to no brand only where nothing tells it', () => {
    const unmapped = world.chats.filter((chat) => mappedBrandId(world, chat) === null)

    expect(counts.chats.byBrand.get(null)).toBeGreaterThan(0)
    expect(unmapped.every(({ ticketId, departmentId }) => ticketId === null && departmentId === null)).toBe(
      true,
    )
    expect(world.chats.every((chat) => [chat.brandId, null].includes(mappedBrandId(world, chat)))).toBe(true)
  })

  it('have more offers than answers', () => {
    expect(counts.legacyRatingsOffered.total).toBeGreaterThan(counts.legacyRatingsAnswered.total)
    expect(counts.surveysOffered.total).toBeGreaterThan(counts.surveysAnswered.total)
    expect(counts.surveysAnswered.total).toBeGreaterThan(0)
  })

  it('know nothing of the future', () => {
    const earlier = worldCounts(world, cutOffsAt(world.startsAt))

    expect(earlier.chats.total).toBe(0)
    expect(earlier.agentTickets.total).toBe(0)
    expect(earlier.legacyRatingsOffered.total).toBe(0)
  })
})
