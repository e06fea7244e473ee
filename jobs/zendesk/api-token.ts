import { dayOf } from '../../server/periods/zone.ts'

/** Zendesk's last day of API tokens. */
const LAST_DAY = '2027-04-30'

/** Whether an API token may still be sent on the UTC day of `now` (epoch ms). */
export function apiTokenEnded(now: number): boolean {
  return dayOf(now, 'UTC') > LAST_DAY
}
