import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createQuestionThread } from '../../server/question-thread.ts'
import { mailFor } from '../../server/report/delivery/mail-for.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openOccasion } from '../../server/store/report-occasions.ts'
import type { ReportSchedule } from '../../server/store/report-schedules.ts'
import { createSchedule, readSchedule, usualChoices } from '../../server/store/report-schedules.ts'
import { addPerson } from '../support/people.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { miraeId, seedSampleGrid } from './sample-grid.ts'

let directory: string
let db: Database
const file = () => join(directory, 'cutover.db')

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cutover-mail-'))
  db = openDatabase(file())
  migrate(db)
  seedSampleGrid(db)
})

afterEach(() => {
  db.close()
  rmSync(directory, { recursive: true })
})

describe('the mail somebody would get now', () => {
  it('is made in a thread of its own where there is one, the same as without', async () => {
    const thread = createQuestionThread(file())
    if (thread === null) throw new Error('a file has a thread')
    const { schedule, recipient } = weekly()
    try {
      const apart = await mailFor(testContext({ db, questions: thread }), schedule, recipient, {
        now: testNow,
      })
      const here = await mailFor(testContext({ db }), schedule, recipient, { now: testNow })

      expect(apart?.mail.html).toBe(here?.mail.html)
      expect(apart?.mail.attachments.map(({ filename }) => filename)).toEqual([
        'Cutover-report-2026-11-09.csv',
      ])
      expect(apart?.mail.attachments[0].content.toString('utf8')).toBe(
        here?.mail.attachments[0].content.toString('utf8'),
      )
    } finally {
      await thread.close()
    }
  })

  it('says what is new since the last mail of the report, or since the one before it', async () => {
    const { schedule, recipient } = weekly()
    const ctx = testContext({ db })
    const told = (state: 'worse' | 'improved') => ({
      shared: [{ brandId: miraeId, metric: 'first_reply' as const, version: 1, state }],
      own_weeks: null,
    })
    for (const [day, state] of [
      ['2026-11-02', 'worse'],
      ['2026-11-09', 'improved'],
    ] as const)
      openOccasion(db, { scheduleId: schedule.id, day, told: told(state), now: testNow })

    const now = await mailFor(ctx, schedule, recipient, { now: testNow })
    const again = await mailFor(ctx, schedule, recipient, { now: testNow, before: '2026-11-09' })

    expect(now?.mail.text).toContain('No verdict has changed since the last mail.')
    expect(again?.mail.text.replace(/\s+/g, ' ')).toContain('first reply time: worse → improved')
  })
})

function weekly(): { schedule: ReportSchedule; recipient: Parameters<typeof mailFor>[2] } {
  const ctx = testContext({ db })
  const personId = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  const timing = {
    zone: 'Asia/Seoul',
    cadence: { every: 'week', weekday: 1 },
    minuteOfDay: 480,
    lastDay: null,
  } as const
  const choices = { ...usualChoices('Weekly'), timing, attachments: ['csv' as const] }
  const schedule = readSchedule(db, createSchedule(db, choices, { ownerId: personId, notBefore: null }))
  if (schedule === null) throw new Error('the schedule was kept')
  const recipient = {
    address: 'owner@demo.example',
    personId,
    name: 'Owner',
    language: 'en' as const,
    brandIds: null,
  }
  return { schedule, recipient }
}
