import { describe, expect, it } from 'vitest'
import { changedHours } from '../../../server/comparison/guards/working-hours.ts'
import { adjustForMix } from '../../../server/comparison/mix/adjust-for-mix.ts'
import type { ReadStrata, StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { daysOf } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import { defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { compareBrands } from '../../support/compare-brands.ts'
import { draftOf, movedBrand, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'
import { cellOf, now, settingsOf, syntheticAccount, zone } from '../synthetic-account.ts'

type Hours = StratumDay['stratum']['hourBlock']
const share = (week: number) => 0.2 + 0.02 * Math.sin(week * week)
const panel = panelOf([
  { id: 1, movedOn, perDay: unsteady(200, 1), share },
  { id: 2, perDay: unsteady(200, 2), share },
])
const moved = movedBrand(panel, 'unserved_rate')

/** First replies after so many seconds in each quarter of a weekday; none where there is no list. */
const repliesOf =
  (before: Partial<Record<Hours, number[]>>, after: Partial<Record<Hours, number[]>>): ReadStrata =>
  (_brandId, _metric, _family, from, to) =>
    daysOf({ from: addDays(movedOn, -140), to: '2026-11-01' })
      .filter((day) => day >= from && day < to)
      .flatMap((day) =>
        Object.entries(day < movedOn ? before : after).map(([hourBlock, seconds]) => ({
          day,
          stratum: { language: 'ko', topic: 'other', hourBlock: hourBlock as Hours, isWeekend: false },
          n: seconds.length,
          numerator: 0,
          seconds,
        })),
      )

const quick = [60, 90, 120, 200]
const nextMorning = [50_000, 52_000]

describe('working hours found in the replies', () => {
  it('changed where people reply in a quarter of the day on one side only', () => {
    const opened = repliesOf(
      { morning: quick, afternoon: quick },
      { morning: quick, afternoon: quick, evening: quick },
    )

    expect(changedHours(moved, opened)).toEqual({
      slots: [{ slot: { hours: 'evening', isWeekend: false }, side: 'after' }],
    })
  })

  it('changed too where contacts of that time now wait for the next morning', () => {
    const closed = repliesOf({ morning: quick, evening: quick }, { morning: quick, evening: nextMorning })

    expect(changedHours(moved, closed)).toEqual({
      slots: [{ slot: { hours: 'evening', isWeekend: false }, side: 'before' }],
    })
  })

  it('did not where messages at night wait for the next morning and nobody chatted then', () => {
    const same = repliesOf(
      { morning: quick, afternoon: quick },
      { morning: quick, afternoon: quick, night: nextMorning },
    )

    expect(changedHours(moved, same)).toBeNull()
  })

  it('did not where all replies became slower, or fewer customers come', () => {
    const slower = repliesOf(
      { morning: [60, 60, 60, 60, 60, 60], evening: [60, 60] },
      { morning: [60, 9000, 9000, 9000], evening: [60, 9000] },
    )

    expect(changedHours(moved, slower)).toBeNull()
    expect(changedHours(moved, repliesOf({}, {}))).toBeNull()
  })

  it('are asked of metrics that depend on them', () => {
    const opened = repliesOf({ morning: quick }, { morning: quick, evening: quick })

    expect(changedHours(movedBrand(panel, 'first_reply'), opened)).not.toBeNull()
    expect(changedHours(movedBrand(panel, 'demand'), opened)).toBeNull()
  })

  it('make a metric about hours not comparable', () => {
    const opened = repliesOf({ morning: quick }, { morning: quick, evening: quick })
    const { rung } = draftOf(panel, 'unserved_rate')

    expect(adjustForMix(moved, rung, opened)).toMatchObject({ kind: 'other_hours' })
  })
})

describe('working hours of which a person said since when they hold', () => {
  const account = (openingHoursSince: Day | null) => {
    const stories = [{ id: 1, name: 'One', movedOn: '2026-04-20' }]
    const db = syntheticAccount(stories)
    const brands = [{ ...defaultBrandSettings(1, zone), holidayCalendar: 'none' as const, openingHoursSince }]
    writeAccountSettings(db, { ...settingsOf(stories), brands }, now)
    updateCutovers(db)
    return compareBrands(db, { brandIds: 'all', metrics: 'all', now })
  }

  it('that changed between the windows leave contacts without a reply not comparable', () => {
    const cell = cellOf(account('2026-05-11'), 1, 'unserved_rate')

    expect(cell).toMatchObject({ state: 'not_comparable', effect: null })
    expect(cell.before?.value).not.toBeNull()
    expect(cell.reasons[0]).toEqual({
      code: 'opening_hours_changed',
      en: 'The opening hours changed on 11 May 2026, between the weeks before and after: waiting means something else on the two sides.',
      ko: '비교 기간 사이인 2026년 5월 11일에 업무 시간이 바뀌어, 전환 전과 후의 대기 시간을 같은 기준으로 볼 수 없습니다.',
    })
  })

  it('cost a clock one grade, and are said beside it', () => {
    const [steady, changed] = [account(null), account('2026-05-11')].map((cells) =>
      cellOf(cells, 1, 'first_reply'),
    )

    expect(changed.reasons.map(({ code }) => code)).toContain('opening_hours_changed')
    expect([steady.grade, changed.grade]).toEqual(['C', 'D'])
    expect(changed.effect).toEqual(steady.effect)
  })

  it('and did not change around the move say nothing', () => {
    for (const day of ['2025-10-01', '2026-11-14'] as const) {
      const cells = account(day)
      for (const metric of ['unserved_rate', 'first_reply'] as const)
        expect(cellOf(cells, 1, metric).reasons.map(({ code }) => code)).not.toContain(
          'opening_hours_changed',
        )
    }
  })
})
