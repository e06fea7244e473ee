import { expect, it } from 'vitest'
import { dueBotDays } from '../../../jobs/streams/bot-export-plan.ts'
import { defaultZendeskReadings } from '../../../server/settings/zendesk-readings.ts'
import type { BotExportDay } from '../../../server/store/bot-export-days.ts'

const HOUR_MS = 3_600_000
const now = Date.parse('2026-11-16T09:00:00Z')
const readings = { ...defaultZendeskReadings, botExportKeptDays: 5 }

function due(known: readonly BotExportDay[], at = now, bots = ['a']) {
  return dueBotDays(bots, known, readings, at).map(({ bot_id, day }) => `${bot_id} ${day}`)
}
function seen(day: string, readAt: number, outcome: BotExportDay['outcome'] = 'read'): BotExportDay {
  return { bot_id: 'a', day, read_at: readAt, outcome, rows: outcome === 'read' ? 9 : 0 }
}
const settled = ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15'].map((day) =>
  seen(day, now),
)

it('every kept day of every bot is read once, the newest first, and never today', () => {
  const bots = ['a', 'b']

  expect(dueBotDays(bots, [], { ...readings, botExportKeptDays: 2 }, now)).toEqual([
    { bot_id: 'a', day: '2026-11-15' },
    { bot_id: 'b', day: '2026-11-15' },
    { bot_id: 'a', day: '2026-11-14' },
    { bot_id: 'b', day: '2026-11-14' },
  ])
})

it('nothing is due right after everything was read', () => {
  expect(due(settled)).toEqual([])
  expect(due(settled, now + 3 * HOUR_MS)).toEqual([])
})

it('a file that may grow is read again after four hours', () => {
  expect(due(settled, now + 4 * HOUR_MS)).toEqual(['a 2026-11-15', 'a 2026-11-14', 'a 2026-11-13'])
})

it('a day without a file is asked for again after an hour', () => {
  const known = settled.map((day) => (day.day === '2026-11-15' ? seen(day.day, now, 'none') : day))

  expect(due(known, now + HOUR_MS)).toEqual(['a 2026-11-15'])
})

it('a day that grows no more is read once more, and then left alone', () => {
  const growing = Date.parse('2026-11-15T23:59:00Z')
  const known = settled.map((day) => (day.day === '2026-11-12' ? seen(day.day, growing) : day))
  const read = settled.map((day) => (day.day === '2026-11-12' ? seen(day.day, now) : day))

  expect(due(known)).toEqual(['a 2026-11-12'])
  expect(due(read)).toEqual([])
})

it('a day that is to be read again is, as long as its file is kept', () => {
  const known = [...settled.slice(1), seen('2026-11-11', 0), seen('2026-11-01', 0)]

  expect(due(known)).toEqual(['a 2026-11-11'])
})
