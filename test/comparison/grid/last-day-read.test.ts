import { describe, expect, it } from 'vitest'
import { lastDayRead } from '../../../server/comparison/grid/last-day-read.ts'
import { readPanel } from '../../../server/comparison/read-panel.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { Day } from '../../../server/periods/day.ts'
import type { BrandStory } from '../synthetic-account.ts'
import { now, syntheticAccount } from '../synthetic-account.ts'

const DAY_MS = 86_400_000

describe('the last day a cell reads', () => {
  it('is the end of the last whole week since an old move, and moves on by weeks', () => {
    const story: BrandStory = { id: 1, name: 'Moved', movedOn: '2026-04-22' }

    expect(lastDays(story, 'demand', [0, 1, 2, 3])).toEqual([
      '2026-11-11',
      '2026-11-11',
      '2026-11-11',
      '2026-11-18',
    ])
  })

  it('waits until figures no longer change', () => {
    expect(lastDays({ id: 1, name: 'Moved', movedOn: '2026-04-22' }, 'csat', [0])).toEqual(['2026-11-04'])
  })

  it('is the last usable day soon after a move, and of a brand that never moved', () => {
    expect(lastDays({ id: 1, name: 'Recent', movedOn: '2026-09-16' }, 'demand', [0, 1])).toEqual([
      '2026-11-15',
      '2026-11-16',
    ])
    expect(lastDays({ id: 1, name: 'Stayed', movedOn: null }, 'demand', [0, 1])).toEqual([
      '2026-11-15',
      '2026-11-16',
    ])
  })
})

/** So many days after the tests' present, everything being read up to then. */
function lastDays(story: BrandStory, metric: 'demand' | 'csat', daysLater: readonly number[]): Day[] {
  const db = syntheticAccount([story])
  updateCutovers(db)
  return daysLater.map((days) => {
    const at = now + days * DAY_MS
    db.prepare(`update checkpoint set complete_to = ? where window = 'forward'`).run(at - 60_000)
    const panel = readPanel(db, { now: at })
    return lastDayRead(panel, panel.brands[0], metricOf(metric))
  })
}
