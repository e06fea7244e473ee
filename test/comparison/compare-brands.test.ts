import { beforeAll, describe, expect, it } from 'vitest'
import { compareBrands } from '../../server/comparison/compare-brands.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import type { BrandStory } from './synthetic-account.ts'
import { cellOf, now, syntheticAccount } from './synthetic-account.ts'

const all = { brandIds: 'all', metrics: 'all', now } as const

describe('an account with seven brands', () => {
  const stories: BrandStory[] = [
    { id: 1, name: 'Faster', movedOn: '2026-04-20', firstReplyRatio: 0.6 },
    { id: 2, name: 'Unchanged', movedOn: '2026-06-01', surveysAfter: true },
    { id: 3, name: 'Never', movedOn: null },
    { id: 4, name: 'Recent', movedOn: '2026-10-26' },
    { id: 5, name: 'Unhappy', movedOn: '2026-02-09', good: [0.88, 0.74], perDay: 90 },
    { id: 6, name: 'Busier', movedOn: '2026-05-04', demandRatio: 1.4 },
    { id: 7, name: 'Small', movedOn: '2026-05-04', perDay: 1.5 },
  ]
  let cells: Comparison[] = []
  beforeAll(() => {
    const db = syntheticAccount(stories, 2)
    updateCutovers(db)
    cells = compareBrands(db, all)
  })

  it('has a cell for every brand and metric, by name and in the order of the catalogue', () => {
    expect(cells).toHaveLength(42)
    expect(cells.slice(0, 6).map(({ brand, metric }) => `${brand.name} ${metric}`)).toEqual([
      'Busier first_reply',
      'Busier unserved_rate',
      'Busier recontact_rate',
      'Busier csat',
      'Busier demand',
      'Busier human_workload',
    ])
  })

  it('finds the faster brand improved, the true effect within its range', () => {
    const cell = cellOf(cells, 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'improved', direction: 'down', grade: 'D', method: 'windows' })
    expect(cell.effect?.low).toBeLessThan(0.6)
    expect(cell.effect?.high).toBeGreaterThan(0.6)
    expect(cell.before).toMatchObject({ from: '2026-01-26', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-08-17', to: '2026-11-09' })
    expect((cell.after?.value ?? 0) / (cell.before?.value ?? 0)).toBeCloseTo(cell.effect?.value ?? 0, 10)
  })

  it('finds satisfaction worse where it fell, and says that it was asked at another moment', () => {
    const cell = cellOf(cells, 5, 'csat')

    expect(cell).toMatchObject({ state: 'worse', direction: 'down', fairness: 'caution' })
    expect(cell.effect?.unit).toBe('points')
    expect(cell.effect?.low).toBeLessThan(-14)
    expect(cell.effect?.high).toBeGreaterThan(-14)
    expect(codes(cell)).toContain('asked_at_another_moment')
  })

  it('only calls more contacts higher, but more work for agents worse', () => {
    expect(cellOf(cells, 6, 'demand')).toMatchObject({ state: 'higher', direction: 'up' })
    expect(cellOf(cells, 6, 'human_workload')).toMatchObject({ state: 'worse', direction: 'up' })
  })

  it('finds no clear change at the brand where nothing changed', () => {
    for (const metric of [
      'first_reply',
      'unserved_rate',
      'recontact_rate',
      'demand',
      'human_workload',
    ] as const)
      expect(cellOf(cells, 2, metric)).toMatchObject({ state: 'no_clear_change', direction: null })
  })

  it('shows two families of satisfaction side by side without a verdict', () => {
    const cell = cellOf(cells, 2, 'csat')

    expect(cell).toMatchObject({
      state: 'not_comparable',
      fairness: 'none',
      effect: null,
      grade: null,
      method: null,
    })
    expect(codes(cell)).toEqual(['different_csat_family'])
    expect(cell.before?.value).toBeGreaterThan(0.8)
    expect(cell.after?.value).toBeGreaterThan(0.8)
  })

  it('shows a brand that never moved as it is now, without an after', () => {
    for (const cell of cells.filter(({ brand }) => brand.id === 3)) {
      expect(cell).toMatchObject({ state: 'not_comparable', after: null, before: null, effect: null })
      expect(codes(cell)).toEqual(['not_moved'])
      expect(cell.now?.value).not.toBeNull()
    }
    expect(cellOf(cells, 3, 'first_reply').now).toMatchObject({ from: '2026-10-12', to: '2026-11-09' })
  })

  it('says when a brand that moved recently can be judged', () => {
    expect(cellOf(cells, 4, 'first_reply')).toMatchObject({
      state: 'not_enough_data',
      readyOn: '2026-11-24',
      after: null,
    })
    expect(cellOf(cells, 4, 'recontact_rate').readyOn).toBe('2026-12-07')
    expect(codes(cellOf(cells, 4, 'csat'))).toEqual(['too_early'])
  })

  it('leaves the last week before the move out of recontact', () => {
    expect(cellOf(cells, 1, 'recontact_rate').before?.to).toBe('2026-04-13')
    expect(cellOf(cells, 1, 'recontact_rate').after?.to).toBe('2026-11-02')
  })

  it('says what a small brand lacks', () => {
    const cell = cellOf(cells, 7, 'csat')

    expect(cell).toMatchObject({ state: 'not_enough_data', effect: null, readyOn: null })
    expect(codes(cell)[0]).toBe('minimum_sample')
  })

  it('gives every cell a sentence in both languages', () => {
    for (const { sentence } of cells) {
      expect(sentence.en).toMatch(/\.$/)
      expect(sentence.ko).toMatch(/다\.$|시오\.$/)
    }
  })
})

describe('the choice of brands and metrics', () => {
  it('selects cells of the report and never changes them', () => {
    const db = syntheticAccount([
      { id: 1, name: 'One', movedOn: '2026-04-20', firstReplyRatio: 0.6 },
      { id: 2, name: 'Two', movedOn: '2026-06-01' },
    ])
    updateCutovers(db)

    const everything = compareBrands(db, all)
    const chosen = compareBrands(db, { brandIds: [2], metrics: ['first_reply'], now })

    expect(chosen).toEqual([cellOf(everything, 2, 'first_reply')])
  })

  it('uses only the days it is given', () => {
    const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20', firstReplyRatio: 0.6 }])
    updateCutovers(db)

    const [cell] = compareBrands(db, {
      brandIds: [1],
      metrics: ['first_reply'],
      from: '2026-03-01',
      to: '2026-07-01',
      now,
    })

    expect(cell.before).toMatchObject({ from: '2026-03-02', to: '2026-04-20' })
    expect(cell.after).toMatchObject({ from: '2026-05-11', to: '2026-06-29' })
    expect(cell.state).toBe('improved')
  })
})

describe('conditions', () => {
  it('a hand-off known for fewer than 90 % makes first replies not comparable', () => {
    const cell = cellOf(cellsOf({ handoffKnown: 0.8 }), 1, 'first_reply')

    expect(cell).toMatchObject({ state: 'not_comparable', effect: null })
    expect(cell.reasons[0].en).toBe(
      'The moment a person was needed is known for only 79.9% of the conversations; 90% are needed.',
    )
    expect(cell.after?.value).not.toBeNull()
  })

  it('a hand-off that is known for none at all makes first replies not comparable too', () => {
    const cell = cellOf(cellsOf({ handoffKnown: 0 }), 1, 'first_reply')

    expect(codes(cell)).toEqual(['handoff_unknown'])
    expect(cell).toMatchObject({ state: 'not_comparable', after: null })
    expect(cell.sentence.en).not.toContain('side by side')
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
    db.prepare(`update checkpoint set done = 0 where stream = 'ticket-details'`).run()
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

    expect(demand.after?.from).toBe('2026-08-17')
    expect(workload.after?.from).toBe('2026-08-17')
    expect(cellOf(cellsOf({ botSince: '2026-10-01' }, botFrom), 1, 'demand').after?.from).toBe('2026-10-05')
    const unrecorded = cellOf(cellsOf({}, botFrom), 1, 'demand')
    expect(unrecorded).toMatchObject({ state: 'not_comparable', after: null })
    expect(unrecorded.sentence.en).not.toContain('side by side')
    expect(codes(cellOf(cellsOf({}, botFrom), 1, 'demand'))).toEqual(['bot_only_not_recorded'])
  })

  it('pilot traffic costs the last week before the move', () => {
    const cell = cellOf(cellsOf({ pilotShare: 0.1 }), 1, 'demand')

    expect(cell.before?.to).toBe('2026-04-13')
    expect(codes(cell)).toContain('pilot_traffic')
  })

  it('days on which nothing came in are left out and said', () => {
    const cell = cellOf(cellsOf({ silentDays: ['2026-09-02', '2026-09-03'] }), 1, 'demand')

    expect(cell.state).toBe('no_clear_change')
    expect(cell.reasons.map(({ en }) => en)).toContain(
      '2 days on which the brand was closed or nothing came in were left out.',
    )
  })

  const closedWeek = ['2026-09-08', '2026-09-09', '2026-09-10']

  it('the days of a week that is dropped for closed days are counted with them', () => {
    const cell = cellOf(cellsOf({ silentDays: closedWeek }), 1, 'demand')

    expect(cell.after).toMatchObject({ from: '2026-08-10', to: '2026-11-09' })
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
    const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20', botSince: '2026-10-05' }])
    db.prepare(`update conversation set bot_involved = 1 where day >= '2026-07-20'`).run()
    updateCutovers(db)

    const cell = cellOf(compareBrands(db, all), 1, 'demand')

    expect(cell.after).toMatchObject({ from: '2026-06-01', to: '2026-11-09' })
    expect(codes(cell)).toContain('bot_only_not_recorded')
    expect(codes(cell)).toContain('days_left_out')
  })
})

function codes({ reasons }: Comparison): string[] {
  return reasons.map(({ code }) => code)
}

/** The cells of one brand that moved on 20 April 2026 and is like this. */
function cellsOf(story: Partial<BrandStory>, botFrom?: string): Comparison[] {
  const db = syntheticAccount([{ id: 1, name: 'One', movedOn: '2026-04-20', ...story }])
  if (botFrom !== undefined)
    db.prepare('update conversation set bot_involved = 1 where day >= ?').run(botFrom)
  updateCutovers(db)
  return compareBrands(db, all)
}
