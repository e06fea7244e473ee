import type { DailySum } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'
import { readSumsOf } from '../../store/filtered-sums.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'

/** A brand's ratings by day and source: good of good and bad, neutral ones, and answered of asked. */
export type CsatSums = {
  score: readonly DailySum[]
  neutral: readonly DailySum[]
  response: readonly DailySum[]
}

/** @param filter only the ratings of these conversations */
export function readCsatSums(db: Database, brandId: number, filter?: MeasureFilter): CsatSums {
  return {
    score: readSumsOf(db, brandId, 'csat', filter),
    neutral: readSumsOf(db, brandId, 'csat.neutral', filter),
    response: readSumsOf(db, brandId, 'csat.response', filter),
  }
}
