import { describe, expect, it } from 'vitest'
import { anchorOf } from '../../zendesk-sim/world/calendar.ts'
import type { WorldOptions } from '../../zendesk-sim/world/create-world.ts'
import { createWorld } from '../../zendesk-sim/world/create-world.ts'
import { truth } from '../../zendesk-sim/world/truth.ts'
import type { World, WorldConversation } from '../../zendesk-sim/world/types.ts'

const now = Date.parse('2026-11-16T09:00:00+09:00')
const anchor = anchorOf(now)
const DAY_MS = 86_400_000

describe('the anchor', () => {
  it('is Monday midnight in Seoul of the week of now', () => {
    expect(new Date(anchorOf(now)).toISOString()).toBe('2026-11-15T15:00:00.000Z')
    expect(anchorOf(Date.parse('2026-11-22T23:59:59+09:00'))).toBe(anchor)
    expect(anchorOf(Date.parse('2026-11-23T00:00:00+09:00'))).toBe(anchor + 7 * DAY_MS)
  })
})

describe('a world', () => {
  it('is the same for the same options', () => {
    expect(small()).toEqual({ ...small(), requesters: expect.anything() })
  })

  it('is another for another seed', () => {
    expect(small({ seed: 2 }).chats).not.toEqual(small().chats)
  })

  it('gives a brand the same conversations whichever others it has', () => {
    const among = createWorld({ anchor, weeks: 5, scale: 0.2, brands: ['never_moved', 'recent', 'worse'] })
    const alone = createWorld({ anchor, weeks: 5, scale: 0.2, brands: ['recent'] })
    const id = alone.brands[0].id

    expect(of(among, id).map(facts)).toEqual(of(alone, id).map(facts))
    expect(alone.tickets.length).toBeGreaterThan(100)
  })

  it('requester looks the same each time', () => {
    const { requesters, chats } = small()
    const id = chats[0].requesterId

    expect(requesters.get(id)).toEqual(requesters.get(id))
    expect(requesters.get(7)).toBeUndefined()
  })

  it('lasts from its first week to a week after the anchor', () => {
    const { chats, startsAt } = small()

    expect(startsAt).toBe(anchor - 5 * 7 * DAY_MS)
    expect(chats[0].startedAt).toBeGreaterThanOrEqual(startsAt)
    expect(chats.at(-1)?.startedAt).toBeGreaterThan(anchor + 3 * DAY_MS)
  })

  it('keeps local days where a brand has another zone', () => {
    const world = createWorld({ anchor, weeks: 5, brands: ['recent'], zones: { recent: 'America/New_York' } })

    expect(new Date(Number(world.brands[0].wentLiveAt)).toISOString()).toBe('2026-10-27T04:00:00.000Z')
  })

  it('numbers every ticket and every chat once', () => {
    const world = createWorld({ anchor, weeks: 30, scale: 0.3 })
    const tickets = [
      ...world.tickets.map(({ id }) => id),
      ...world.chats.flatMap(({ ticketId }) => ticketId ?? []),
    ]

    expect(new Set(tickets).size).toBe(tickets.length)
    expect(new Set(world.chats.map(({ id }) => id)).size).toBe(world.chats.length)
  })

  it('shows every change in order, creation first', () => {
    const { chats, tickets } = createWorld({ anchor, weeks: 10, scale: 0.2 })

    for (const { updateTimes } of [...chats, ...tickets]) {
      expect(updateTimes).toEqual([...updateTimes].sort((a, b) => a - b))
    }
    expect(chats.every(({ updateTimes, endedAt }) => updateTimes[0] === endedAt)).toBe(true)
    expect(tickets.every(({ updateTimes, startedAt }) => updateTimes[0] === startedAt)).toBe(true)
  })
})

describe('volumes', () => {
  it('are those of the truth table, bot-only conversations apart', () => {
    const world = createWorld({ anchor, scale: 0.2 })
    const days = (anchor - world.startsAt) / DAY_MS

    for (const brand of world.brands) {
      const target = truth.find(({ key }) => key === brand.key)?.perDay ?? 0
      const perDay = of(world, brand.id).filter(isHuman).length / days / 0.2
      expect(perDay / target, brand.key).toBeGreaterThan(0.95)
      expect(perDay / target, brand.key).toBeLessThan(1.05)
    }
  })

  it('fall by a third from the peak of the common season to its trough', () => {
    const world = createWorld({ anchor, scale: 0.5, brands: ['season'] })
    const peak = weeklyVolume(world, -42, -34)
    const trough = weeklyVolume(world, -16, -8)

    expect(trough / peak).toBeGreaterThan(0.55)
    expect(trough / peak).toBeLessThan(0.8)
  })
})

