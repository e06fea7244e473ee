import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase, statement } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { createDice } from '../support/dice.ts'
import { refresh } from '../store/measures/measured.ts'
import { historyStart, now, settingsOf, writeCheckpoints } from './synthetic-account.ts'

const movedOn: Day = '2026-08-17'
const hour = 3_600_000

/** Two brands with half a year of conversations as rows; the first moved halfway. */
export function accountOfRows(seed: number, ratio: number): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  writeAccountSettings(db, settingsOf([1, 2].map((id) => ({ id, name: `Brand ${id}`, movedOn: null }))), now)
  for (const stream of [
    'chats',
    'tickets-agent',
    'tickets-ai-agent',
    'satisfaction-ratings',
    'survey-responses',
  ])
    writeCheckpoints(db, stream, { coveredFrom: historyStart, isDone: true })
  for (const id of [1, 2])
    statement(
      db,
      `insert into brand (id, name, is_default, active, deleted, created_at) values (:id, :name, 0, 1, 0, 0)`,
    ).run({ id, name: `Brand ${id}` })
  const dice = createDice(seed)
  let number = 0
  for (let day: Day = '2026-05-18'; day < '2026-11-16'; day = addDays(day, 1))
    for (const brandId of [1, 2]) {
      const count = 4 + Math.floor(dice.uniform() * 5)
      for (let i = 0; i < count; i++) addRow(db, ++number, { brandId, day, ratio, uniform: dice.uniform })
    }
  refresh(db)
  updateCutovers(db)
  return db
}

function addRow(
  db: Database,
  number: number,
  { brandId, day, ratio, uniform }: { brandId: number; day: Day; ratio: number; uniform: () => number },
): void {
  const isAfter = brandId === 1 && day >= movedOn
  const startedAt = Date.parse(`${day}T09:00:00+09:00`) + Math.floor(uniform() * 9 * hour)
  const isServed = uniform() < 0.9
  const seconds = Math.round(20 + 200 * uniform() * (isAfter ? ratio : 1))
  insertConversation(db, {
    ...(isAfter
      ? {
          id: `ticket:${number}`,
          ticket_id: number,
          source: 'messaging',
          channel: 'native_messaging',
          scope: 'agent',
        }
      : { id: `chat:${number}` }),
    brand_id: brandId,
    day,
    started_at: startedAt,
    language: uniform() < 0.7 ? 'ko' : 'en',
    topic: uniform() < 0.5 ? 'delivery' : 'other',
    requester_key: `r${Math.floor(uniform() * 60)}`,
    bot_involved: 0,
    served: isServed ? 1 : 0,
    first_reply_seconds: isServed ? seconds : null,
    handed_off_at: startedAt,
    ended_at: startedAt + hour,
  })
}
