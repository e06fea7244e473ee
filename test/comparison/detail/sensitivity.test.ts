import { describe, expect, it } from 'vitest'
import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import { finishAll } from '../../../server/comparison/compare-brands.ts'
import { sensitivityOf, sensitivityReasons } from '../../../server/comparison/detail/sensitivity.ts'
import type { Effect } from '../../../server/contract.ts'
import type { PanelStory } from '../ladder/brands-on-panel.ts'
import { draftOf, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'

const level = unsteady(1000, 1)
const rising: PanelStory = { id: 1, movedOn, perDay: (week, day) => level(week, day) * (week >= 0 ? 1.3 : 1) }
const others: PanelStory[] = [2, 3].map((id) => ({ id, perDay: unsteady(1000, id) }))
/** Far fewer contacts for the seven weeks of the ramp, more afterwards. */
const plunging: PanelStory = {
  id: 1,
  movedOn,
  rampEnd: '2026-07-20',
  perDay: (week, day) => level(week, day) * (week < 0 ? 1 : week < 7 ? 0.6 : 1.3),
}

describe('other lengths of the ramp', () => {
  it('are none, one, two and four weeks, and the one that was used', () => {
    const lengths = (rampEnd: string) =>
      sensitivityIn([{ ...rising, rampEnd }, ...others]).map(({ washoutDays, isUsed }) =>
        isUsed ? `${washoutDays} used` : String(washoutDays),
      )

    expect(lengths(movedOn)).toEqual(['0 used', '7', '14', '28'])
    expect(lengths('2026-06-15')).toEqual(['0', '7', '14 used', '28'])
    expect(lengths('2026-06-17')).toEqual(['0', '7', '14', '21 used', '28'])
    expect(lengths('2026-07-20')).toEqual(['0', '7', '14', '28', '49 used'])
  })

  it.each([
    ['staggered', [plunging, ...others]],
    ['interrupted', [{ ...plunging, weeksBefore: 20 }]],
    ['windows', [{ ...plunging, weeksBefore: 6 }]],
  ])('stand beside the effect of the verdict itself: %s', (method, stories) => {
    const draft = draftOf(panelOf(stories))
    const used = sensitivityOf(draft).find(({ isUsed }) => isUsed)

    expect(draft.rung.method).toBe(method)
    expect(used).toEqual({ washoutDays: 49, effect: draft.comparison.effect, isUsed: true })
  })

  it('hold the ramp’s weeks too: with none left out the fall is in the effect', () => {
    const [none, , , , used] = sensitivityIn([plunging, ...others])

    expect(none.effect?.high).toBeLessThan(1)
    expect(used.effect?.low).toBeGreaterThan(1)
  })

  it('are null where too few weeks remain', () => {
    const late = { ...rising, movedOn: '2026-09-28', perDay: level }
    const found = sensitivityIn([late, ...others])

    expect(found.map(({ washoutDays, effect }) => [washoutDays, effect === null])).toEqual([
      [0, false],
      [7, false],
      [14, true],
      [28, true],
    ])
  })
})

describe('a change that is called', () => {
  it('says where another ramp would undo it, and with which', () => {
    const draft = draftOf(panelOf([plunging, ...others]))
    const [cell] = finishAll([draft])

    expect(cell).toMatchObject({ state: 'higher', direction: 'up' })
    expect(cell.reasons.filter(({ code }) => code === 'sensitive_to_washout')).toEqual([
      {
        code: 'sensitive_to_washout',
        en: 'The answer depends on how many days after the move are left out: with 0 or 7 or 14 or 28 days it would be a different one.',
        ko: '전환 후 며칠을 제외하는지에 따라 결과가 달라집니다. 0일 또는 7일 또는 14일 또는 28일을 제외하면 다른 결과가 나옵니다.',
      },
    ])
  })

  it('says nothing where every ramp finds it', () => {
    const draft = draftOf(panelOf([rising, ...others]))
    const [cell] = finishAll([draft])

    expect(cell.state).toBe('higher')
    expect(cell.reasons.map(({ code }) => code)).not.toContain('sensitive_to_washout')
  })

  it('does not depend on the ramp that was used, nor on one of which nothing is known', () => {
    const effect = effectOf(1.2)

    expect(
      sensitivityReasons(effect, [row(0, null), row(14, [0.98, 1.4], true), row(28, [1.1, 1.4])]),
    ).toEqual([])
  })

  it.each([
    [1.2, [0.99, 1.4], true],
    [1.2, [1, 1.4], true],
    [1.2, [1.01, 1.4], false],
    [0.8, [0.6, 1.01], true],
    [0.8, [0.6, 0.99], false],
    [0.8, [1.1, 1.4], true],
  ] as const)('at %d: a range of %j is another answer: %s', (value, range, isOther) => {
    const codes = sensitivityReasons(effectOf(value), [row(7, range)]).map(({ code }) => code)

    expect(codes).toEqual(isOther ? ['sensitive_to_washout'] : [])
  })
})

function sensitivityIn(stories: readonly PanelStory[]): ComparisonDetail['sensitivity'] {
  return sensitivityOf(draftOf(panelOf(stories)))
}

function effectOf(value: number): Effect {
  return { value, low: value - 0.1, high: value + 0.1, unit: 'ratio' }
}

function row(
  washoutDays: number,
  range: readonly [number, number] | null,
  isUsed = false,
): ComparisonDetail['sensitivity'][number] {
  const effect = range && ({ value: 1, low: range[0], high: range[1], unit: 'ratio' } as const)
  return { washoutDays, effect, isUsed }
}
