import { describe, expect, it } from 'vitest'
import { draftComparison } from '../../../server/comparison/draft-comparison.ts'
import { adjustForMix } from '../../../server/comparison/mix/adjust-for-mix.ts'
import { gates, mixShare } from '../../../server/comparison/mix/gates.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { MixStory } from './mixed-brands.ts'
import { adjustedOf, answerOf, mixedBrands, movedOn } from './mixed-brands.ts'

const controls: MixStory[] = [{ id: 2 }, { id: 3 }, { id: 4 }]
const easier: MixStory = { id: 1, easyShare: [0.3, 0.6] }
const faster: MixStory = { id: 1, effect: 0.6 }

describe('more easy questions, and no change within a topic', () => {
  it.each([
    ['staggered', 'first_reply', easier, controls],
    ['staggered', 'recontact_rate', easier, controls],
    ['interrupted', 'first_reply', easier, []],
    ['interrupted', 'recontact_rate', { ...easier, weeksBefore: 60 }, []],
    ['windows', 'first_reply', { ...easier, weeksBefore: 7 }, []],
    ['windows', 'recontact_rate', { ...easier, weeksBefore: 7 }, []],
  ] as const)(
    '%s, %s: look like a change, and none is left with the same mix',
    (method, metric, story, others) => {
      const { rung, mix } = answerOf(mixedBrands(metric, [story, ...others]))

      expect(rung.method).toBe(method)
      expect(rung.effect.high).toBeLessThan(0)
      const { effect, overlap, leftOut, isPartial } = adjustedOf(mix)
      expect(effect.low).toBeLessThan(0)
      expect(effect.high).toBeGreaterThan(0)
      expect({ overlap, leftOut, isPartial }).toEqual({ overlap: 1, leftOut: [], isPartial: false })
      expect(gates(rung.effect, effect)).toBe(true)
      expect(mixShare(rung.effect, effect)).toBeGreaterThan(0.8)
    },
  )
})

describe('a change within every topic, and the same mix', () => {
  it.each([
    ['staggered', 'first_reply', faster, controls],
    ['staggered', 'recontact_rate', faster, controls],
    ['interrupted', 'first_reply', faster, []],
    ['windows', 'first_reply', { ...faster, weeksBefore: 7 }, []],
    ['windows', 'recontact_rate', { ...faster, weeksBefore: 7 }, []],
  ] as const)('%s, %s: stays', (method, metric, story, others) => {
    const { rung, mix } = answerOf(mixedBrands(metric, [story, ...others]))

    expect(rung.method).toBe(method)
    const { effect } = adjustedOf(mix)
    expect(Math.abs(effect.estimate - rung.effect.estimate)).toBeLessThan(0.06)
    expect(gates(rung.effect, effect)).toBe(false)
  })

  it('is found where harder questions hid it', () => {
    const { rung, mix } = answerOf(
      mixedBrands('first_reply', [{ id: 1, effect: 0.6, easyShare: [0.6, 0.3] }, ...controls]),
    )

    expect(rung.effect.high).toBeGreaterThan(0)
    // ln 0.6 = −0.51
    expect(adjustedOf(mix).effect.estimate).toBeCloseTo(-0.51, 1)
  })
})

describe('a brand that did not move', () => {
  it('is held to a mix of its own: its easier questions are no change of the brand that moved', () => {
    const { rung, mix } = answerOf(mixedBrands('first_reply', [{ id: 1 }, { id: 2, easyShare: [0.3, 0.6] }]))

    expect(rung.effect.low).toBeGreaterThan(0.2)
    const { effect } = adjustedOf(mix)
    expect([effect.low < 0, effect.high > 0]).toEqual([true, true])
  })

  it('is taken as it is where its kinds of conversation are not known', () => {
    const world = mixedBrands('first_reply', [easier, ...controls])
    const { rung } = answerOf(world)
    const ofTheFirst = adjustForMix(world.moved, rung, (id, ...rest) =>
      id === 1 ? world.readStrata(id, ...rest) : [],
    )

    expect(gates(rung.effect, adjustedOf(ofTheFirst).effect)).toBe(true)
  })
})

describe('weeks that lost days', () => {
  it('are adjusted as whole ones: closed Mondays are no change', () => {
    const closedDays = ['2026-05-04', '2026-05-18', '2026-06-22', '2026-07-06', '2026-07-20', '2026-08-03']
    const { rung, mix } = answerOf(mixedBrands('first_reply', [{ id: 1, closedDays }, ...controls]))

    expect(rung.sample.after.some(({ days }) => days.length === 6)).toBe(true)
    const { effect } = adjustedOf(mix)
    expect([effect.low < 0, effect.high > 0]).toEqual([true, true])
  })
})

