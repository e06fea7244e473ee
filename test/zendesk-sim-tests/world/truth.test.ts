import { describe, expect, it } from 'vitest'
import { anchorOf } from '../../zendesk-sim/world/calendar.ts'
import { createWorld } from '../../zendesk-sim/world/create-world.ts'
import { identityOf } from '../../zendesk-sim/world/people.ts'
import type { World, WorldConversation } from '../../zendesk-sim/world/types.ts'

const anchor = anchorOf(Date.parse('2026-11-16T09:00:00+09:00'))
const WEEK_MS = 7 * 86_400_000
const seeds = [1, 2, 3, 4]

describe('where the move did nothing', () => {
  const { before, after } = eras('unchanged')

  it('replies take as long as before', () => {
    expectNear(mean(after, 'medianReply') / mean(before, 'medianReply'), 1, 0.05)
  })

  it('four in a hundred are not served, before and after', () => {
    expectNear(mean(before, 'unserved'), 0.04, 0.005)
    expectNear(mean(after, 'unserved'), 0.04, 0.005)
  })

  it('twelve in a hundred known requesters are back within a week, before and after', () => {
    expectNear(mean(before, 'recontact'), 0.12, 0.01)
    expectNear(mean(after, 'recontact'), 0.12, 0.01)
  })

  it('as many requesters are known', () => {
    expectNear(mean(before, 'known'), 0.8, 0.01)
    expectNear(mean(after, 'known'), 0.8, 0.01)
  })

  it('88 % of ratings are good and one in seven rates', () => {
    expectNear(mean(before, 'good'), 0.88, 0.015)
    expectNear(mean(after, 'good'), 0.88, 0.015)
    expectNear(mean(before, 'rated'), 0.14, 0.01)
    expectNear(mean(after, 'rated'), 0.14, 0.01)
  })
})

describe('where the move did something', () => {
  it('faster replies take 60 % of the time', () => {
    const { before, after } = eras('faster')

    expectNear(mean(after, 'medianReply') / mean(before, 'medianReply'), 0.6, 0.03)
  })

  it('good ratings fall from 88 to 76 %', () => {
    const { before, after } = eras('worse')

    expectNear(mean(before, 'good'), 0.88, 0.015)
    expectNear(mean(after, 'good'), 0.76, 0.015)
  })

  it('a changed mix makes the crude replies faster, and each topic stays as it was', () => {
    const crude = eras('mix')
    const easy = eras('mix', 'topic_easy')

    expect(mean(crude.after, 'medianReply') / mean(crude.before, 'medianReply')).toBeLessThan(0.9)
    expectNear(mean(easy.after, 'medianReply') / mean(easy.before, 'medianReply'), 1, 0.05)
  })

  it('most unserved chat visitors leave early where the unserved rate must not be compared', () => {
    expect(mean(eras('season').before, 'leftEarly')).toBeGreaterThan(0.6)
    expect(mean(eras('unchanged').before, 'leftEarly')).toBeLessThan(0.1)
  })
})

type Era = ReturnType<typeof measure>

/** Both sides of a brand's move, once per seed; conversations of people only. */
function eras(brand: string, tag?: string): { before: Era[]; after: Era[] } {
  const worlds = seeds.map((seed) => createWorld({ anchor, seed, scale: 0.2, weeks: 70, brands: [brand] }))
  const side = (world: World, isAfter: boolean): Era => {
    const wentLiveAt = Number(world.brands[0].wentLiveAt)
    const rows = [...world.chats.filter(({ kind }) => kind === 'chat'), ...world.tickets].filter(
      (one) =>
        one.startedAt >= wentLiveAt === isAfter &&
        one.deletedAt === null &&
        (one.kind !== 'ticket' || one.handedOffAt !== null) &&
        (tag === undefined || one.tags.includes(tag)),
    )
    return measure(world, rows)
  }
  return {
    before: worlds.map((world) => side(world, false)),
    after: worlds.map((world) => side(world, true)),
  }
}

function measure(world: World, rows: WorldConversation[]) {
  const startsOf = new Map<number, number[]>()
  for (const { requesterId, startedAt } of [...world.chats, ...world.tickets]) {
    startsOf.set(requesterId, [...(startsOf.get(requesterId) ?? []), startedAt])
  }
  const waits = rows.flatMap((one) => {
    const from = one.kind === 'ticket' ? Number(one.handedOffAt) : one.firstCustomerMessageAt
    return one.firstHumanReplyAt === null ? [] : [one.firstHumanReplyAt - from]
  })
  const unserved = rows.filter(({ firstHumanReplyAt }) => firstHumanReplyAt === null)
  const leftEarly = unserved.filter(
    (one) => one.kind === 'chat' && one.endedAt - one.firstCustomerMessageAt < 3_600_000,
  )
  const known = rows.filter(({ requesterId }) => identityOf(requesterId) !== 'anonymous')
  const backWithinWeek = known.filter((one) => {
    const endedAt = one.kind === 'ticket' ? Number(one.solvedAt) : one.endedAt
    if (one.kind === 'ticket' && one.reopenedAt !== null) return true
    return startsOf.get(one.requesterId)?.some((at) => at > endedAt && at <= endedAt + WEEK_MS)
  })
  const categories = rows.flatMap(({ rating }) => rating?.category ?? [])
  const thumbs = categories.filter((category) => category !== 'neutral')
  return {
    medianReply: waits.sort((a, b) => a - b)[waits.length >> 1],
    unserved: unserved.length / rows.length,
    leftEarly: leftEarly.length / unserved.length,
    known: known.length / rows.length,
    recontact: backWithinWeek.length / known.length,
    rated: categories.length / waits.length,
    good: thumbs.filter((category) => category === 'good').length / thumbs.length,
  }
}

function mean(sides: Era[], figure: keyof Era): number {
  return sides.reduce((sum, side) => sum + side[figure], 0) / sides.length
}

function expectNear(figure: number, target: number, tolerance: number): void {
  expect(figure).toBeGreaterThan(target - tolerance)
  expect(figure).toBeLessThan(target + tolerance)
}
