import { z } from 'zod'
import { isDay } from '../../../server/periods/day.ts'
import { isZone } from '../../../server/periods/zone.ts'
import type { QuarantineEntry } from '../../../server/store/quarantine.ts'
import type { StoredSchedule } from '../../../server/store/schedules.ts'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { id } from '../../zendesk/wire.ts'
import { understand } from '../understand.ts'
import type { AccountSourceState } from '../../../server/store/account-sources.ts'
import { readAccountList, readOptional } from './account-list.ts'

const WEEK_MINUTES = 10_080
const PATH = '/api/v2/business_hours/schedules'

const minute = z.int().min(0).max(WEEK_MINUTES)
const scheduleSchema = z.object({
  id,
  name: z.string(),
  time_zone: z.string(),
  intervals: z.array(z.object({ start_time: minute, end_time: minute })),
})
const day = z.string().refine(isDay, 'is not a day')
const holidaySchema = z.object({ id, start_date: day, end_date: day })

export type SchedulesRead = {
  /** In the account's order; null where Zendesk does not show them. */
  schedules: StoredSchedule[] | null
  /** False while a schedule was not understood: then none is known to be gone. */
  isComplete: boolean
  quarantined: QuarantineEntry[]
  states: { schedules: AccountSourceState; schedule_holidays?: AccountSourceState }
}

/**
 * Business hours and holidays. `zoneOf` finds the IANA name of a zone by the name Zendesk gives it; a plan without
 * business hours has neither, and a schedule is kept without holidays where those alone are refused.
 */
export async function readSchedules(
  client: ZendeskClient,
  zoneOf: (name: string) => string | null,
): Promise<SchedulesRead> {
  const listed = await readOptional(() => readAccountList(client, PATH, 'schedules'))
  if (listed.value === null) {
    return { schedules: null, isComplete: false, quarantined: [], states: { schedules: listed.state } }
  }
  const { rows: all, quarantined } = understand(listed.value, scheduleSchema)
  // A list may name a schedule twice: its first place is its place.
  const rows = all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i)
  const read: SchedulesRead = {
    schedules: [],
    isComplete: quarantined.length === 0,
    quarantined,
    states: { schedules: 'allowed' },
  }
  for (const [position, schedule] of rows.entries()) {
    const listedHolidays = await readOptional(() =>
      readAccountList(client, `${PATH}/${schedule.id}/holidays`, 'holidays'),
    )
    const holidays = listedHolidays.value && understand(listedHolidays.value, holidaySchema)
    read.states.schedule_holidays = listedHolidays.state
    read.quarantined.push(...(holidays?.quarantined ?? []))
    read.schedules?.push({
      id: schedule.id,
      position,
      name: schedule.name,
      time_zone: schedule.time_zone,
      zone: zoneOf(schedule.time_zone),
      intervals: schedule.intervals.map(({ start_time, end_time }) => [start_time, end_time]),
      holidays:
        holidays?.rows.map(({ id, start_date, end_date }) => ({
          id,
          firstDay: start_date,
          lastDay: end_date,
        })) ?? null,
    })
  }
  return read
}

/**
 * Zendesk names zones in its own way ('Seoul'), but says for the account and for each agent which IANA zone it means.
 * Returns the look-up these pairs make.
 */
export function zonesByName(
  known: readonly { time_zone?: string | null | undefined; iana_time_zone?: string | null | undefined }[],
): (name: string) => string | null {
  const zones = new Map<string, string>()
  for (const { time_zone, iana_time_zone } of known) {
    if (time_zone && iana_time_zone && isZone(iana_time_zone)) zones.set(time_zone, iana_time_zone)
  }
  return (name) => zones.get(name) ?? (isZone(name) ? name : null)
}
