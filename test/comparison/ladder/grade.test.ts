import { describe, expect, it } from 'vitest'
import type { CheckOutcome } from '../../../server/statistics/gap-checks/check-outcome.ts'
import type { Check, CheckKey } from '../../../server/comparison/ladder/checks.ts'
import type { Rung } from '../../../server/comparison/ladder/climb.ts'
import { climb } from '../../../server/comparison/ladder/climb.ts'
import { capped, gradeOf } from '../../../server/comparison/ladder/grade.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { movedBrand, movedOn, panelOf } from './brands-on-panel.ts'

const treated: PanelStory = { id: 1, movedOn }
const passed: Check[] = [check('pre_trend', 'passed'), check('placebo', 'passed')]
const one = [check('placebo', 'failed')]
const two = [check('placebo', 'failed'), check('gap_trend', 'failed')]
const three = [...two, check('pre_trend', 'failed')]

describe('the grade of evidence', () => {
  const full = { controls: 2, before: 12, after: 6 }

  it.each([
    ['two controls, 12 weeks before, 6 after, every check passed', full, passed, 'A'],
    ['more of everything', { controls: 3, before: 26, after: 10 }, passed, 'A'],
    ['one control', { ...full, controls: 1 }, passed, 'B'],
    ['11 weeks before', { ...full, before: 11 }, passed, 'B'],
    ['5 weeks after', { ...full, after: 5 }, passed, 'B'],
    ['one check failed', full, one, 'B'],
    ['two checks failed', full, two, 'C'],
    ['three checks failed', full, three, 'D'],
    ['four checks failed', full, [...three, check('shared_agents', 'failed')], 'D'],
    ['one control and one check failed', { ...full, controls: 1 }, one, 'C'],
    ['one control and two checks failed', { ...full, controls: 1 }, two, 'D'],
    ['one control, few weeks', { controls: 1, before: 8, after: 4 }, passed, 'B'],
    ['weeks before that cannot tell', full, [check('pre_trend', 'not_testable')], 'B'],
    [
      'checks that nothing is known for',
      full,
      [
        check('shared_agents', 'not_testable'),
        check('rank', 'not_testable'),
        check('placebo', 'not_testable'),
      ],
      'A',
    ],
  ] as const)('against brands that had not moved, %s', (_, sizes, checks, grade) => {
    expect(gradeOf(staggeredRung(sizes), checks)).toBe(grade)
  })

  it('counts the weeks, not the values, where two are taken together', () => {
    const rung = rungOf([{ ...treated, perDay: () => 1 }, { id: 2 }, { id: 3 }])
    const enough = shortened(rung, { controls: 2, before: 6, after: 4 })
    const tooFew = shortened(rung, { controls: 2, before: 5, after: 4 })

    expect(rung.staggered?.axis.width).toBe(2)
    expect([gradeOf(enough, passed), gradeOf(tooFew, passed)]).toEqual(['A', 'B'])
  })

  it('of the brand’s own line is B with a year of history and C without; checks are none', () => {
    expect(gradeOf(rungOf([{ ...treated, weeksBefore: 60 }]), [])).toBe('B')
    expect(gradeOf(rungOf([{ ...treated, weeksBefore: 20 }]), [])).toBe('C')
  })

  it('of two windows is D', () => {
    expect(gradeOf(rungOf([{ ...treated, weeksBefore: 6 }]), [])).toBe('D')
  })

  it.each([
    ['A', 'fair', 'rate', false, 'A'],
    ['A', 'conditional', 'duration', false, 'A'],
    ['A', 'caution', 'rate', false, 'C'],
    ['B', 'caution', 'rate', false, 'C'],
    ['C', 'caution', 'rate', false, 'C'],
    ['D', 'caution', 'rate', false, 'D'],
    ['A', 'fair', 'count', false, 'B'],
    ['B', 'fair', 'count', false, 'B'],
    ['C', 'fair', 'count', false, 'C'],
    ['A', 'fair', 'count', true, 'C'],
    ['B', 'fair', 'count', true, 'C'],
    ['D', 'fair', 'count', true, 'D'],
    ['A', 'caution', 'count', false, 'C'],
    // Shares and medians do not shift with how many conversations are whose.
    ['A', 'fair', 'rate', true, 'A'],
    ['B', 'fair', 'duration', true, 'B'],
  ] as const)(
    '%s of a %s %s, brand uncertain: %s, is at most %s',
    (grade, fairness, kind, isBrandUncertain, expected) => {
      expect(capped(grade, { fairness, kind, isBrandUncertain })).toBe(expected)
    },
  )
})

function check(key: CheckKey, outcome: CheckOutcome): Check {
  return { key, outcome, reason: null }
}

function staggeredRung(sizes: { controls: number; before: number; after: number }): Rung {
  return shortened(rungOf([treated, { id: 2 }, { id: 3 }, { id: 4 }]), sizes)
}

function shortened(
  rung: Rung,
  { controls, before, after }: { controls: number; before: number; after: number },
): Rung {
  const { staggered } = rung
  if (staggered === null) throw new Error('shortened: nothing to shorten')
  return {
    ...rung,
    staggered: {
      ...staggered,
      controls: staggered.controls.slice(0, controls),
      before: staggered.before.slice(0, before),
      after: staggered.after.slice(0, after),
    },
  }
}

function rungOf(stories: readonly PanelStory[]): Rung {
  const climbed = climb(movedBrand(panelOf(stories)))
  if (!climbed.isReached) throw new Error('rungOf: no rung carries')
  return climbed.rung
}