describe('the move', () => {
  const world = createWorld({ anchor, weeks: 10, brands: ['recent'] })
  const days = sharesByDay(world)

  it('is at midnight of a Tuesday three weeks before the anchor', () => {
    expect(new Date(Number(world.brands[0].wentLiveAt)).toISOString()).toBe('2026-10-26T15:00:00.000Z')
  })

  it('has no messaging before it', () => {
    expect(Math.max(...days.before)).toBe(0)
  })

  it('starts with seven of ten conversations', () => {
    expect(days.after[0]).toBeGreaterThan(0.68)
    expect(days.after[0]).toBeLessThan(0.72)
  })

  it('is over within ten days: nine of ten for good', () => {
    expect(Math.min(...days.after.slice(8))).toBeGreaterThan(0.9)
    expect(Math.min(...days.after.slice(12))).toBeGreaterThanOrEqual(0.97)
  })

  it('leaves tickets that begin with a bot to the brands that have one', () => {
    const { tickets, brands } = createWorld({ anchor, weeks: 45, scale: 0.1 })

    for (const brand of brands) {
      const withBot = tickets.filter(({ brandId, bot }) => brandId === brand.id && bot)
      if (brand.botSince === null) expect(withBot, brand.key).toEqual([])
      else expect(withBot[0].startedAt, brand.key).toBeGreaterThan(brand.botSince - 300_000)
    }
  })

  it('ends a third of what a bot begins with the bot', () => {
    const { tickets } = createWorld({ anchor, weeks: 20, brands: ['worse'], scale: 0.5 })
    const begun = tickets.filter(({ bot }) => bot)
    const share = begun.filter(({ handedOffAt }) => handedOffAt === null).length / begun.length

    expect(share).toBeGreaterThan(0.33)
    expect(share).toBeLessThan(0.37)
  })
})

function small(overrides: Partial<WorldOptions> = {}): World {
  return createWorld({ anchor, weeks: 5, scale: 0.05, ...overrides })
}

function of(world: World, brandId: number): WorldConversation[] {
  const conversations = [...world.chats.filter(({ kind }) => kind === 'chat'), ...world.tickets]
  return conversations
    .filter((one) => one.brandId === brandId && one.startedAt < world.anchor)
    .sort((a, b) => a.startedAt - b.startedAt)
}

function facts({ startedAt, firstHumanReplyAt, requesterId, rating }: WorldConversation): unknown {
  return { startedAt, firstHumanReplyAt, requesterId, rating }
}

function isHuman(one: WorldConversation): boolean {
  return one.kind !== 'ticket' || one.handedOffAt !== null
}

function weeklyVolume(world: World, fromWeek: number, toWeek: number): number {
  const [from, to] = [fromWeek, toWeek].map((week) => world.anchor + week * 7 * DAY_MS)
  const inside = of(world, world.brands[0].id).filter(({ startedAt }) => startedAt >= from && startedAt < to)
  return inside.length / (toWeek - fromWeek)
}

/** Messaging's share of conversations on each day before and after go-live. */
function sharesByDay(world: World): { before: number[]; after: number[] } {
  const wentLiveAt = Number(world.brands[0].wentLiveAt)
  const counts = new Map<number, { all: number; messaging: number }>()
  for (const one of of(world, world.brands[0].id)) {
    const day = Math.floor((one.startedAt - wentLiveAt) / DAY_MS)
    const count = counts.get(day) ?? { all: 0, messaging: 0 }
    counts.set(day, { all: count.all + 1, messaging: count.messaging + (one.kind === 'ticket' ? 1 : 0) })
  }
  const shares = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([day, { all, messaging }]) => ({ day, share: messaging / all }))
  return {
    before: shares.filter(({ day }) => day < 0).map(({ share }) => share),
    after: shares.filter(({ day }) => day >= 0).map(({ share }) => share),
  }
}
