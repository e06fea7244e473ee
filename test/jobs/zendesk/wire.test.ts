import { describe, expect, it } from 'vitest'
import { instant, instantOf } from '../../../jobs/zendesk/wire.ts'

describe('an instant', () => {
  it.each([
    ['2025-05-20T00:54:11Z', 1_747_702_451_000],
    ['2025-05-20T00:54:11.142Z', 1_747_702_451_142],
    ['2025-05-20T00:54:11.142999Z', 1_747_702_451_142],
    ['2024-02-29T23:59:59Z', 1_709_251_199_000],
    ['2025-05-20T00:54:11+00:00Z', 1_747_702_451_000],
    ['2025-05-20T09:54:11+09:00', 1_747_702_451_000],
  ])('%s is read', (text, moment) => {
    expect(instant.parse(text)).toBe(moment)
  })

  it.each(['', 'soon', '2025-13-20T00:54:11Z', '2025-05-20T25:54:11Z', '2025-05-2xT00:54:11Z'])(
    '"%s" is none',
    (text) => {
      expect(instant.safeParse(text).error?.issues[0].message).toBe('is not an instant')
    },
  )

  it('in any usual form is what the general parser makes of it', () => {
    const parts = ['2025', '1999', '20x5'].flatMap((year) =>
      ['00', '01', '02', '12', '13'].flatMap((month) =>
        ['00', '01', '28', '29', '31'].flatMap((day) =>
          ['T00:00:00', 'T23:59:59', 'T24:00:00', 'T10:60:00', 't10:00:00'].flatMap((time) =>
            ['Z', '.5Z', '.123Z', '.123456Z', '.12x456Z', '.1234567Z', 'z', ''].map(
              (end) => `${year}-${month}-${day}${time}${end}`,
            ),
          ),
        ),
      ),
    )

    expect(parts.filter((text) => !Object.is(instantOf(text), Date.parse(text)))).toEqual([])
  })
})
