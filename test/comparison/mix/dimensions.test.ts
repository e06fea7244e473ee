import { describe, expect, it } from 'vitest'
import { dimensionsOf } from '../../../server/comparison/mix/dimensions.ts'
import type { StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import type { Stratum } from '../../../server/store/measures/index.ts'

const known = row(80, { language: 'ko', topic: 'delivery' })
const unknown = row(20, { language: null, topic: 'delivery' })

describe('the kinds of conversation', () => {
  it('are told apart by language, topic, time of day and part of the week', () => {
    const { leftOut, nameOf } = dimensionsOf({ before: [known], after: [known] })

    expect(leftOut).toEqual([])
    const kinds: Partial<Stratum>[] = [
      {},
      { language: 'en' },
      { language: null },
      { topic: 'refund' },
      { hourBlock: 'night' },
      { isWeekend: true },
    ]
    expect(new Set(kinds.map((kind) => nameOf({ ...known.stratum, ...kind }))).size).toBe(6)
  })

  it('have a language where it is known of 80 % on both sides', () => {
    expect(dimensionsOf({ before: [known, unknown], after: [known] }).leftOut).toEqual([])
  })

  it('have none where it is known of fewer on one side', () => {
    const { leftOut, nameOf } = dimensionsOf({
      before: [known],
      after: [known, unknown, row(1, { language: null })],
    })

    expect(leftOut).toEqual(['language'])
    expect(nameOf(known.stratum)).toBe(nameOf({ ...known.stratum, language: 'en' }))
  })

  it('have a topic where no rule matched, as long as rules match something', () => {
    const other = row(900, { topic: 'other' })
    expect(dimensionsOf({ before: [other, known], after: [known] }).leftOut).toEqual([])
  })

  it('have no topic where rules match one side and nothing of the other', () => {
    const other = row(100, { topic: 'other' })
    const { leftOut, nameOf } = dimensionsOf({ before: [other], after: [known] })

    expect(leftOut).toEqual(['topic'])
    expect(nameOf(known.stratum)).toBe(nameOf(other.stratum))
  })

  it('all have the same topic in an account without rules, which is nothing to speak of', () => {
    const other = row(100, { topic: 'other' })
    expect(dimensionsOf({ before: [other], after: [other] }).leftOut).toEqual([])
  })

  it('keep a topic that came up on one side only but is rare', () => {
    const other = row(90, { topic: 'other' })
    expect(dimensionsOf({ before: [other], after: [other, row(10, {})] }).leftOut).toEqual([])
  })
})

function row(n: number, stratum: Partial<Stratum>): StratumDay {
  return {
    day: '2026-03-02',
    stratum: { language: 'ko', topic: 'delivery', hourBlock: 'morning', isWeekend: false, ...stratum },
    n,
    numerator: 0,
    seconds: null,
  }
}
