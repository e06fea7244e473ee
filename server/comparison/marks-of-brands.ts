import type { SeriesMark } from '../contract.ts'
import type { Database } from '../store/database.ts'
import type { MarksFor } from './series-marks.ts'
import { seriesMarks } from './series-marks.ts'

/** What stands on a time axis of several brands: all of one brand's marks, and of many only what befell all of them. */
export function marksOfBrands(
  db: Database,
  brandIds: readonly number[],
  isOneBrand: boolean,
  marksFor: MarksFor,
): SeriesMark[] {
  const [first] = brandIds
  if (first === undefined) return []
  const marks = seriesMarks(db, first, marksFor)
  return isOneBrand ? marks : marks.filter(({ kind }) => kind === 'definition_break')
}
