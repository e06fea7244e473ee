import { describe, expect, it } from 'vitest'
import type { Bilingual, ComparisonMethod, EvidenceGrade } from '../../server/contract.ts'
import { sentenceFor } from '../../server/text/sentences.ts'
import type { SentenceFinding } from '../../server/text/sentence-findings.ts'
import { calledStates, change, circumstances, everyUnclear, subjects } from './findings.ts'
import { faultsOf } from './plain-words.ts'

const methods: ComparisonMethod[] = ['staggered', 'interrupted', 'windows']
const grades: EvidenceGrade[] = ['A', 'B', 'C', 'D']
const models = ['year', 'local'] as const
const brands = ['Mirae', '한빛문고', '새봄', 'Shop 24', "Kim's"]
const causal =
  /because of|due to|caused|did not show this change|allowed for|때문|영향일|나타나지 않았습니다|반영해 추정/

describe('every state, method, grade and kind of figure', () => {
  const every = brands.flatMap((brand) =>
    methods.flatMap((method) => grades.flatMap((grade) => sentences(brand, method, grade))),
  )

  it('has a plain sentence in both languages', () => {
    expect(every.length).toBeGreaterThan(5000)
    expect(every.flatMap(({ said }) => faultsOf(said))).toEqual([])
  })

  it('never speaks of a cause where two periods are compared, or the evidence is D', () => {
    const weak = every.filter(({ method, grade }) => method === 'windows' || grade === 'D')
    const offending = weak.filter(
      ({ said, state }) => state !== 'no_clear_change' && causal.test(said.en + said.ko),
    )

    expect(offending.map(({ said }) => said.en)).toEqual([])
  })

  it('says "may be" of a called change of grade C, and no more', () => {
    const hints = every.filter(
      ({ method, grade, state }) => grade === 'C' && method !== 'windows' && state !== 'no_clear_change',
    )

    expect(hints.every(({ said }) => said.en.includes('This may be due to the move'))).toBe(true)
    expect(hints.every(({ said }) => said.ko.includes('전환의 영향일 수 있으나'))).toBe(true)
  })

  it('of grade A and B says what the comparison allowed for', () => {
    const strong = every.filter(
      ({ method, grade, state }) =>
        (grade === 'A' || grade === 'B') && method === 'interrupted' && state !== 'no_clear_change',
    )

    expect(strong.every(({ said }) => said.en.includes('There was no comparison brand'))).toBe(true)
  })

  it('names at most three comparison brands', () => {
    expect(every.filter(({ said }) => /a, b, c, d/.test(said.en + said.ko))).toEqual([])
  })
})

type Said = {
  method: ComparisonMethod
  grade: EvidenceGrade
  state: SentenceFinding['state']
  said: Bilingual
}

function sentences(brand: string, method: ComparisonMethod, grade: EvidenceGrade): Said[] {
  return subjects(brand).flatMap((subject) =>
    circumstances.flatMap((circumstance) =>
      models.flatMap((model) => {
        const found = { ...change(subject.metric.kind), ...circumstance, method, grade, model }
        const findings: SentenceFinding[] = [
          ...calledStates.map((state) => ({ ...found, state })),
          ...everyUnclear(found),
        ]
        return findings.map((finding) => ({
          method,
          grade,
          state: finding.state,
          said: sentenceFor(subject, finding),
        }))
      }),
    ),
  )
}
