import type { DailySum } from '../../store/daily-values.ts'
import { readDailySums } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'

/** A brand's ratings by day and source: good of good and bad, neutral ones, and answered of asked. */
export type CsatSums = {
  score: readonly DailySum[]
  neutral: readonly DailySum[]
  response: readonly DailySum[]
}

export function readCsatSums(db: Database, brandId: number): CsatSums {
  return {
    score: readDailySums(db, brandId, 'csat'),
    neutral: readDailySums(db, brandId, 'csat.neutral'),
    response: readDailySums(db, brandId, 'csat.response'),
  }
}
