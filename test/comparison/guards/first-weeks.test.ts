import { describe, expect, it } from 'vitest'
import { changeSinceFirstWeeks } from '../../../server/comparison/guards/first-weeks.ts'
import { draftOf, movedBrand, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'

const level = unsteady(1000, 1)
/** So many times as many contacts in the first eight weeks after the move, and later on. */
const after = (first: number, later: number, weeksKept = 99) =>
  panelOf([
    {
      id: 1,
      movedOn,
      perDay: (week, day) =>
        level(week, day) * (week < 0 ? 1 : week < 8 ? first : week < weeksKept ? later : 0),
    },
    { id: 2, perDay: unsteady(800, 2) },
    { id: 3, perDay: unsteady(600, 3) },
  ])

describe('the first weeks after the ramp beside the latest', () => {
  it('are said to differ where an effect wears off', () => {
    const { comparison } = draftOf(after(0.5, 0.9))

    const reason = comparison.reasons.find(({ code }) => code === 'first_weeks_differ')
    expect(reason?.en).toMatch(
      /^The latest 4 weeks differ from the first 4 after the ramp \(\+\d\d%\): a first effect may be wearing off or growing/,
    )
    expect(reason?.ko).toMatch(/^최근 4주의 값이 안정화 기간 직후 4주와 다릅니다\(\+\d\d%\)\./)
  })

  it('cost the verdict nothing: it is that of the weeks after the move', () => {
    const [steady, wearingOff] = [after(0.5, 0.5), after(0.5, 0.9)].map((panel) => draftOf(panel))

    expect(wearingOff.comparison.grade).toBe(steady.comparison.grade)
    expect(wearingOff.rung.effect.estimate).toBeLessThan(Math.log(0.8))
  })

  it('are not spoken of where they agree, differ by little, or swing', () => {
    expect(changeSinceFirstWeeks(movedBrand(after(0.5, 0.5)))).toBeNull()
    expect(changeSinceFirstWeeks(movedBrand(after(0.5, 0.53)))).toBeNull()
    const swinging = panelOf([{ id: 1, movedOn, perDay: unsteady(1000, 5, 0.3) }])
    expect(changeSinceFirstWeeks(movedBrand(swinging))).toBeNull()
  })

  it('are as large as the change between them', () => {
    const change = changeSinceFirstWeeks(movedBrand(after(0.5, 1)))

    expect(change?.unit).toBe('ratio')
    expect(change?.value).toBeGreaterThan(1.85)
    expect(change?.value).toBeLessThan(2.15)
  })

  it('take eight weeks at least', () => {
    const short = panelOf([{ id: 1, movedOn, until: '2026-07-20', perDay: level }])

    expect(changeSinceFirstWeeks(movedBrand(short))).toBeNull()
  })
})
