import { expect, it } from 'vitest'
import { deliverDueReports } from '../../../server/report/delivery/deliver-due.ts'
import type { Cadence } from '../../../server/periods/cadence.ts'
import { addDays } from '../../../server/periods/day.ts'
import { startOfDay } from '../../../server/periods/zone.ts'
import { statement } from '../../../server/store/database.ts'
import { writeRecipients } from '../../../server/store/report-recipients.ts'
import { createSchedule, usualChoices } from '../../../server/store/report-schedules.ts'
import { addPerson } from '../../support/people.ts'
import { testContext } from '../../support/test-context.ts'
import { saebyeokId, seedSampleGrid, setDataCompleteTo } from '../sample-grid.ts'

const EVERY_MS = 15 * 60_000
const DAYS = 8

const seoul = 'Asia/Seoul'
const newYork = 'America/New_York'
const lordHowe = 'Australia/Lord_Howe'

it.each([
  {
    what: 'a zone whose clocks never change',
    zone: seoul,
    time: '02:30',
    monday: '2026-10-26',
    changeDay: '2026-11-01',
    daily: [
      '10-25 17:30',
      '10-26 17:30',
      '10-27 17:30',
      '10-28 17:30',
      '10-29 17:30',
      '10-30 17:30',
      '10-31 17:30',
      '11-01 17:30',
    ],
    onTheDay: '10-31 17:30',
    firstWorkingDay: ['11-01 17:30'],
  },
  {
    what: 'clocks that skip the time: as much later as they skip',
    zone: newYork,
    time: '02:30',
    monday: '2027-03-08',
    changeDay: '2027-03-14',
    daily: [
      '03-08 07:30',
      '03-09 07:30',
      '03-10 07:30',
      '03-11 07:30',
      '03-12 07:30',
      '03-13 07:30',
      '03-14 07:30',
      '03-15 06:30',
    ],
    onTheDay: '03-14 07:30',
    firstWorkingDay: [],
  },
  {
    what: 'a time that comes twice: the first time',
    zone: newYork,
    time: '01:30',
    monday: '2026-10-26',
    changeDay: '2026-11-01',
    daily: [
      '10-26 05:30',
      '10-27 05:30',
      '10-28 05:30',
      '10-29 05:30',
      '10-30 05:30',
      '10-31 05:30',
      '11-01 05:30',
      '11-02 06:30',
    ],
    onTheDay: '11-01 05:30',
    firstWorkingDay: ['11-02 06:30'],
  },
  {
    what: 'clocks that skip half an hour',
    zone: lordHowe,
    time: '02:15',
    monday: '2026-09-28',
    changeDay: '2026-10-04',
    daily: [
      '09-27 15:45',
      '09-28 15:45',
      '09-29 15:45',
      '09-30 15:45',
      '10-01 15:45',
      '10-02 15:45',
      '10-03 15:45',
      '10-04 15:15',
    ],
    onTheDay: '10-03 15:45',
    firstWorkingDay: ['09-30 15:45'],
  },
  {
    what: 'half an hour that comes twice',
    zone: lordHowe,
    time: '01:45',
    monday: '2027-03-29',
    changeDay: '2027-04-04',
    daily: [
      '03-28 14:45',
      '03-29 14:45',
      '03-30 14:45',
      '03-31 14:45',
      '04-01 14:45',
      '04-02 14:45',
      '04-03 14:45',
      '04-04 15:15',
    ],
    onTheDay: '04-03 14:45',
    firstWorkingDay: ['03-31 14:45'],
  },
])(
  'a job that looks every quarter of an hour sends each report once, at the local time: $what ($zone)',
  async ({ zone, time, monday, changeDay, daily, onTheDay, firstWorkingDay }) => {
    const rhythms: Record<string, Cadence> = {
      daily: { every: 'day' },
      weekly: { every: 'week', weekday: 7 },
      fortnightly: { every: 'fortnight', weekday: 7, countedFrom: monday },
      otherFortnight: { every: 'fortnight', weekday: 7, countedFrom: addDays(monday, 7) },
      monthly: { every: 'month', monthDay: Number(changeDay.slice(8)) },
      firstWorkingDay: { every: 'first_working_day' },
    }

    const sent = await sentMoments(rhythms, { zone, time, monday })

    expect(sent).toEqual({
      daily,
      weekly: [onTheDay],
      fortnightly: [onTheDay],
      otherFortnight: [],
      monthly: [onTheDay],
      firstWorkingDay,
    })
  },
)

/** When each report was sent, UTC, in a week and a day from its Monday on. */
async function sentMoments(
  rhythms: Record<string, Cadence>,
  { zone, time, monday }: { zone: string; time: string; monday: string },
): Promise<Record<string, string[]>> {
  let now = startOfDay(monday, zone)
  const ctx = testContext({ clock: { now: () => now }, config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  tellOfWeeksFrom(addDays(monday, -28))
  setDataCompleteTo(ctx.db, '2028-01-01T00:00:00.000Z')
  const ownerId = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  const [hours, minutes] = time.split(':').map(Number)
  const ids = Object.entries(rhythms).map(([name, cadence]) => {
    const timing = { zone, cadence, minuteOfDay: hours * 60 + minutes, lastDay: null }
    const id = createSchedule(
      ctx.db,
      { ...usualChoices(name), timing, brandIds: [saebyeokId], metrics: ['demand' as const] },
      { ownerId, notBefore: now },
    )
    writeRecipients(ctx.db, id, { personIds: [ownerId], groupIds: [], addresses: [] })
    return [name, id] as const
  })
  const end = startOfDay(addDays(monday, DAYS), zone)
  for (; now < end; now += EVERY_MS) await deliverDueReports(ctx, { now })
  return Object.fromEntries(
    ids.map(([name, id]) => [
      name,
      ctx.mails
        .filter(({ messageId }) => messageId.startsWith(`<report.${id}.`))
        .map(({ date }) => date.toISOString().slice(5, 16).replace('T', ' ')),
    ]),
  )

  /** The sample's figures, in other weeks. */
  function tellOfWeeksFrom(first: string): void {
    const series = Array.from({ length: 8 }, (_, week) => ({
      from: addDays(first, week * 7),
      to: addDays(first, week * 7 + 7),
      value: 1,
      n: 100,
      complete: true,
    }))
    statement(ctx.db, 'update comparison_cell set series = :series').run({ series: JSON.stringify(series) })
  }
}
