import type { NarrowedCell } from '../comparison/narrowed-cells.ts'
import { narrowedCells } from '../comparison/narrowed-cells.ts'
import { readAnswerVersion } from '../store/answer-version.ts'
import type { Database } from '../store/database.ts'

type Question = Parameters<typeof narrowedCells>[1]
type Kept = { key: string; at: number; cells: NarrowedCell[] }

const MOST_KEPT = 4
const LONGEST_KEPT_MS = 10 * 60_000

const keptOf = new WeakMap<Database, Kept[]>()

/** The same cells again while the data stay as they are: whoever tries out a report asks for a look after each change. */
export function keptNarrowing(db: Database, question: Question): NarrowedCell[] {
  const { now, ...lasting } = question
  const key = JSON.stringify([lasting, readAnswerVersion(db)])
  const kept = keptOf.get(db) ?? []
  const known = kept.find((one) => one.key === key && Math.abs(now - one.at) < LONGEST_KEPT_MS)
  if (known) return known.cells
  const cells = narrowedCells(db, question)
  keptOf.set(db, [{ key, at: now, cells }, ...kept.filter((one) => one.key !== key)].slice(0, MOST_KEPT))
  return cells
}
