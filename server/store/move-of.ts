import type { BrandSummary } from '../contract.ts'
import type { CutoverRow } from './brands.ts'

/** When a brand moved and how that is known; null while it is not known. */
export function moveOf(row: CutoverRow | undefined): BrandSummary['cutover'] {
  if (!row) return null
  return {
    wentLiveOn: row.went_live_on,
    rampEnd: row.ramp_end,
    source: row.went_live_source,
    rampSource: row.ramp_source,
    detectedOn: row.detected_on,
    note: row.note,
  }
}
