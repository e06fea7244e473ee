import { describe, expect, it } from 'vitest'
import type { TeamBasis } from '../../../server/comparison/team/team-windows.ts'
import { teamPeriods } from '../../../server/comparison/team/team-windows.ts'
import { InvalidRequestError } from '../../../server/platform/problem.ts'

const window = (from: string, to: string) => ({ value: 1, n: 100, from, to })
const moved: TeamBasis = {
  move: { wentLiveOn: '2026-04-21', rampEnd: '2026-04-29' },
  cell: {
    before: window('2026-02-03', '2026-04-21'),
    after: window('2026-08-18', '2026-11-10'),
    now: window('2026-10-12', '2026-11-09'),
  },
  firstDay: '2025-05-19',
  lastDay: '2026-11-16',
}

describe('the weeks of the Team page', () => {
  it('are the report’s own, the same number before as after', () => {
    const { before, after, now } = teamPeriods(
      { ...moved, cell: { ...moved.cell!, before: window('2026-03-03', '2026-04-21') } },
      {},
    )

    expect(after).toEqual({ from: '2026-09-22', to: '2026-11-10' })
    expect(before).toEqual({ from: '2026-03-03', to: '2026-04-21' })
    expect(now).toBeNull()
  })

  it('are fewer on both sides where the history is short', () => {
    const { before, after } = teamPeriods({ ...moved, firstDay: '2026-03-30' }, {})

    expect(before).toEqual({ from: '2026-03-31', to: '2026-04-21' })
    expect(after).toEqual({ from: '2026-10-20', to: '2026-11-10' })
  })

  it('of a brand that moved lately are the whole ones since its ramp, the newest last', () => {
    const { before, after } = teamPeriods(
      { ...moved, move: { wentLiveOn: '2026-10-27', rampEnd: '2026-11-04' }, cell: null },
      {},
    )

    expect(after).toEqual({ from: '2026-11-09', to: '2026-11-16' })
    expect(before).toEqual({ from: '2026-10-20', to: '2026-10-27' })
  })

  it('of a brand within its ramp lie before the move only', () => {
    const { before, after } = teamPeriods(
      { ...moved, move: { wentLiveOn: '2026-11-10', rampEnd: '2026-11-20' }, cell: null },
      {},
    )

    expect(after).toBeNull()
    expect(before).toEqual({ from: '2026-09-15', to: '2026-11-10' })
  })

  it('of a brand that has not moved are its latest', () => {
    const { before, after, now } = teamPeriods({ ...moved, move: null }, {})

    expect([before, after]).toEqual([null, null])
    expect(now).toEqual({ from: '2026-10-12', to: '2026-11-09' })
  })

  it('are none of a brand without a history', () => {
    expect(
      teamPeriods({ move: null, cell: null, firstDay: '2026-11-13', lastDay: '2026-11-16' }, {}),
    ).toEqual({
      before: null,
      after: null,
      now: null,
    })
  })

  it('are those asked for, counted back from the end, with as many before the move', () => {
    const { before, after } = teamPeriods(moved, { from: '2026-09-01', to: '2026-10-01' })

    expect(after).toEqual({ from: '2026-09-03', to: '2026-10-01' })
    expect(before).toEqual({ from: '2026-03-24', to: '2026-04-21' })
  })

  it('end with the last whole day where only their beginning is asked for', () => {
    expect(teamPeriods(moved, { from: '2026-10-26' }).after).toEqual({ from: '2026-10-26', to: '2026-11-16' })
  })

  it.each([
    [{ from: '2026-04-20', to: '2026-06-01' }, ['from']],
    [{ from: '2026-11-02', to: '2026-11-30' }, ['to']],
    [{ from: '2026-04-01', to: '2026-12-01' }, ['from', 'to']],
    [{ from: '2026-11-12', to: '2026-11-16' }, ['to']],
  ])('asked for as %o name what cannot be used', (asked, fields) => {
    expect.assertions(1)
    try {
      teamPeriods(moved, asked)
    } catch (error) {
      expect(error instanceof InvalidRequestError && error.fields.map(({ field }) => field)).toEqual(fields)
    }
  })
})
