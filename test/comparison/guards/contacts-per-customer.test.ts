import { describe, expect, it } from 'vitest'
import { contactsPerCustomerMove } from '../../../server/comparison/guards/guard.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import { emptyDatabase, insertTicket, at, refresh } from '../../store/measures/measured.ts'
import { compareBrands } from '../../support/compare-brands.ts'
import { cellOf, now, syntheticAccount, writeSum } from '../synthetic-account.ts'

const cutover: Day = '2026-04-20'
const all = { brandIds: 'all', metrics: 'all', now } as const

/** Of 20 known contacts of a day, so many after which the same customer began another within 24 hours. */
function accountWith(before: number, after: number) {
  const db = syntheticAccount([{ id: 1, name: 'One', movedOn: cutover, demandRatio: 0.7 }])
  for (let day: Day = '2025-10-05'; day < '2026-11-16'; day = addDays(day, 1))
    writeSum(db, {
      brandId: 1,
      day,
      source: day < cutover ? 'chat' : 'messaging',
      metric: 'demand.repeated',
      n: 20,
      numerator: day < cutover ? before : after,
    })
  updateCutovers(db)
  return db
}

describe('conversations per customer and 24 hours', () => {
  it('are told where messaging keeps open what live chat began anew, with the change counted once', () => {
    const cells = compareBrands(accountWith(6, 1), all)

    for (const metric of ['demand', 'human_workload'] as const) {
      const cell = cellOf(cells, 1, metric)
      const reason = cell.reasons.find(({ code }) => code === 'contacts_per_customer_moved')
      // 20 / 14 before, 20 / 19 after.
      expect(reason?.en).toContain('has 1.05 conversations within 24 hours instead of 1.43')
      const once = Math.round((((cell.effect?.value ?? 0) * (20 / 14)) / (20 / 19)) * 100 - 100)
      expect(reason?.en).toMatch(new RegExp(`the change would be [−+]?${Math.abs(once)}%\\.$`))
    }
    expect(codesOf(cellOf(cells, 1, 'first_reply'))).not.toContain('contacts_per_customer_moved')
  })

  it('are not spoken of where they hardly moved, or too few customers are known', () => {
    expect(codesOf(cellOf(compareBrands(accountWith(3, 2), all), 1, 'demand'))).not.toContain(
      'contacts_per_customer_moved',
    )
    const facts = { kind: 'rate', sums: new Map([['2026-04-13', { n: 99, numerator: 50 }]]) } as const
    const shares = new Map([['demand.repeated', facts]] as const)
    const days = { before: ['2026-04-13'], after: ['2026-04-13'] }
    expect(
      contactsPerCustomerMove('demand', { main: facts, satisfaction: null, shares, closeLag: null }, days),
    ).toBeNull()
  })

  it('count a contact as followed by one of the same customer at the same brand within 24 hours', () => {
    const db = emptyDatabase()
    const hour = 3_600_000
    insertTicket(db, 1, { requester_key: 'a' })
    insertTicket(db, 2, { requester_key: 'a', started_at: at + 5 * hour })
    insertTicket(db, 3, { requester_key: 'a', started_at: at + 30 * hour, day: '2026-03-03' })
    insertTicket(db, 4, { requester_key: 'b' })
    insertTicket(db, 5, { requester_key: 'b', started_at: at + 2 * hour, brand_id: 2 })
    insertTicket(db, 6, { requester_key: null })
    refresh(db)

    expect(
      readDailySums(db, 1, 'demand.repeated').map(({ day, n, numerator }) => [day, n, numerator]),
    ).toEqual([
      ['2026-03-02', 3, 1],
      ['2026-03-03', 1, 0],
    ])
  })
})

function codesOf({ reasons }: { reasons: readonly { code: string }[] }): string[] {
  return reasons.map(({ code }) => code)
}
