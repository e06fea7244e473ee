import { catalog } from '../../../server/metrics/catalog.ts'
import { addDays } from '../../../server/periods/day.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import { writeCutover } from '../../../server/store/brands.ts'
import type { Database } from '../../../server/store/database.ts'
import { inTransaction, statement } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { insertBotRecord, refresh } from '../../store/measures/measured.ts'
import { addChat, addEngagement, addTicket, emptyAccount, seoul } from '../../store/team/team-rows.ts'
import { insertAnswer } from '../../support/conversation-rows.ts'
import { historyStart, now, writeCheckpoints } from '../synthetic-account.ts'

const movedOn = '2026-07-06'
export const closedDay = '2026-06-17'

/** Brand 1: fifteen weeks of chats and fifteen of tickets, six a day, some of each kind there is. */
export function movedAccount(): Database {
  const account = emptyAccount()
  const own = {
    ...defaultBrandSettings(1, 'Asia/Seoul'),
    holidayCalendar: 'none' as const,
    closedDays: [closedDay],
  }
  writeAccountSettings(account, { ...defaultAccountSettings('Asia/Seoul'), brands: [own] }, now)
  for (const stream of new Set(catalog.flatMap(({ streams }) => streams)))
    writeCheckpoints(account, stream, { coveredFrom: historyStart, isDone: true })
  statement(
    account,
    "insert into brand (id, name, is_default, active, deleted, created_at) values (1, 'Haneul', 0, 1, 0, 0)",
  ).run()
  statement(account, 'insert into engagement_held (starts_at, ends_at) values (0, 4000000000000)').run()
  inTransaction(account, () => {
    let id = 0
    for (let day = '2026-03-23'; day < '2026-10-19'; day = addDays(day, 1))
      for (let place = 0; place < 6; place += 1) addContact(account, (id += 1), day, place)
  })
  writeCutover(account, {
    brand_id: 1,
    went_live_on: movedOn,
    went_live_source: 'confirmed',
    ramp_end: addDays(movedOn, 14),
    ramp_source: 'measured',
    detected_on: null,
    confirmed_by: 'admin@example.com',
    note: null,
  })
  refresh(account)
  return account
}

function addContact(account: Database, id: number, day: string, place: number): void {
  const [from, to] = [`${day}T1${place}:00`, `${day}T1${place}:20`]
  const isServed = id % 9 > 0
  const given = {
    language: id % 4 === 0 ? 'en' : 'ko',
    requester_key: id % 5 === 0 ? null : `customer ${id % 40}`,
    served: isServed ? 1 : 0,
    first_reply_seconds: isServed ? 30 + (id % 200) : null,
    first_agent_at: isServed ? seoul(from) + 30_000 : null,
    ended_at: id % 11 === 0 ? null : seoul(to),
    outside_hours: id % 7 === 0 ? 1 : 0,
    missed: id % 13 === 0 ? 1 : 0,
  }
  const category = id % 3 === 0 ? 'bad' : 'good'
  if (day < movedOn) {
    addChat(account, id, [{ agent: 20 + (id % 3), from, to }], { ...given, bot_involved: 0 })
    if (id % 2 === 0) insertAnswer(account, { id: `chat:${id}`, conversation_id: `chat:${id}`, category })
    return
  }
  const isBot = id % 6 === 0
  addTicket(account, id, from, {
    ...given,
    bot_involved: isBot || id % 6 === 1 ? 1 : 0,
    ...(isBot && {
      source: 'bot',
      served: 0,
      first_reply_seconds: null,
      scope: 'ai_agent',
      seen_ai_agent: 1,
    }),
  })
  if (!isBot) addEngagement(account, `e${id}`, id, { agent: 20 + (id % 3), from, to })
  if (id % 2 === 0)
    insertAnswer(account, { id: `rating:${id}`, source: 'legacy_rating', ticket_id: id, category })
  insertBotRecord(account, `export:${id}`, {
    day,
    started_at: seoul(from),
    resolved: id % 2,
    survey_stars: 4,
  })
}
