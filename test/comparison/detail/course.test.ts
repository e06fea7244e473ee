import { describe, expect, it } from 'vitest'
import type { CourseWeek } from '../../../server/contract-detail.ts'
import { courseOf, eventStudyOf } from '../../../server/comparison/detail/course.ts'
import type { EstimatedDraft } from '../../../server/comparison/draft.ts'
import type { PanelStory } from '../ladder/brands-on-panel.ts'
import { draftOf, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'

const other: PanelStory = { id: 2, weeksBefore: 60, perDay: unsteady(1000, 2) }
const level = unsteady(1000, 1)
const moved: PanelStory = { id: 1, movedOn, rampEnd: '2026-06-22', weeksBefore: 60, perDay: level }
/** Seven contacts a week: two weeks are taken together. */
const few: PanelStory = { id: 1, movedOn, weeksBefore: 60, perDay: () => 1 }

describe('the course against brands that had not moved', () => {
  it('shows before, ramp and after, each week with its own days', () => {
    const course = courseIn([moved, other])

    expect(course.map(({ part }) => part).join(' ')).toBe(
      `${'before '.repeat(26)}ramp ramp ramp ${'after '.repeat(10)}`.trim(),
    )
    expect(course.slice(25, 30).map(({ from, to, part }) => [from, to, part])).toEqual([
      ['2026-05-25', '2026-06-01', 'before'],
      ['2026-06-01', '2026-06-08', 'ramp'],
      ['2026-06-08', '2026-06-15', 'ramp'],
      ['2026-06-15', '2026-06-22', 'ramp'],
      ['2026-06-22', '2026-06-29', 'after'],
    ])
  })

  it('draws the ramp as it was, and the estimate does not look at it', () => {
    const during = (share: number) =>
      draftOf(
        panelOf([
          { ...moved, perDay: (week, day) => level(week, day) * (week >= 0 && week < 3 ? share : 1) },
          other,
        ]),
      )
    const [usual, tenth] = [during(1), during(0.1)]
    const valueAt = (draft: EstimatedDraft, place: number) => courseOf(draft)?.[place].value ?? 0

    expect(valueAt(tenth, 27) / valueAt(usual, 27)).toBeCloseTo(0.1, 3)
    expect(tenth.comparison.effect).toEqual(usual.comparison.effect)
    expect([tenth.comparison.before, tenth.comparison.after]).toEqual([
      usual.comparison.before,
      usual.comparison.after,
    ])
    expect(tenth.comparison.expected).toEqual(usual.comparison.expected)
  })

  it('is the controls’ course, lifted to where the brand stood', () => {
    const doubled = courseIn([
      { ...moved, perDay: (week) => (week >= 3 ? 200 : 100) },
      { ...other, perDay: () => 50 },
    ])

    expect([doubled[0], doubled.at(-1)]).toMatchObject([
      { value: expect.closeTo(700, -1), expected: expect.closeTo(700, -1) },
      { value: expect.closeTo(1400, -1), expected: expect.closeTo(700, -1) },
    ])
  })
})

describe('two weeks to a value', () => {
  it.each([
    ['after a ramp of 3 weeks', { ...few, rampEnd: '2026-06-22' }, '2026-06-01', '2026-06-22'],
    ['after a ramp of 2 weeks', { ...few, rampEnd: '2026-06-15' }, '2026-06-01', '2026-06-15'],
    [
      'without the week before',
      { ...few, rampEnd: '2026-06-15', pilotShare: 0.5 },
      '2026-05-25',
      '2026-06-15',
    ],
    ['with both', { ...few, rampEnd: '2026-06-22', pilotShare: 0.5 }, '2026-05-25', '2026-06-22'],
  ])('%s stand on the very days of the windows', (_, story, lastBefore, firstAfter) => {
    const draft = draftOf(panelOf([story, other]))
    const course = courseOf(draft) ?? []
    const study = eventStudyOf(draft)?.weeks ?? []
    const before = course.filter(({ part }) => part === 'before')
    const after = course.filter(({ part }) => part === 'after')

    expect(draft.rung.staggered?.axis.width).toBe(2)
    expect(before.length + after.length).toBe(course.length)
    expect([draft.comparison.before?.to, before.at(-1)?.to]).toEqual([lastBefore, lastBefore])
    expect([draft.comparison.before?.from, before[0].from]).toEqual([before[0].from, before[0].from])
    expect([draft.comparison.after?.from, after[0].from]).toEqual([firstAfter, firstAfter])
    expect(after.at(-1)?.to).toBe(draft.comparison.after?.to)
    for (const { from, to } of course)
      expect(Date.parse(to) - Date.parse(from)).toBe(14 * 24 * 60 * 60 * 1000)
    expect(study.at(-1)?.from).toBe(after.at(-1)?.from)
    expect(study.find(({ week }) => week >= 0)?.from).toBe(firstAfter)
    for (const { week, from } of study)
      expect(week * 7).toBe((Date.parse(from) - Date.parse(movedOn)) / (24 * 60 * 60 * 1000))
  })
})

describe('the course of a brand’s own line', () => {
  it('has the days of both windows, and no ramp', () => {
    const draft = draftOf(panelOf([{ ...moved, weeksBefore: 20 }]))
    const course = courseOf(draft) ?? []

    expect(draft.rung.method).toBe('interrupted')
    expect(course.map(({ part }) => part)).not.toContain('ramp')
    expect(course.find(({ part }) => part === 'after')?.from).toBe('2026-06-22')
    expect(course.at(-1)?.to).toBe(draft.comparison.after?.to)
    expect(eventStudyOf(draft)).toBeNull()
  })
})

it('two windows have no course', () => {
  const draft = draftOf(panelOf([{ ...moved, weeksBefore: 6 }]))

  expect([courseOf(draft), eventStudyOf(draft)]).toEqual([null, null])
})

function courseIn(stories: readonly PanelStory[]): CourseWeek[] {
  return courseOf(draftOf(panelOf(stories))) ?? []
}
