import { describe, expect, it } from 'vitest'
import { orderForest } from '../../client/forest-order.ts'
import type { Comparison, ComparisonMethod } from '../../server/contract.ts'
import { cellOf } from '../http/account.ts'

const down = { better: 'down' } as const

describe('the order of brands in a comparison', () => {
  it('is by effect, the better one first, where no two ranges overlap', () => {
    const cells = [
      cell('Ara', [0.9, 0.85, 0.95]),
      cell('Bit', [0.5, 0.4, 0.6]),
      cell('Cho', [0.7, 0.65, 0.8]),
    ]

    expect(names(orderForest(cells, down, 'en').rows)).toEqual(['Bit', 'Cho', 'Ara'])
    expect(names(orderForest(cells, { better: 'up' }, 'en').rows)).toEqual(['Ara', 'Cho', 'Bit'])
    expect(orderForest(cells, down, 'en').certainty).toBe('ranked')
  })

  it('is by name where ranges overlap, and tells who lies clear of all others', () => {
    const cells = [cell('Cho', [0.9, 0.8, 1]), cell('Bit', [0.95, 0.85, 1.1]), cell('Ara', [0.5, 0.4, 0.6])]

    const order = orderForest(cells, down, 'en')

    expect(names(order.rows)).toEqual(['Ara', 'Bit', 'Cho'])
    expect(order.certainty).toBe('clear')
    expect(names(order.clear)).toEqual(['Ara'])
  })

  it('is by name where nobody lies clear; ranges that touch overlap', () => {
    const cells = [cell('Bit', [0.9, 0.8, 1]), cell('Ara', [1.1, 1, 1.2])]

    expect(orderForest(cells, down, 'en')).toMatchObject({ certainty: 'overlapping', clear: [] })
    expect(names(orderForest(cells, down, 'en').rows)).toEqual(['Ara', 'Bit'])
  })

  it('ranks no plain before and after among estimates of what was expected', () => {
    const cells = [
      cell('Ara', [0.9, 0.85, 0.95], 'staggered'),
      cell('Bit', [0.5, 0.4, 0.6], 'windows'),
      cell('Cho', [0.7, 0.65, 0.8], 'interrupted'),
    ]

    const order = orderForest(cells, down, 'en')

    expect(order.certainty).toBe('mixed')
    expect(names(order.rows)).toEqual(['Ara', 'Bit', 'Cho'])
  })

  it('leaves out brands without a result', () => {
    const waiting: Comparison = { ...cell('Bit', [1, 1, 1]), state: 'not_enough_data' }
    const refused: Comparison = { ...cell('Cho', [1, 1, 1]), effect: null, state: 'not_comparable' }

    expect(orderForest([waiting, refused], down, 'en')).toEqual({ rows: [], certainty: 'none', clear: [] })
    expect(orderForest([cell('Ara', [1, 0.9, 1.1]), refused], down, 'en').certainty).toBe('single')
  })
})

function cell(
  name: string,
  [value, low, high]: readonly [number, number, number],
  method: ComparisonMethod = 'staggered',
): Comparison {
  return {
    ...cellOf(1, 'first_reply'),
    brand: { id: name.charCodeAt(0), name },
    effect: { value, low, high, unit: 'ratio' },
    method,
  }
}

function names(cells: readonly Comparison[]): string[] {
  return cells.map(({ brand }) => brand.name)
}
