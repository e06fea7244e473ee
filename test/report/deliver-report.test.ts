import { beforeEach, describe, expect, it } from 'vitest'
import { UnansweredMailError } from '../../server/platform/mailer.ts'
import type { Mail } from '../../server/platform/mailer.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { deliverDueReports } from '../../server/report/deliver-report.ts'
import { setPersonBrands } from '../../server/store/people.ts'
import { statement } from '../../server/store/database.ts'
import { claimDelivery, ensureWeeklySchedule, readDeliveries } from '../../server/store/reports.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { miraeId, saebyeokId, seedSampleGrid, setDataCompleteTo } from './sample-grid.ts'

const week = { from: '2026-11-09', to: '2026-11-16' }
let ctx: TestContext
let admin: number
let viewer: number
let schedule: number

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  admin = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  viewer = addPerson(ctx, {
    email: 'viewer@demo.example',
    role: 'viewer',
    brandIds: [miraeId, saebyeokId],
  })
  schedule = addSchedule([admin, viewer])
})

describe('deliverDueReports', () => {
  it('sends each recipient one mail and records it', async () => {
    expect(await deliver()).toEqual({ sent: 2, failed: 0, skipped: 0, unknown: 0, notes: [] })

    expect(ctx.mails.map(({ to }) => to)).toEqual(['admin@demo.example', 'viewer@demo.example'])
    expect(deliveries()).toMatchObject([
      { person_id: admin, period_from: week.from, period_to: week.to, outcome: 'sent', message: '250 kept' },
      { person_id: viewer, period_from: week.from, outcome: 'sent', settled_at: testNow },
    ])
  })

  it('names the mail after schedule, person and week', async () => {
    await deliver()

    expect(ctx.mails[0]).toMatchObject({
      messageId: `<weekly.${schedule}.${admin}.2026-11-09@cutover.example>`,
      date: new Date(testNow),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
    })
  })

  it('gives a viewer the two brands they see and no other', async () => {
    await deliver()
    const { subject, text, html } = ctx.mails[1]

    expect(text).toContain('Mirae Outdoor')
    expect(text).toContain('새벽서점')
    expect(subject + text + html).not.toMatch(/하늘|Dawon|brands\/102|brands\/103/)
  })

  it('cuts a recipient to the brands the owner sees', async () => {
    addSchedule([admin], { name: 'Mirae only', ownerId: viewer })
    statement(
      ctx.db,
      "delete from report_recipient where schedule_id in (select id from report_schedule where name = 'Weekly')",
    ).run()

    await deliver()

    expect(ctx.mails).toHaveLength(1)
    expect(ctx.mails[0].to).toBe('admin@demo.example')
    expect(ctx.mails[0].text).not.toMatch(/하늘|Dawon/)
  })

  it('writes in the language of the recipient', async () => {
    statement(ctx.db, "update person set language = 'ko' where id = :viewer").run({ viewer })

    await deliver()

    expect(ctx.mails[0].subject).toContain('week of 9 Nov')
    expect(ctx.mails[1].subject).toBe('Cutover: Mirae Outdoor 첫 응답 시간 38% 단축 — 11월 9~15일 주간')
  })

  it('sends nothing in a second run', async () => {
    await deliver()

    expect(await deliver()).toEqual({ sent: 0, failed: 0, skipped: 2, unknown: 0, notes: [] })
    expect(ctx.mails).toHaveLength(2)
  })

  it('sends nothing twice when forced', async () => {
    await deliver()
    await deliver({ force: true })

    expect(ctx.mails).toHaveLength(2)
  })

  it('sends the next week again', async () => {
    await deliver()
    const nextMonday = testNow + 7 * 86_400_000
    setDataCompleteTo(ctx.db, '2026-11-22T23:00:00.000Z')

    await deliver({ now: nextMonday })

    expect(deliveries().map(({ period_from }) => period_from)).toEqual([
      '2026-11-16',
      '2026-11-16',
      '2026-11-09',
      '2026-11-09',
    ])
  })

  it('waits for the hour of the schedule unless forced', async () => {
    const early = Date.parse('2026-11-16T07:59:00+09:00')

    expect(await deliver({ now: early })).toMatchObject({ sent: 0, skipped: 0 })
    expect(await deliver({ now: early, force: true })).toMatchObject({ sent: 2 })
  })

  it('marks a claim of a run that died as unknown and never sends it again', async () => {
    claim(admin)

    const first = await deliver()
    const second = await deliver()

    expect(first).toEqual({
      sent: 1,
      failed: 0,
      skipped: 1,
      unknown: 1,
      notes: ['mails of an interrupted run that may have been sent: 1'],
    })
    expect(second).toMatchObject({ sent: 0, skipped: 2, unknown: 0 })
    expect(ctx.mails.map(({ to }) => to)).toEqual(['viewer@demo.example'])
    expect(deliveries()[0]).toMatchObject({ person_id: admin, outcome: 'unknown' })
  })

  it('goes on to the next recipient after a failure and tries the failed one again in the next run', async () => {
    const refusing = fail(
      'admin@demo.example',
      new UpstreamError('the mail server refused the mail (550)', 550),
    )

    const first = await deliver()
    refusing.stop()
    const second = await deliver()

    expect(first).toEqual({
      sent: 1,
      failed: 1,
      skipped: 0,
      unknown: 0,
      notes: ['Weekly, admin@demo.example: the mail server refused the mail (550)'],
    })
    expect(second).toMatchObject({ sent: 1, failed: 0, skipped: 1 })
    expect(ctx.mails.map(({ to }) => to)).toEqual(['viewer@demo.example', 'admin@demo.example'])
    expect(deliveries().map(({ outcome }) => outcome)).toEqual(['sent', 'sent'])
  })

  it('does not send again when the server never answered', async () => {
    fail('admin@demo.example', new UnansweredMailError('no answer'))

    expect(await deliver()).toMatchObject({ sent: 1, failed: 0, unknown: 1 })
    expect(await deliver()).toMatchObject({ sent: 0, skipped: 2, unknown: 0 })
    expect(deliveries()[0]).toMatchObject({ outcome: 'unknown', message: 'no answer' })
  })

  it('claims nothing before the first grid', async () => {
    statement(ctx.db, "delete from setting where key = 'grid'").run()

    const summary = await deliver()

    expect(summary).toMatchObject({ sent: 0, skipped: 2 })
    expect(summary.notes[0]).toBe('Weekly, admin@demo.example: not yet, no verdict has been computed')
    expect(deliveries()).toEqual([])
  })

  it('skips somebody for whom there is no figure', async () => {
    setPersonBrands(ctx.db, viewer, [saebyeokId])
    statement(ctx.db, "update comparison_cell set series = '[]' where brand_id = :saebyeokId").run({
      saebyeokId,
    })

    expect(await deliver()).toMatchObject({
      sent: 1,
      skipped: 1,
      notes: ['Weekly, viewer@demo.example: not yet, there is no figure to report'],
    })
  })

  it('skips somebody who sees no brand', async () => {
    setPersonBrands(ctx.db, viewer, [])

    expect((await deliver()).notes).toEqual([
      'Weekly, viewer@demo.example: sees none of the brands of this schedule',
    ])
  })

  it('sends nothing to a disabled account', async () => {
    statement(ctx.db, 'update person set disabled_at = 1 where id = :viewer').run({ viewer })

    await deliver()

    expect(ctx.mails.map(({ to }) => to)).toEqual(['admin@demo.example'])
  })

  it('pauses a schedule whose owner sees no brand any more', async () => {
    statement(ctx.db, 'update person set disabled_at = 1 where id = :admin').run({ admin })

    expect(await deliver()).toMatchObject({
      sent: 0,
      notes: ['"Weekly" is paused: its owner sees no brand any more'],
    })
  })

  it('waits, and pauses nothing, while no brand is known yet', async () => {
    statement(ctx.db, 'update brand set deleted = 1').run()

    await deliver()
    expect((await deliver()).notes).toEqual(['"Weekly" waits: no brand is known yet'])
  })

  it('stops between two mails when asked to', async () => {
    const stop = new AbortController()
    const send = ctx.mailer.send
    ctx.mailer.send = (mail) => {
      stop.abort()
      return send(mail)
    }

    expect(await deliver({ signal: stop.signal })).toMatchObject({ sent: 1 })
    expect(deliveries()).toMatchObject([{ person_id: admin, outcome: 'sent' }])
  })
})

function addSchedule(recipientIds: number[], change: { name?: string; ownerId?: number } = {}): number {
  return ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: admin,
    recipientIds,
    ...change,
  })
}

function deliver(options: { now?: number; force?: boolean; signal?: AbortSignal } = {}) {
  return deliverDueReports(ctx, { now: testNow, ...options })
}

function deliveries() {
  return readDeliveries(ctx.db, schedule)
}

function claim(personId: number): void {
  claimDelivery(ctx.db, {
    scheduleId: schedule,
    personId,
    periodFrom: week.from,
    periodTo: week.to,
    messageId: `<weekly.${schedule}.${personId}.2026-11-09@cutover.example>`,
    now: testNow - 1,
  })
}

/** Lets mails to one address fail until stopped. */
function fail(address: string, error: Error): { stop(): void } {
  const { send } = ctx.mailer
  ctx.mailer.send = async (mail: Mail) => {
    if (mail.to === address) throw error
    return send(mail)
  }
  return {
    stop: () => {
      ctx.mailer.send = send
    },
  }
}
