import type { z } from 'zod'
import type { DeliveriesAnswer } from '../../contract-report.ts'
import type { Database } from '../../store/database.ts'
import { readDeliveries } from '../../store/read-deliveries.ts'
import { presentDelivery } from './present-report.ts'
import type { deliveriesQuestionSchema } from './schemas.ts'

/** One page of a report's mails; its cursor names the last mail shown, so that new ones move nothing. */
export function deliveriesPage(
  db: Database,
  scheduleId: number,
  { occasion, outcome, limit, cursor }: z.output<typeof deliveriesQuestionSchema>,
): DeliveriesAnswer {
  const after = cursor === undefined ? null : placeOf(cursor)
  const rows = readDeliveries(db, scheduleId, { occasion, outcome, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    deliveries: shown.map(presentDelivery),
    next: rows.length > limit && last ? `${last.claimedAt}-${last.id}` : null,
  }
}

function placeOf(cursor: string): { claimedAt: number; id: number } {
  const [claimedAt, id] = cursor.split('-').map(Number)
  return { claimedAt, id }
}
