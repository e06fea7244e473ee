import { describe, expect, it } from 'vitest'
import { keepBlocks } from '../../../server/comparison/mix/keep-blocks.ts'
import type { Day } from '../../../server/periods/day.ts'
import { daysOf } from '../../../server/comparison/windows.ts'

describe('days that are kept', () => {
  it('are those that were asked for, each once', () => {
    const { read } = reader()

    const days = read(1, '2025-12-30', '2026-07-02').map(({ day }) => day)
    expect(days).toHaveLength(184)
    expect([days[0], days[183]]).toEqual(['2025-12-30', '2026-07-01'])
    expect(new Set(days).size).toBe(184)
  })

  it('are not read again for a period that lies within', () => {
    const { read, asked } = reader()
    read(1, '2026-01-01', '2026-06-01')
    const before = asked.length

    expect(read(1, '2026-03-01', '2026-03-03').map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02'])
    expect(asked).toHaveLength(before)
  })

  it('are each of their own brand', () => {
    const { read, asked } = reader()

    expect(read(1, '2026-03-01', '2026-03-02')).toEqual([{ id: 1, day: '2026-03-01' }])
    expect(read(2, '2026-03-01', '2026-03-02')).toEqual([{ id: 2, day: '2026-03-01' }])
    expect(asked).toEqual([1, 2])
  })

  it('of an empty period are none', () => {
    expect(reader().read(1, '2026-03-01', '2026-03-01')).toEqual([])
  })
})

function reader() {
  const asked: number[] = []
  const read = keepBlocks((id, from: Day, to: Day) => {
    asked.push(id)
    return daysOf({ from, to }).map((day) => ({ id, day }))
  })
  return { read, asked }
}
