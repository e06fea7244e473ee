import type { ApiBudget, PermissionFinding } from '../../contract.ts'
import { dayOf } from '../../periods/zone.ts'
import type { ApiBudgetRow } from '../../store/api-budgets.ts'
import type { PermissionCheck } from '../../store/permission-checks.ts'
import { connectionSentence } from '../../text/connection.ts'
import { toInstant } from './instant.ts'

/** A bucket as it stands now: a window that has ended since it was seen is whole again. */
export function budgetHealth(row: ApiBudgetRow, now: number): ApiBudget {
  const isOver = now >= row.resets_at
  const remaining = isOver ? row.per_minute : Math.max(0, Math.min(row.per_minute, row.remaining))
  const isToday = row.day === dayOf(now, 'UTC')
  return {
    bucket: row.bucket,
    perMinute: row.per_minute,
    remaining,
    usedShare: row.per_minute > 0 ? 1 - remaining / row.per_minute : 0,
    pausedUntil: row.paused_until !== null && row.paused_until > now ? toInstant(row.paused_until) : null,
    requestsToday: isToday ? row.requests : 0,
    refusedToday: isToday ? row.refused : 0,
    seenAt: toInstant(row.updated_at),
  }
}

export function permissionFinding({
  subject,
  state,
  code,
  detail,
  checked_at,
}: PermissionCheck): PermissionFinding {
  const sentence = { en: connectionSentence(code, 'en'), ko: connectionSentence(code, 'ko') }
  return { subject, state, code, sentence, detail, checkedAt: toInstant(checked_at) }
}
