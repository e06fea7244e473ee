import type { PooledComparison } from '../../contract.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { readBases, readGridStamp } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import type { CellBasis } from './cell-basis.ts'
import { poolCells } from './pool-cells.ts'

const MOST_KEPT = 50
const kept = new WeakMap<Database, Map<string, PooledComparison[]>>()

/**
 * What the stored cells of these brands say together. Kept for as long as the grid says the same: every reader with the
 * same brands gets the same.
 */
export function poolStored(
  db: Database,
  brandIds: readonly number[],
  kind: GridKind = 'shared',
): PooledComparison[] {
  let answers = kept.get(db)
  if (!answers) kept.set(db, (answers = new Map()))
  const key = JSON.stringify([kind, readGridStamp(db, kind)?.dataVersion, [...brandIds].sort()])
  let found = answers.get(key)
  if (!found) {
    if (answers.size >= MOST_KEPT) answers.clear()
    found = poolCells(readBases(db, brandIds, kind).map((basis) => JSON.parse(basis) as CellBasis))
    answers.set(key, found)
  }
  return found
}
