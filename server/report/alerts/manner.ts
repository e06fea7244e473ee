import type { AlertWatch } from '../../contract-alert.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import type { Manner } from './step.ts'

/** Verdicts are computed anew many times a day: one that comes back within a day was never gone. */
const HOLD_MS = 24 * 3_600_000

/** How a rule takes what it sees. */
export function mannerOf({
  watch,
  tellsEnd,
  repeatDays,
}: Pick<AlertRule, 'watch' | 'tellsEnd' | 'repeatDays'>): Manner {
  const isLasting = lasts(watch)
  return {
    isOfMoments: watch.kind === 'verdict' && watch.change === 'any',
    tellsAtFirst: watch.kind === 'data',
    holdMs: watch.kind === 'verdict' || watch.kind === 'goal' ? HOLD_MS : 0,
    tellsEnd: isLasting && tellsEnd,
    repeatDays: isLasting ? repeatDays : null,
  }
}

/** Whether what it tells goes on until it is over; the others tell a change and no more. */
export function lasts(watch: AlertWatch): boolean {
  return watch.kind !== 'verdict' || watch.change === 'worse' || watch.change === 'no_longer_improved'
}