describe('what is known of the conversations', () => {
  it('leaves a language out that is known of half of them, and says so', () => {
    const { rung, mix } = answerOf(
      mixedBrands('first_reply', [{ ...easier, languageKnown: 0.5 }, ...controls]),
    )

    const { leftOut, effect } = adjustedOf(mix)
    expect(leftOut).toEqual(['language'])
    expect(gates(rung.effect, effect)).toBe(true)
  })

  it('leaves topics out that no rule gave to live chats, and says so', () => {
    const { mix } = answerOf(mixedBrands('first_reply', [{ id: 1, sorted: [0, 0.6] }, ...controls]))

    expect(adjustedOf(mix).leftOut).toEqual(['topic'])
  })

  it('refuses an adjusted figure where the sides have too little in common', () => {
    const { mix } = answerOf(mixedBrands('first_reply', [{ id: 1, easyShare: [0, 0.7] }, ...controls]))

    expect(mix).toEqual({ kind: 'too_different', overlap: expect.closeTo(0.3, 1), leftOut: [] })
  })

  it('has nothing to say without rows', () => {
    const { moved } = mixedBrands('first_reply', [easier, ...controls])
    const { rung } = answerOf(mixedBrands('first_reply', [easier, ...controls]))

    expect(adjustForMix(moved, rung, () => [])).toEqual({ kind: 'not_applicable' })
  })

  it('has nothing to say of one kind of conversation only', () => {
    const world = mixedBrands('first_reply', [easier, ...controls])
    const { rung } = answerOf(world)
    const alike = { language: 'ko', topic: 'other', hourBlock: 'morning', isWeekend: false } as const

    const mix = adjustForMix(world.moved, rung, (...asked) =>
      world.readStrata(...asked).map((row) => ({ ...row, stratum: alike })),
    )
    expect(mix).toEqual({ kind: 'not_applicable' })
  })

  it('says where weeks are too small to hold the whole mix', () => {
    const { mix } = answerOf(
      mixedBrands('recontact_rate', [
        { id: 1, perDay: 5 },
        { id: 2, perDay: 5 },
      ]),
    )

    const { missingWeight, isPartial } = adjustedOf(mix)
    expect(missingWeight).toBeGreaterThan(0.1)
    expect(isPartial).toBe(true)
  })
})

describe('a metric without a mix', () => {
  it.each([
    'demand',
    'human_workload',
    'messages_per_conversation',
    'cost_per_resolution',
    'out_of_hours_share',
  ] as const)('%s is not adjusted', (key) => {
    const world = mixedBrands('recontact_rate', [easier, ...controls])
    const { rung } = answerOf(world)

    const mix = adjustForMix({ ...world.moved, metric: metricOf(key) }, rung, world.readStrata)
    expect(mix).toEqual({ kind: 'not_applicable' })
  })
})

describe('twenty accounts whose questions became easier', () => {
  it('are never called, and nearly all intervals hold that nothing changed', () => {
    const answers = Array.from({ length: 20 }, (_, i) =>
      answerOf(
        mixedBrands(
          'first_reply',
          [
            { ...easier, perDay: 20 },
            { id: 2, perDay: 20 },
          ],
          900 + i,
        ),
      ),
    )

    const held = answers.filter(({ rung, mix }) => gates(rung.effect, adjustedOf(mix).effect))
    const holdNone = answers.filter(
      ({ mix }) => adjustedOf(mix).effect.low < 0 && adjustedOf(mix).effect.high > 0,
    )
    expect(held).toHaveLength(20)
    expect(holdNone.length).toBeGreaterThanOrEqual(17)
  })
})

describe('a mix that cannot be held equal', () => {
  const { moved, readStrata } = mixedBrands('first_reply', [{ ...easier, weeksBefore: 7 }])
  const { rung } = answerOf({ moved, readStrata })

  it('for want of conversations that have ended is told', () => {
    const unfinished: typeof readStrata = (...question) =>
      readStrata(...question).map((row) =>
        row.day >= movedOn && row.stratum.topic === 'refund'
          ? { ...row, seconds: Float64Array.from(row.seconds ?? [], () => Infinity) }
          : row,
      )

    expect(rung.method).toBe('windows')
    expect(adjustForMix(moved, rung, unfinished)).toEqual({ kind: 'not_possible', because: 'unfinished' })
  })

  it('is said beside the figure', () => {
    const { panel, brand, metric } = moved
    const draft = draftComparison({
      panel,
      brand,
      metric,
      adjust: () => ({ kind: 'not_possible', because: 'unfinished' }),
    })

    expect(draft.kind === 'estimated' && draft.comparison.mixAdjusted).toBeNull()
    expect(draft.kind === 'estimated' && draft.comparison.reasons).toContainEqual({
      code: 'mix_not_adjusted',
      en: 'What the change would be with the same mix of questions cannot be said: too many conversations have not ended yet.',
      ko: '아직 끝나지 않은 대화가 많아, 문의 구성이 같았다면 어땠을지는 계산할 수 없습니다.',
    })
  })
})
