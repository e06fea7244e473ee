import { describe, expect, it } from 'vitest'
import type { Dimensions } from '../../../server/comparison/mix/dimensions.ts'
import { dimensionsOf } from '../../../server/comparison/mix/dimensions.ts'
import type { Stratum } from '../../../server/store/measures/index.ts'

const known = row(80, { language: 'ko', topic: 'delivery' })
const unknown = row(20, { language: null, topic: 'delivery' })

describe('the kinds of conversation', () => {
  it('are told apart by language, topic, time of day and part of the week', () => {
    const others: Partial<Stratum>[] = [
      { language: 'en' },
      { language: null },
      { topic: 'refund' },
      { hourBlock: 'night' },
      { isWeekend: true },
    ]
    const { leftOut, groups } = dimensionsIn({
      before: [known, ...others.map((kind) => row(1, { ...known.stratum, ...kind }))],
      after: [known],
    })

    expect(leftOut).toEqual([])
    expect([...groups.groupOf]).toEqual([0, 1, 2, 3, 4, 5])
    expect(groups.isWeekend).toEqual([false, false, false, false, false, true])
  })

  it('have a language where it is known of 80 % on both sides', () => {
    expect(dimensionsIn({ before: [known, unknown], after: [known] }).leftOut).toEqual([])
  })

  it('have none where it is known of fewer on one side', () => {
    const { leftOut, groups } = dimensionsIn({
      before: [known],
      after: [known, unknown, row(1, { language: 'en' }), row(1, { language: null })],
    })

    expect(leftOut).toEqual(['language'])
    expect([...groups.groupOf]).toEqual([0, 0, 0, 0])
  })

  it('have a topic where no rule matched, as long as rules match something', () => {
    const other = row(900, { topic: 'other' })
    expect(dimensionsIn({ before: [other, known], after: [known] }).leftOut).toEqual([])
  })

  it('have no topic where rules match one side and nothing of the other', () => {
    const other = row(100, { topic: 'other' })
    const { leftOut, groups } = dimensionsIn({ before: [other], after: [known] })

    expect(leftOut).toEqual(['topic'])
    expect([...groups.groupOf]).toEqual([0, 0])
  })

  it('all have the same topic in an account without rules, which is nothing to speak of', () => {
    const other = row(100, { topic: 'other' })
    expect(dimensionsIn({ before: [other], after: [other] }).leftOut).toEqual([])
  })

  it('keep a topic that came up on one side only but is rare', () => {
    const other = row(90, { topic: 'other' })
    expect(dimensionsIn({ before: [other], after: [other, row(10, {})] }).leftOut).toEqual([])
  })
})

type Row = { n: number; stratum: Stratum }

/** Of rows of kinds that each stand once on a side. */
function dimensionsIn({ before, after }: { before: Row[]; after: Row[] }): Dimensions {
  const kinds = [...new Set([...before, ...after].map(({ stratum }) => stratum))]
  const totals = (rows: Row[]) =>
    Float64Array.from(kinds, (kind) => rows.find(({ stratum }) => stratum === kind)?.n ?? 0)
  return dimensionsOf(kinds, { before: totals(before), after: totals(after) })
}

function row(n: number, stratum: Partial<Stratum>): Row {
  return {
    n,
    stratum: { language: 'ko', topic: 'delivery', hourBlock: 'morning', isWeekend: false, ...stratum },
  }
}
