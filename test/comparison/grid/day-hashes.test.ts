import { describe, expect, it } from 'vitest'
import type { DayHashes } from '../../../server/comparison/grid/day-hashes.ts'
import { hashDays } from '../../../server/comparison/grid/day-hashes.ts'
import type { Day } from '../../../server/periods/day.ts'
import { createDice } from '../../support/dice.ts'

describe('hashes of days', () => {
  it('tell whether anything before a day is another', () => {
    const hashes = hashesOf({ '2026-03-01': [1, 2], '2026-03-02': [3], '2026-03-04': [4] })
    const changed = hashesOf({ '2026-03-01': [1, 2], '2026-03-02': [3.5], '2026-03-04': [4] })

    expect(changed.before('2026-03-02')).toBe(hashes.before('2026-03-02'))
    expect(changed.before('2026-03-03')).not.toBe(hashes.before('2026-03-03'))
    expect(changed.before('2026-03-05')).not.toBe(hashes.before('2026-03-05'))
  })

  it('are the same whatever comes after the day, and in whichever order days come', () => {
    const short = hashesOf({ '2026-03-01': [1], '2026-03-02': [2] })
    const long = hashesOf({ '2026-03-05': [9], '2026-03-02': [2], '2026-03-01': [1] })

    expect(long.before('2026-03-05')).toBe(short.before('2026-03-05'))
    expect(long.before('2026-03-06')).not.toBe(short.before('2026-03-06'))
  })

  it('tell a day that holds nothing from one that is not there, and the order of its numbers', () => {
    const days: Record<Day, number[]>[] = [
      {},
      { '2026-03-01': [] },
      { '2026-03-01': [1, 2] },
      { '2026-03-01': [2, 1] },
    ]
    const texts = days.map((one) => hashesOf(one).before('2026-03-02'))

    expect(new Set(texts).size).toBe(4)
  })

  it('are all different for many days that differ in a single bit', () => {
    const dice = createDice(5)
    const usual = Array.from({ length: 30 }, () => Math.floor(dice.uniform() * 1e6))
    const texts = new Set([hashesOf({ '2026-03-01': usual }).before('2026-03-02')])
    for (let place = 0; place < usual.length; place++) {
      for (let bit = 0; bit < 32; bit++) {
        const other = usual.map((value, i) => (i === place ? (value ^ (1 << bit)) >>> 0 : value))
        texts.add(hashesOf({ '2026-03-01': other }, true).before('2026-03-02'))
      }
    }

    expect(texts.size).toBe(1 + 30 * 32)
  })
})

function hashesOf(days: Record<Day, number[]>, areWhole = false): DayHashes {
  return hashDays(new Map(Object.entries(days)), (values, feed) => {
    for (const value of values) (areWhole ? feed.whole : feed.number)(value)
  })
}
