import { describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import type { BrandStory } from './synthetic-account.ts'
import { cellOf, nineWeeksBefore, now, syntheticAccount, writeConversation } from './synthetic-account.ts'

const all = { brandIds: 'all', metrics: 'all', now } as const

describe('days that are left out', () => {
  it('days on which nothing came in are left out and said', () => {
    const cell = cellOf(cellsOf({ silentDays: ['2026-09-16', '2026-09-17'] }), 1, 'demand')

    expect(cell.state).toBe('no_clear_change')
    expect(cell.reasons.map(({ en }) => en)).toContain(
      '2 days on which the brand was closed or nothing came in were left out.',
    )
  })

  const closedWeek = ['2026-09-08', '2026-09-09', '2026-09-10']

  it('the days of a week that is dropped for closed days are counted with them', () => {
    const cell = cellOf(cellsOf({ silentDays: closedWeek }), 1, 'demand')

    expect(cell.after).toMatchObject({ from: '2026-08-31', to: '2026-11-09' })
    expect(cell.reasons.map(({ en }) => en)).toContain(
      '7 days were left out, 1 whole week among them: the brand was closed, nothing came in, or too little of a week remained.',
    )
  })

  it('days that were left out are said beside figures without a verdict too', () => {
    const early = cellOf(cellsOf({ silentDays: closedWeek, leftEarly: 0.5 }), 1, 'unserved_rate')
    const small = cellOf(
      cellsOf({ silentDays: closedWeek, perDay: 12, responseRate: [0.05, 0.05] }),
      1,
      'csat',
    )
    const surveys = cellOf(cellsOf({ silentDays: closedWeek, surveysAfter: true }), 1, 'csat')

    expect(codes(early)).toEqual(['left_before_n', 'days_left_out'])
    expect(codes(small)).toEqual(['minimum_sample', 'days_left_out'])
    expect(codes(surveys)).toEqual(['different_csat_family', 'days_left_out'])
  })

  it('weeks in the middle of a window that were not recorded are named', () => {
    const db = syntheticAccount([
      { id: 1, name: 'One', movedOn: '2026-04-20', firstDay: nineWeeksBefore, botSince: '2026-10-05' },
    ])
    writeConversation(db, { brandId: 1, day: '2026-07-20', source: 'messaging', isBotInvolved: true })
    updateCutovers(db)

    const cell = cellOf(compareBrands(db, all), 1, 'demand')

    expect(cell.after).toMatchObject({ from: '2026-06-22', to: '2026-11-09' })
    expect(codes(cell)).toContain('bot_only_not_recorded')
    expect(codes(cell)).toContain('days_left_out')
  })
})

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}

/** The cells of one brand that moved on 20 April 2026 and is like this. */
function cellsOf(story: Partial<BrandStory>): Comparison[] {
  const db = syntheticAccount([
    { id: 1, name: 'One', movedOn: '2026-04-20', firstDay: nineWeeksBefore, ...story },
  ])
  updateCutovers(db)
  return compareBrands(db, all)
}
