import { dayOf, timeOfDay } from '../../periods/zone.ts'
import type { AlertEvent } from '../../store/alert-events.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import type { Standing } from '../../store/alert-standings.ts'
import { workingDaysOf } from '../delivery/working-day.ts'

const MINUTE_MS = 60_000

/** Whether a rule may tell anything at `now`: it is not snoozed, and these are its hours. */
export function mayTell({ snoozedUntil, zone, hours }: AlertRule, now: number): boolean {
  if (snoozedUntil !== null && now < snoozedUntil) return false
  if (hours === null) return true
  const minute = Math.floor(timeOfDay(now, zone) / MINUTE_MS)
  return minute >= hours.from && minute < hours.to && workingDaysOf(zone)(dayOf(now, zone))
}

/** Whether what was held back is still so: the same spell goes on, has not begun anew, or says the same. */
export function isStillSo({ kind, spell, facts }: AlertEvent, standing: Standing | null): boolean {
  if (standing === null) return kind === 'over'
  switch (kind) {
    case 'begun':
    case 'still':
      return standing.isOn && standing.since === spell
    case 'over':
      return !standing.isOn
    case 'changed':
      return facts.kind !== 'verdict' || standing.said === facts.to
  }
}
