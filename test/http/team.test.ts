import { describe, expect, it } from 'vitest'
import { teamAnswerSchema } from '../../server/http/team-schemas.ts'
import { dayOf, hourOfWeek } from '../../server/periods/zone.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { defaultAccountSettings } from '../../server/settings/default-settings.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { testNow } from '../support/test-context.ts'
import { markAllRollupsDirty, refreshRollups } from '../../server/store/rollups.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { HANEUL, MIRAE, smallAccount, storeGrid, UNKNOWN } from './account.ts'
import { signInAs } from './signed-in.ts'

const ADDRESS = '/api/v1/team'
const MONDAY_TEN = 10

describe('GET /team', () => {
  it('gives as many weeks before as after, by hour, with the report’s verdicts and sentences', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['transfer_rate', 'concurrency'])
    addChats(ctx.db, HANEUL, '2026-04-13', 7, 120)
    addChats(ctx.db, HANEUL, '2026-10-26', 8, 130)

    const { status, body } = await (
      await signInAs(app, 'viewer@example.com')
    ).get(`${ADDRESS}?brand=${HANEUL}`)

    expect(status).toBe(200)
    const answer = teamAnswerSchema.parse(body)
    expect(answer.comparisons.map(({ metric }) => metric)).toEqual(['concurrency', 'transfer_rate'])
    expect(answer.isReport).toBe(true)
    // The report's own windows are 12 weeks long on both sides; the brand has a history of one week before.
    expect([answer.before?.from, answer.before?.to]).toEqual(['2026-04-13', '2026-04-20'])
    expect([answer.after?.from, answer.after?.to]).toEqual(['2026-10-26', '2026-11-02'])
    expect(answer.now).toBeNull()
    expect(answer.before?.conversations[MONDAY_TEN]).toBe(120)
    expect(answer.after?.conversations[MONDAY_TEN]).toBe(130)
    expect(answer.after?.weekdays).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(answer.after?.work?.engagements[MONDAY_TEN]).toBe(130)
    expect(answer.after?.work?.agents).toBe(1)
    expect(answer.after?.cover).toEqual({ served: 130, held: 130 })
    expect([answer.open[MONDAY_TEN], answer.open[20]]).toEqual([true, false])
    expect(answer.summary[0].en).toContain('These weeks are too few')
    expect(answer.sources).toEqual({ keptDays: 90, heldFrom: null })
  })

  it('takes the weeks that are asked for', async () => {
    const { ctx, app } = smallAccount()
    addChats(ctx.db, HANEUL, '2025-06-02', 7, 1)
    addChats(ctx.db, HANEUL, '2026-06-01', 7, 1)

    const { body } = await (
      await signInAs(app, 'viewer@example.com')
    ).get(`${ADDRESS}?brand=${HANEUL}&from=2026-06-01&to=2026-06-15`)

    expect(body.isReport).toBe(false)
    expect([body.before.from, body.before.to]).toEqual(['2026-04-06', '2026-04-20'])
    expect([body.after.from, body.after.to, body.after.weeks]).toEqual(['2026-06-01', '2026-06-15', 2])
  })

  it('names every field that cannot be used', async () => {
    const { app } = smallAccount()
    const viewer = await signInAs(app, 'viewer@example.com')

    const ramp = await viewer.get(`${ADDRESS}?brand=${HANEUL}&from=2026-04-27&to=2027-01-01`)
    const words = await viewer.get(`${ADDRESS}?brand=x&from=soon`)

    expect(ramp.status).toBe(400)
    expect(ramp.body.fields).toEqual([
      { field: 'from', message: 'must not be before 2026-05-04, from which weeks can be used' },
      { field: 'to', message: 'must not be after 2026-11-16, up to which days are complete' },
    ])
    expect(words.body.fields.map(({ field }: { field: string }) => field)).toEqual(['brand', 'from'])
  })

  it('answers the same 403 for a hidden and an unknown brand', async () => {
    const { app } = smallAccount()
    const viewer = await signInAs(app, 'viewer@example.com')

    const [hidden, unknown] = await Promise.all(
      [MIRAE, UNKNOWN].map((brand) => viewer.get(`${ADDRESS}?brand=${brand}`)),
    )

    expect([hidden.status, unknown.status]).toEqual([403, 403])
    expect(hidden.body).toEqual(unknown.body)
  })

  it('tells of agents shared with brands the reader sees, and of no other', async () => {
    const { ctx, app } = smallAccount()
    addChats(ctx.db, HANEUL, '2026-10-26', 8, 4)
    addChats(ctx.db, MIRAE, '2026-10-26', 8, 4)

    const read = async (email: string) =>
      teamAnswerSchema.parse((await (await signInAs(app, email)).get(`${ADDRESS}?brand=${HANEUL}`)).body)

    expect((await read('manager@example.com')).sharing).toEqual({
      brands: [{ brand: { id: MIRAE, name: 'Mirae' }, share: 1 }],
      isWhole: true,
    })
    expect((await read('limited@example.com')).sharing).toEqual({ brands: [], isWhole: false })
  })

  it('has nothing to show of a brand without conversations, and says so with nulls', async () => {
    const { app } = smallAccount()

    const { body } = await (await signInAs(app, 'manager@example.com')).get(`${ADDRESS}?brand=${MIRAE}`)

    expect(teamAnswerSchema.parse(body)).toMatchObject({ before: null, after: null, comparisons: [] })
  })
})

/** Chats of ten minutes by one agent on a Monday at ten, and on the day that makes a week whole. */
function addChats(db: Database, brandId: number, monday: string, days: number, count: number): void {
  writeAccountSettings(db, defaultAccountSettings('Asia/Seoul'), testNow)
  for (let chat = 0; chat <= count; chat++) {
    const day = chat === count ? days - 1 : 0
    const startedAt = Date.parse(`${monday}T10:00:00+09:00`) + day * 86_400_000
    const id = `chat:${brandId}:${monday}:${chat}`
    insertConversation(db, {
      id,
      brand_id: brandId,
      started_at: startedAt,
      day: dayOf(startedAt, 'Asia/Seoul'),
      hour_of_week: hourOfWeek(startedAt, 'Asia/Seoul'),
      deleted: chat === count ? 1 : 0,
    })
    statement(
      db,
      `insert into chat_engagement (id, conversation_id, agent_id, started_at, duration_seconds, accepted, agent_messages)
       values (:id, :id, 21, :startedAt, 600, 1, 2)`,
    ).run({ id, startedAt })
  }
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
}
