import { describe, expect, it } from 'vitest'
import { measureBrands } from '../../../server/comparison/compare-brands.ts'
import { answerDistribution } from '../../../server/comparison/distribution/answer-distribution.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { writeDailySeconds } from '../../../server/store/daily-seconds.ts'
import type { Database } from '../../../server/store/database.ts'
import type { BrandStory } from '../synthetic-account.ts'
import { now, syntheticAccount } from '../synthetic-account.ts'

const stories: BrandStory[] = [
  {
    id: 1,
    name: 'Haneul',
    movedOn: '2026-04-20',
    perDay: 30,
    firstReplyRatio: 0.5,
    silentDays: ['2026-03-04'],
  },
  { id: 2, name: 'Bada', movedOn: null, perDay: 30 },
  { id: 3, name: 'Mirae', movedOn: null, perDay: 30 },
]
const firstReply = { metric: 'first_reply', now } as const

function account(): Database {
  const db = syntheticAccount(stories)
  updateCutovers(db)
  return db
}

describe('how durations were spread', () => {
  const db = account()

  it.each([{}, { from: '2026-02-02', to: '2026-08-03' }, { ownWeeksOnly: true }])(
    'is of the very days of the figure, whose median it has (%j)',
    (asked) => {
      const [{ draft }] = measureBrands(db, { brandIds: [1], metrics: ['first_reply'], now, ...asked })

      const found = answerDistribution(db, { brandId: 1, ...firstReply, ...asked })

      for (const side of ['before', 'after'] as const) {
        const window = draft.comparison[side]
        expect(window?.n).toBeGreaterThan(500)
        expect(found?.[side]).toMatchObject({ from: window?.from, to: window?.to, n: window?.n })
        expect(found?.[side]?.percentiles.p50).toBe(window?.value)
      }
    },
  )

  it('is counted into bins common to both sides, as many as are in use', () => {
    const found = answerDistribution(db, { brandId: 1, ...firstReply })
    const { bins = [], before, after, now: latest } = found ?? {}

    expect(bins.slice(0, 3)).toEqual([
      { from: 1, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 8 },
    ])
    expect(latest).toBeNull()
    for (const side of [before, after]) {
      expect(side?.counts).toHaveLength(bins.length)
      expect(side?.counts.reduce((sum, { n }) => sum + n, side.unended.n)).toBe(side?.n)
    }
    expect([0, bins.length - 1].map((bin) => sumAt(bin)).every((n) => n > 0)).toBe(true)

    function sumAt(bin: number): number {
      return (before?.counts[bin].n ?? 0) + (after?.counts[bin].n ?? 0)
    }
  })

  it('has the latest weeks alone of a brand that has not moved', () => {
    const found = answerDistribution(db, { brandId: 2, ...firstReply })

    expect([found?.before, found?.after]).toEqual([null, null])
    expect(found?.now?.n).toBeGreaterThan(500)
    expect(found?.now?.counts).toHaveLength(found?.bins.length ?? -1)
  })

  it('has no sides and no bins without a duration', () => {
    const found = answerDistribution(db, { brandId: 1, metric: 'wait_to_agent', now })

    expect(found).toEqual({
      brand: { id: 1, name: 'Haneul' },
      bins: [],
      before: null,
      after: null,
      now: null,
    })
  })

  it('of a brand that is not there is none', () => {
    expect(answerDistribution(db, { brandId: 99, ...firstReply })).toBeNull()
  })
})

describe('durations that have not ended', () => {
  it('are counted apart', () => {
    const db = account()
    writeDailySeconds(db, {
      brandId: 1,
      metric: 'first_reply',
      day: '2026-03-02',
      source: 'offline',
      seconds: Float64Array.of(Infinity, Infinity, 30 * 86_400),
    })

    const found = answerDistribution(db, { brandId: 1, ...firstReply })

    expect(found?.before?.unended.n).toBe(2)
    expect(found?.after?.unended).toEqual({ n: 0, share: 0 })
    expect(found?.bins.at(-1)).toEqual({ from: 30 * 86_400, to: null })
  })
})
