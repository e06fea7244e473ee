import { describe, expect, it } from 'vitest'
import { compareCounts, compareIds, isRed } from '../../server/metrics/reconciliation.ts'

describe('a slice is red', () => {
  it('when more than two rows are off on a small day', () => {
    expect(isRed({ theirs: 0, unexplained: 2 })).toBe(false)
    expect(isRed({ theirs: 40, unexplained: 3 })).toBe(true)
  })

  it('when more than 1 % are off on a large one', () => {
    expect(isRed({ theirs: 5000, unexplained: 50 })).toBe(false)
    expect(isRed({ theirs: 5000, unexplained: 51 })).toBe(true)
  })
})

describe('two totals', () => {
  it('differ by what is stored and flagged as deleted, which is explained', () => {
    expect(compareCounts(40, { present: 40, deleted: 3 })).toEqual({
      theirs: 40,
      ours: 43,
      explained: 3,
      unexplained: 0,
      causes: { deleted: 3 },
    })
  })

  it('never hide missing rows behind deleted ones', () => {
    expect(compareCounts(40, { present: 36, deleted: 4 })).toMatchObject({ ours: 40, unexplained: 4 })
  })

  it('count too many rows like too few', () => {
    expect(compareCounts(40, { present: 45, deleted: 0 }).unexplained).toBe(5)
  })
})

describe('two lists', () => {
  it('do not let a missing row and one too many cancel out', () => {
    const tally = compareIds(new Set([1, 2, 3]), new Set([2, 3, 4]), () => null)

    expect(tally).toEqual({ theirs: 3, ours: 3, explained: 0, unexplained: 2, causes: {} })
  })

  it('tell causes apart: what is late is no loss, what is put aside is one', () => {
    const tally = compareIds(new Set([1, 2, 3]), new Set([3, 4]), (id) =>
      id === 1 ? 'not_yet_synced' : id === 2 ? 'put_aside' : 'deleted',
    )

    expect(tally).toEqual({
      theirs: 3,
      ours: 2,
      explained: 0,
      unexplained: 1,
      causes: { not_yet_synced: 1, put_aside: 1, deleted: 1 },
    })
  })
})
