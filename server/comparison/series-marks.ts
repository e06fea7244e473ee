import type { SeriesMark } from '../contract.ts'
import { knownBreaks } from '../metrics/known-breaks.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { readCutovers } from '../store/brands.ts'
import { readFirstBotDay } from '../store/daily-values.ts'
import type { Database } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readFirstMessagingAt } from '../store/first-messaging.ts'
import { readAccountSettings } from '../store/settings.ts'
import { eventMarkName } from '../text/event-words.ts'

/** What decides beside the brand which days are marked. */
export type MarksFor = {
  /** Dates of Zendesk's own changes mean nothing in a simulated account. */
  isSimulated: boolean
  /** Whose conversations may tell when messaging began: under strict scope no brand that is hidden from the reader. */
  tellingBrands: 'all' | readonly number[]
}

/** Days on which something began or changed its meaning, oldest first: they stand on every time axis of a brand. */
export function seriesMarks(
  db: Database,
  brandId: number,
  { isSimulated, tellingBrands }: MarksFor,
): SeriesMark[] {
  const settings = readAccountSettings(db)
  const cutover = readCutovers(db).get(brandId)
  const { zone } = brandSettingsOf(settings, brandId)
  const firstBot = readFirstBotDay(db, brandId, '')
  const firstMessaging = readFirstMessagingAt(db, tellingBrands)
  const activated =
    settings.messagingActivatedOn ?? (firstMessaging === null ? null : dayOf(firstMessaging, zone))
  const marks: SeriesMark[] = []
  if (cutover) {
    marks.push({ kind: 'cutover', day: cutover.went_live_on, name: names.cutover })
    if (cutover.ramp_end !== null)
      marks.push({ kind: 'ramp_end', day: cutover.ramp_end, name: names.ramp_end })
  }
  if (firstBot !== null) marks.push({ kind: 'bot_start', day: firstBot, name: names.bot_start })
  if (activated !== null && activated !== cutover?.went_live_on)
    marks.push({ kind: 'messaging_activated', day: activated, name: names.messaging_activated })
  if (!isSimulated) marks.push(...breaks())
  marks.push(...eventsOf(db, brandId))
  return marks.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function breaks(): SeriesMark[] {
  return knownBreaks.map(({ period, name }) => ({
    kind: 'definition_break',
    day: period.from,
    ...(addDays(period.from, 1) === period.to ? {} : { to: period.to }),
    name,
  }))
}

function eventsOf(db: Database, brandId: number): SeriesMark[] {
  return readEvents(db, [brandId])
    .map(({ day, kind, words }): SeriesMark => ({ kind: 'event', day, name: eventMarkName(kind, words) }))
    .reverse()
}

const names = {
  cutover: { en: 'Move to messaging', ko: '메시징 전환' },
  ramp_end: { en: 'End of the ramp', ko: '안정화 기간 종료' },
  bot_start: { en: 'A bot answers first', ko: '봇 응대 시작' },
  messaging_activated: {
    en: 'Messaging switched on for the account',
    ko: '계정에서 메시징 활성화',
  },
} as const
