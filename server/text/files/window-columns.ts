import type { WindowValue } from '../../contract.ts'
import { addDays } from '../../periods/day.ts'
import type { Text } from '../catalogue.ts'
import type { FileColumn } from './data-table.ts'

/** What stands beside a window's value in a file: how much it counts, and its first and last day. */
export function countAndDays<Row>(
  text: Text,
  name: string,
  count: string,
  of: (row: Row) => WindowValue | null | undefined,
): FileColumn<Row>[] {
  const named = (what: string) => text('tools.of', { name, what })
  return [
    { heading: named(count), value: (row) => of(row)?.n ?? null },
    { heading: named(text('tools.weekFrom')), value: (row) => of(row)?.from ?? null },
    { heading: named(text('tools.weekTo')), value: (row) => lastDayOf(of(row)) },
  ]
}

function lastDayOf(window: WindowValue | null | undefined): string | null {
  return window ? addDays(window.to, -1) : null
}
