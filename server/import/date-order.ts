import type { ImportKind } from './import-kinds.ts'
import { importFieldsOf } from './import-fields.ts'
import type { DateOrder } from './read-moment.ts'
import { needsOrder, orderShownBy } from './read-moment.ts'

/** `not_needed`: no date of the file can be misread; `unknown`: all can be read both ways; `mixed`: they disagree. */
export type FoundOrder = DateOrder | 'not_needed' | 'unknown' | 'mixed'

/** Looks at the dates of a file's rows for one that can be read in one way only. */
export function dateOrderFinder(kind: ImportKind, columns: ReadonlyMap<string, number>) {
  const moments = importFieldsOf(kind).flatMap(({ name, type }) => {
    const column = type === 'moment' || type === 'day' ? columns.get(name) : undefined
    return column === undefined ? [] : [column]
  })
  const shown = new Set<DateOrder>()
  let isNeeded = false
  return {
    see(cells: readonly string[]): void {
      for (const column of moments) {
        const cell = cells[column] ?? ''
        if (!needsOrder(cell)) continue
        isNeeded = true
        const order = orderShownBy(cell)
        if (order) shown.add(order)
      }
    },
    found(): FoundOrder {
      if (!isNeeded) return 'not_needed'
      const [first, second] = shown
      if (second) return 'mixed'
      return first ?? 'unknown'
    },
  }
}
