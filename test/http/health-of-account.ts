import { expect } from 'vitest'
import type { DataHealthAnswer } from '../../server/contract.ts'
import { dataHealthAnswerSchema } from '../../server/http/data-health/schema.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { testNow } from '../support/test-context.ts'
import type { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

const DAY_MS = 86_400_000
export const completeTo = testNow - 5 * 60_000

/** What GET /data-health tells the person, held against its documented shape. */
export async function healthFor(
  { app }: Pick<ReturnType<typeof smallAccount>, 'app'>,
  email: string,
): Promise<DataHealthAnswer> {
  const { status, body } = await (await signInAs(app, email)).get('/api/v1/data-health')
  expect(status).toBe(200)
  return dataHealthAnswerSchema.parse(body)
}

/** A forward window that reached now, and ten days of history of which a share has been read. */
export function walkHistory(db: Database, stream: string, share: number): void {
  const insert = statement(
    db,
    `insert into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, '', :window, :startsAt, :endsAt, null, :completeTo, :done, :rows)`,
  )
  insert.run({ stream, window: 'forward', startsAt: testNow, endsAt: null, completeTo, done: 0, rows: 20 })
  insert.run({
    stream,
    window: '2026-11-06',
    startsAt: testNow - 10 * DAY_MS,
    endsAt: testNow,
    completeTo: testNow - 10 * DAY_MS + share * 10 * DAY_MS,
    done: share === 1 ? 1 : 0,
    rows: 100,
  })
}
