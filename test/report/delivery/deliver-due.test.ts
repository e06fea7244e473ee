import { beforeEach, describe, expect, it } from 'vitest'
import { messageIdOf } from '../../../server/report/delivery/message-id.ts'
import { setPersonBrands } from '../../../server/store/people.ts'
import { statement } from '../../../server/store/database.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testNow } from '../../support/test-context.ts'
import { saebyeokId, setDataCompleteTo } from '../sample-grid.ts'
import type { DeliveryAccount } from './delivery-account.ts'
import { deliveryAccount } from './delivery-account.ts'

const week = { from: '2026-11-09', to: '2026-11-16' }
let ctx: TestContext
let admin: number
let viewer: number
let schedule: number
let addSchedule: DeliveryAccount['addSchedule']
let deliver: DeliveryAccount['deliver']
let deliveries: DeliveryAccount['deliveries']

beforeEach(() => {
  ;({ ctx, admin, viewer, schedule, addSchedule, deliver, deliveries } = deliveryAccount())
})

describe('deliverDueReports', () => {
  it('sends each recipient one mail and records it', async () => {
    expect(await deliver()).toEqual({ sent: 2, failed: 0, skipped: 0, unknown: 0, notes: [] })

    expect(ctx.mails.map(({ to }) => to)).toEqual(['admin@demo.example', 'viewer@demo.example'])
    expect(deliveries()).toMatchObject([
      { personId: admin, periodFrom: week.from, periodTo: week.to, outcome: 'sent', message: '250 kept' },
      { personId: viewer, periodFrom: week.from, outcome: 'sent', settledAt: testNow },
    ])
  })

  it('names the mail after schedule, address and occasion, and lets its reader end it with one click', async () => {
    await deliver()

    expect(ctx.mails[0]).toMatchObject({
      messageId: messageIdOf('https://cutover.example', {
        scheduleId: schedule,
        address: 'admin@demo.example',
        occasion: '2026-11-16',
      }),
      date: new Date(testNow),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': 'en',
        'List-Unsubscribe': expect.stringMatching(
          /^<https:\/\/cutover\.example\/unsubscribe\/[\w-]+~[\w-]{22}>$/,
        ),
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
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
    await deliver({ isForced: true })

    expect(ctx.mails).toHaveLength(2)
  })

  it('sends the next week again', async () => {
    await deliver()
    const nextMonday = testNow + 7 * 86_400_000
    setDataCompleteTo(ctx.db, '2026-11-22T23:00:00.000Z')

    await deliver({ now: nextMonday })

    expect(deliveries().map(({ periodFrom }) => periodFrom)).toEqual([
      '2026-11-16',
      '2026-11-16',
      '2026-11-09',
      '2026-11-09',
    ])
  })

  it('waits for the hour of the schedule unless forced', async () => {
    const early = Date.parse('2026-11-16T07:59:00+09:00')

    expect(await deliver({ now: early })).toMatchObject({ sent: 0, skipped: 0 })
    expect(await deliver({ now: early, isForced: true })).toMatchObject({ sent: 2 })
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
    expect(deliveries()).toMatchObject([{ personId: admin, outcome: 'sent' }])
  })
})
