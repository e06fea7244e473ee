import { describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import { defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { BrandStory } from './synthetic-account.ts'
import {
  cellOf,
  nineWeeksBefore,
  now,
  settingsOf,
  syntheticAccount,
  writeConversation,
  writeDetailWeeks,
  zone,
} from './synthetic-account.ts'

const all = { brandIds: 'all', metrics: 'all', now } as const

describe('conditions', () => {
  it('a hand-off known for fewer than 90 % makes first replies not comparable', () => {
    const cell = cellOf(cellsOf({ handoffKnown: 0.8 }), 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'not_comparable', effect: null })
    expect(cell.reasons[0].en).toBe(
      'The moment a person was needed is known for only 80.0% of the conversations; 90% are needed.',
    )
    expect(cell.after?.value).not.toBeNull()
  })

  it('a hand-off that is known for none at all makes first replies not comparable too', () => {
    const cell = cellOf(cellsOf({ handoffKnown: 0 }), 1, 'first_reply')

    expect(codes(cell)).toEqual(['handoff_unknown'])
    expect(cell).toMatchObject({ state: 'not_comparable', after: null })
    expect(cell.sentence.en).not.toContain('side by side')
  })

  it('work is not compared where nobody knows of many conversations whether a person replied', () => {
    const cell = cellOf(cellsOf({ repliesKnown: 0.6 }), 1, 'human_workload')

    expect(cell).toMatchObject({ state: 'not_comparable', effect: null })
    expect(cell.reasons[0].en).toMatch(/^Whether a person replied is known for only (59|60)\.\d% of/)
    expect(codes(cellOf(cellsOf({ repliesKnown: 0.97 }), 1, 'human_workload'))).not.toContain(
      'replies_unknown',
    )
  })

  it('a hand-off that is known for few makes unserved contacts not comparable too', () => {
    const cell = cellOf(cellsOf({ handoffKnown: 0.1 }), 1, 'unserved_rate')

    expect(cell).toMatchObject({ state: 'not_comparable', effect: null })
    expect(codes(cell)).toEqual(['handoff_unknown'])
    expect(codes(cellOf(cellsOf({ handoffKnown: 0.95 }), 1, 'unserved_rate'))).not.toContain(
      'handoff_unknown',
    )
  })

  it('figures that need single messages wait while those are being read', () => {
    const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20', handoffKnown: 0.5 }])
    writeDetailWeeks(db, { brandId: 1, from: '2026-04-20', tickets: 280, sampled: 280, known: 140 })
    updateCutovers(db)
    const cells = compareBrands(db, all)

    for (const metric of ['first_reply', 'unserved_rate'] as const) {
      const cell = cellOf(cells, 1, metric)
      expect(cell).toMatchObject({ state: 'not_enough_data', after: null, now: null, readyOn: null })
      expect(codes(cell)).toEqual(['history_arriving'])
      expect(cell.reasons[0].en).toMatch(/^First replies and hand-offs are still being read .*: (49|50|51)% /)
    }
    expect(cellOf(cells, 1, 'demand').state).toBe('no_clear_change')
  })

  it('figures that need single messages say when they rest on a sample of them', () => {
    const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20' }])
    writeDetailWeeks(db, { brandId: 1, from: '2026-04-20', tickets: 2000, sampled: 250, known: 240 })
    updateCutovers(db)
    const cells = compareBrands(db, all)

    for (const metric of ['first_reply', 'unserved_rate'] as const) {
      const cell = cellOf(cells, 1, metric)
      expect(cell.state).toBe('no_clear_change')
      expect(cell.reasons.find(({ code }) => code === 'sample')).toEqual({
        code: 'sample',
        en: "The figure rests on a sample: of these weeks' messaging conversations, a fixed 12.5% drawn by lot are read.",
        ko: '표본으로 계산한 수치입니다. 이 기간의 메시징 대화 가운데 무작위로 정한 12.5%만 읽습니다.',
      })
    }
    expect(codes(cellOf(cells, 1, 'human_workload'))).not.toContain('sample')
    expect(codes(cellOf(cellsOf({}), 1, 'first_reply'))).not.toContain('sample')
  })

  it('customers known far less often after the move make recontact not comparable', () => {
    const cell = cellOf(cellsOf({ requesterKnown: [0.85, 0.65] }), 1, 'recontact_rate')

    expect(cell.state).toBe('not_comparable')
    expect(codes(cell)).toEqual(['requester_unknown'])
  })

  it('visitors who left early withhold the verdict on unserved contacts', () => {
    const early = cellOf(cellsOf({ leftEarly: 0.5 }), 1, 'unserved_rate')
    const few = cellOf(cellsOf({ leftEarly: 0.1 }), 1, 'unserved_rate')

    expect(early).toMatchObject({ state: 'not_comparable', fairness: 'caution' })
    expect(few.state).toBe('no_clear_change')
    expect(codes(few)).toContain('left_before_n')
  })

  it('satisfaction is not called when the missing answers could turn it', () => {
    const cell = cellOf(cellsOf({ good: [0.88, 0.8], responseRate: [0.5, 0.2] }), 1, 'csat')

    expect(cell).toMatchObject({ state: 'no_clear_change', direction: null })
    expect(codes(cell)[0]).toBe('response_rate_moved')
    expect(cell.sentence.en).toContain('different people answered')
  })

  it('the weeks before the first AI agent ticket do not count towards contacts', () => {
    const story = { botSince: '2026-08-01' }
    const botFrom = '2026-04-20'

    const demand = cellOf(cellsOf(story, botFrom), 1, 'demand')
    const workload = cellOf(cellsOf(story, botFrom), 1, 'human_workload')

    expect(demand.after?.from).toBe('2026-09-07')
    expect(workload.after?.from).toBe('2026-09-07')
    expect(cellOf(cellsOf({ botSince: '2026-10-01' }, botFrom), 1, 'demand').after?.from).toBe('2026-10-05')
    const unrecorded = cellOf(cellsOf({}, botFrom), 1, 'demand')
    expect(unrecorded).toMatchObject({ state: 'not_comparable', after: null })
    expect(unrecorded.sentence.en).not.toContain('side by side')
    expect(codes(cellOf(cellsOf({}, botFrom), 1, 'demand'))).toEqual(['bot_only_not_recorded'])
  })

  it('so do the weeks of a bot a person knows of, although no message shows it', () => {
    const db = syntheticAccount([
      { id: 1, name: 'One', movedOn: '2026-04-20', firstDay: nineWeeksBefore, botSince: '2026-10-01' },
    ])
    const brand = {
      ...defaultBrandSettings(1, zone),
      holidayCalendar: 'none' as const,
      botSince: '2026-03-01',
    }
    const demandSince = (): string | undefined => {
      updateCutovers(db)
      return cellOf(compareBrands(db, all), 1, 'demand').after?.from
    }
    const before = demandSince()

    writeAccountSettings(db, { ...settingsOf([]), brands: [brand] }, now)

    expect([before, demandSince()]).toEqual(['2026-09-07', '2026-10-05'])
    // Why later weeks are compared than the first after the ramp.
    expect(codes(cellOf(compareBrands(db, all), 1, 'demand'))).toContain('bot_only_not_recorded')
  })

  it('pilot traffic costs the last week before the move', () => {
    const cell = cellOf(cellsOf({ pilotShare: 0.1 }), 1, 'demand')

    expect(cell.before?.to).toBe('2026-04-13')
    expect(codes(cell)).toContain('pilot_traffic')
  })
})

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}

/** The cells of one brand that moved on 20 April 2026 and is like this. */
function cellsOf(story: Partial<BrandStory>, botFrom?: string): Comparison[] {
  const db = syntheticAccount([
    { id: 1, name: 'One', movedOn: '2026-04-20', firstDay: nineWeeksBefore, ...story },
  ])
  if (botFrom !== undefined)
    writeConversation(db, { brandId: 1, day: botFrom, source: 'messaging', isBotInvolved: true })
  updateCutovers(db)
  return compareBrands(db, all)
}
