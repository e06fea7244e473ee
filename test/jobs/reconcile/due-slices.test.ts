import { describe, expect, it } from 'vitest'
import type { DueQuestion } from '../../../jobs/reconcile/due-slices.ts'
import { dueSlices } from '../../../jobs/reconcile/due-slices.ts'
import type { CheckedSlice } from '../../../server/store/reconciliation.ts'

const dayMs = 86_400_000
const now = Date.parse('2026-11-16T00:00:00Z')

describe('what is due', () => {
  it('of a year ago is a whole week at once, newest first', () => {
    expect(due({ settled: { from: '2025-11-03', to: '2025-11-17' } })).toEqual([
      ['2025-11-10', 7],
      ['2025-11-03', 7],
    ])
  })

  it('of the last five weeks is day by day', () => {
    expect(due({ settled: { from: '2026-11-10', to: '2026-11-13' } })).toEqual([
      ['2026-11-12', 1],
      ['2026-11-11', 1],
      ['2026-11-10', 1],
    ])
  })

  it('of the days a verdict rests on is day by day, and first', () => {
    const slices = due({
      settled: { from: '2026-01-05', to: '2026-01-19' },
      verdictDays: [{ from: '2026-01-05', to: '2026-01-07' }],
    })

    expect(slices).toEqual([
      ['2026-01-06', 1],
      ['2026-01-05', 1],
      ['2026-01-12', 7],
      ['2026-01-11', 1],
      ['2026-01-10', 1],
      ['2026-01-09', 1],
      ['2026-01-08', 1],
      ['2026-01-07', 1],
    ])
  })

  it('of a week without any row is the week: none in all is none on each day', () => {
    expect(due({ settled: { from: '2026-11-02', to: '2026-11-09' }, oursOn: () => 0 })).toEqual([
      ['2026-11-02', 7],
    ])
  })

  it('of weeks cut off at either end is day by day', () => {
    expect(due({ settled: { from: '2025-11-08', to: '2025-11-12' } }).map(([, days]) => days)).toEqual([
      1, 1, 1, 1,
    ])
  })
})

describe('what was compared is due again', () => {
  const settled = { from: '2026-11-02', to: '2026-11-03' }

  it('when other rows are stored now', () => {
    const checks = checked({ day: '2026-11-02', ours: 10 })

    expect(due({ settled, checks, oursOn: () => 10 })).toEqual([])
    expect(due({ settled, checks, oursOn: () => 9 })).toEqual([['2026-11-02', 1]])
  })

  it('after a week while it is recent, and never once it is old', () => {
    const old = { from: '2026-03-02', to: '2026-03-09' }
    const ago = { ours: 10, checkedAt: now - 8 * dayMs }

    expect(due({ settled, checks: checked({ day: '2026-11-02', ...ago }) })).toHaveLength(1)
    expect(
      due({ settled: old, checks: checked({ day: '2026-03-02', days: 7, ...ago, ours: 70 }) }),
    ).toHaveLength(0)
  })

  it('before everything else when it is red and other rows are stored now: they may be those that were missing', () => {
    const slices = due({
      settled: { from: '2026-11-02', to: '2026-11-07' },
      verdictDays: [{ from: '2026-11-02', to: '2026-11-07' }],
      checks: checked({ day: '2026-11-03', ours: 9, state: 'red', checkedAt: now }),
      oursOn: () => 10,
    })

    expect(slices.map(([day]) => day)).toEqual([
      '2026-11-03',
      '2026-11-06',
      '2026-11-05',
      '2026-11-04',
      '2026-11-02',
    ])
  })

  it('after a day while it is red', () => {
    const red = { day: '2026-11-02', ours: 10, state: 'red' } as const

    expect(due({ settled, checks: checked({ ...red, checkedAt: now - dayMs / 2 }) })).toHaveLength(0)
    expect(due({ settled, checks: checked({ ...red, checkedAt: now - dayMs }) })).toHaveLength(1)
  })

  it('day by day once a verdict rests on what was compared as a week', () => {
    const week = { from: '2026-03-02', to: '2026-03-09' }
    const checks = checked({ day: '2026-03-02', days: 7, ours: 70 })

    expect(due({ settled: week, checks })).toEqual([])
    expect(due({ settled: week, checks, verdictDays: [week] })).toHaveLength(7)
  })

  it('when somebody asks for it', () => {
    const checks = checked({ day: '2026-11-02', ours: 10 })

    expect(due({ settled, checks, asked: settled })).toEqual([['2026-11-02', 1]])
  })
})

function due(given: Partial<DueQuestion>): [string, number][] {
  return dueSlices({
    settled: { from: '2026-11-02', to: '2026-11-09' },
    today: '2026-11-16',
    now,
    oursOn: () => 10,
    checks: new Map(),
    verdictDays: [],
    asked: null,
    mayCheckWeeks: true,
    ...given,
  }).map(({ day, days }) => [day, days])
}

function checked(of: Partial<CheckedSlice> & { day: string }): Map<string, CheckedSlice> {
  const check: CheckedSlice = {
    kind: 'tickets',
    brandId: 1,
    channel: 'native_messaging',
    scope: 'agent',
    days: 1,
    theirs: 10,
    ours: 10,
    explained: 0,
    unexplained: 0,
    causes: {},
    state: 'green',
    rereads: 0,
    checkedAt: now,
    ...of,
  }
  return new Map([[of.day, check]])
}
