import { beforeEach, describe, expect, it } from 'vitest'
import { statement } from '../../server/store/database.ts'
import { readDeliveries } from '../../server/store/read-deliveries.ts'
import { claimAgain, claimDelivery, settleDelivery } from '../../server/store/report-deliveries.ts'
import { ensureWeeklySchedule } from '../../server/store/report-schedules.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'

let ctx: TestContext
let owner: number
let reader: number
let schedule: number

beforeEach(() => {
  ctx = testContext()
  owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  reader = addPerson(ctx, { email: 'reader@demo.example', role: 'manager' })
  schedule = ensure([owner])
})

describe('ensureWeeklySchedule', () => {
  it('keeps what people changed and adds the recipients it lacks', () => {
    statement(ctx.db, 'update report_schedule set hour = 17').run()

    const again = ensure([owner, reader])

    expect(again).toBe(schedule)
    expect(statement(ctx.db, 'select hour from report_schedule').all()).toEqual([{ hour: 17 }])
    expect(statement(ctx.db, 'select person_id from report_recipient order by person_id').all()).toEqual([
      { person_id: owner },
      { person_id: reader },
    ])
  })
})

describe('claimDelivery', () => {
  it('gives the right to send to one run only', () => {
    expect(claim(1)).not.toBeNull()
    expect(claim(2)).toBeNull()
  })

  it('gives it again after a failure, on the same row', () => {
    const first = claim(1)
    settleDelivery(ctx.db, Number(first), { outcome: 'failed', message: 'busy', now: 2, nextTryAt: 3 })

    expect(claim(3)).toBe(first)
    expect(readDeliveries(ctx.db, schedule)).toMatchObject([
      { id: first, claimedAt: 3, settledAt: null, outcome: null, message: null, attempts: 2 },
    ])
  })

  it('does not give it again before its time, nor ever after a failure for good', () => {
    const id = Number(claim(1))
    settleDelivery(ctx.db, id, { outcome: 'failed', message: 'busy', now: 2, nextTryAt: 10 })
    const early = claim(9)
    settleDelivery(ctx.db, id, { outcome: 'failed', message: 'refused', now: 2, nextTryAt: null })

    expect(early).toBeNull()
    expect(claim(1e15)).toBeNull()
  })

  it.each(['sent', 'unknown', 'skipped'] as const)('never gives it again once a mail is %s', (outcome) => {
    settleDelivery(ctx.db, Number(claim(1)), { outcome, message: '', now: 2 })

    expect(claim(3)).toBeNull()
  })

  it('leaves the connection as it was', () => {
    claim(1)

    expect(ctx.db.pragma('synchronous', { simple: true })).toBe(1)
  })
})

describe('claimAgain', () => {
  it('gives what a person asks for, whatever became of it, a new name unless it certainly never arrived', () => {
    const id = Number(claim(1))
    settleDelivery(ctx.db, id, { outcome: 'failed', message: 'refused', now: 2 })
    const afterFailure = claimAgain(ctx.db, id, 3)
    settleDelivery(ctx.db, id, { outcome: 'unknown', message: '', now: 4 })
    const afterUnknown = claimAgain(ctx.db, id, 5)

    expect(afterFailure).toEqual({ id, messageId: '<report.1.a.2026-11-16@localhost>' })
    expect(afterUnknown).toEqual({ id, messageId: '<report.1.a.2026-11-16.3@localhost>' })
  })

  it('gives nothing while the mail is being sent', () => {
    expect(claimAgain(ctx.db, Number(claim(1)), 2)).toBeNull()
  })
})

function ensure(recipientIds: number[]): number {
  return ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: owner,
    recipientIds,
  })
}

function claim(now: number): number | null {
  return claimDelivery(ctx.db, {
    scheduleId: schedule,
    address: 'owner@demo.example',
    personId: owner,
    occasion: '2026-11-16',
    periodFrom: '2026-11-09',
    periodTo: '2026-11-16',
    messageId: '<report.1.a.2026-11-16@localhost>',
    now,
  })
}
