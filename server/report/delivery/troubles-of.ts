import type { Database } from '../../store/database.ts'
import { readTroubledDeliveries } from '../../store/read-deliveries.ts'
import type { Due } from './due.ts'
import { kindOf } from './occasion-name.ts'
import type { Trouble } from './trouble.ts'

/** From this try on the owner is told, though it is tried again. */
const TRIES_BEFORE_TELLING = 3

/**
 * What went wrong with an occasion's mails so far, as it is written down: whoever is told of it is told even where the
 * process ended in between.
 */
export function troublesOf(db: Database, { schedule, occasion, abandoned }: Due): Trouble[] {
  const earlier = abandoned.filter(
    (one) => kindOf(one.occasion) === 'report' && one.occasion !== occasion.day,
  )
  const rows = readTroubledDeliveries(db, {
    scheduleId: schedule.id,
    occasion: occasion.day,
    dueAt: occasion.at,
    periodTo: occasion.period.to,
    tries: TRIES_BEFORE_TELLING,
  })
  const troubles = rows.map((row): Trouble => {
    const { address, outcome, periodFrom: from, periodTo: to, nextTryAt, isAddressRefused } = row
    const message = row.message ?? ''
    if (outcome === 'unknown') return { kind: 'unknown', address }
    if (outcome === 'skipped') return { kind: 'too_late', period: occasion.period, told: null }
    if (outcome === 'sent') return { kind: 'too_late', period: occasion.period, told: { from, to } }
    if (isAddressRefused === 1 && nextTryAt === null) return { kind: 'refused_address', address, message }
    return { kind: 'failed', address, message, isOver: nextTryAt === null }
  })
  const all: Trouble[] = [
    ...earlier.map(({ address }): Trouble => ({ kind: 'unknown', address })),
    ...troubles,
  ]
  return [...new Map(all.map((trouble) => [JSON.stringify(trouble), trouble])).values()]
}
