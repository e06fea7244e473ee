import { describe, expect, it } from 'vitest'
import { detailTier } from '../../server/metrics/detail-order.ts'

const today = '2026-11-16'
const moved = { cutover: '2025-04-09', rampEnd: '2025-04-23' }

describe('the messages of a week’s tickets are read', () => {
  it('first where a verdict rests on them: in the weeks after the move and in the latest ones', () => {
    expect(detailTier('2025-04-07', moved, today)).toBe(0)
    expect(detailTier('2025-07-14', moved, today)).toBe(0)
    expect(detailTier('2026-11-16', moved, today)).toBe(0)
    expect(detailTier('2026-08-10', moved, today)).toBe(0)
  })

  it('then of the last fourteen days', () => {
    expect(detailTier('2026-11-16', null, today)).toBe(1)
    expect(detailTier('2026-10-26', null, today)).toBe(2)
    expect(detailTier('2026-11-02', { cutover: '2026-11-12', rampEnd: '2026-11-26' }, today)).toBe(1)
  })

  it('then of everything else', () => {
    expect(detailTier('2025-03-31', moved, today)).toBe(2)
    expect(detailTier('2025-07-21', moved, today)).toBe(2)
    expect(detailTier('2026-07-20', moved, today)).toBe(2)
  })
})
