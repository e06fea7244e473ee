import { beforeEach, describe, expect, it } from 'vitest'
import { MailRefusedError, UnansweredMailError } from '../../../server/platform/mailer.ts'
import type { Mail } from '../../../server/platform/mailer.ts'
import { claimDelivery, settleAbandonedDeliveries } from '../../../server/store/report-deliveries.ts'
import { readRecipients } from '../../../server/store/report-recipients.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testNow } from '../../support/test-context.ts'
import { setDataCompleteTo } from '../sample-grid.ts'
import type { DeliveryAccount } from './delivery-account.ts'
import { deliveryAccount } from './delivery-account.ts'

const week = { from: '2026-11-09', to: '2026-11-16' }
const minute = 60_000
let ctx: TestContext
let admin: number
let schedule: number
let deliver: DeliveryAccount['deliver']
let deliveries: DeliveryAccount['deliveries']

beforeEach(() => {
  ;({ ctx, admin, schedule, deliver, deliveries } = deliveryAccount())
})

describe('trouble', () => {
  it('marks a claim of a run that died as unknown, tells the owner and never sends it again', async () => {
    claim(admin)

    const first = await deliver()
    const second = await deliver()

    expect(first).toEqual({
      sent: 1,
      failed: 0,
      skipped: 1,
      unknown: 1,
      notes: ['mails of an interrupted run that may have been sent: 1', '"Weekly": its owner was told'],
    })
    expect(second).toMatchObject({ sent: 0, skipped: 2, unknown: 0 })
    expect(ctx.mails.map(({ to, subject }) => [to, subject.includes('as planned')])).toEqual([
      ['viewer@demo.example', false],
      ['admin@demo.example', true],
    ])
    expect(deliveries().map(({ outcome }) => outcome)).toContain('unknown')
  })

  it('goes on to the next recipient after a failure and tries the failed one again after a while', async () => {
    const busy = fail('admin@demo.example', new MailRefusedError('too busy (451)', 451, 'mail'))

    const first = await deliver()
    busy.stop()
    const tooSoon = await deliver({ now: testNow + 4 * minute })
    const later = await deliver({ now: testNow + 5 * minute })

    expect(first).toEqual({
      sent: 1,
      failed: 1,
      skipped: 0,
      unknown: 0,
      notes: ['Weekly, admin@demo.example: too busy (451)'],
    })
    expect(tooSoon).toMatchObject({ sent: 0, skipped: 2 })
    expect(later).toMatchObject({ sent: 1, failed: 0, skipped: 1 })
    expect(ctx.mails.map(({ to }) => to)).toEqual(['viewer@demo.example', 'admin@demo.example'])
    expect(deliveries().map(({ outcome, attempts }) => [outcome, attempts])).toEqual([
      ['sent', 2],
      ['sent', 1],
    ])
  })

  it('sends no more to an address the server does not know, and tells the owner once', async () => {
    fail('viewer@demo.example', new MailRefusedError('no such user (550)', 550, 'address'))

    await deliver()
    const second = await deliver({ now: testNow + 24 * 60 * minute })
    const [, notice] = ctx.mails

    expect(second).toMatchObject({ sent: 0, failed: 0 })
    expect(ctx.mails).toHaveLength(2)
    expect(notice).toMatchObject({
      to: 'admin@demo.example',
      subject: 'Cutover: “Weekly” could not be sent as planned',
    })
    expect(notice.text).toContain(
      'The mail server knows no address viewer@demo.example (no such user (550)).',
    )
    expect(readRecipients(ctx.db, schedule).map(({ address }) => address)).toEqual(['admin@demo.example'])
  })

  it('tells the owner again only after a report has gone out well', async () => {
    const lost = fail('viewer@demo.example', new UnansweredMailError('no answer'))
    const weekLater = (weeks: number) => testNow + weeks * 7 * 24 * 60 * minute
    const notices = () => ctx.mails.filter(({ subject }) => subject.includes('as planned')).length
    setDataCompleteTo(ctx.db, '2026-12-30T00:00:00.000Z')
    const told: number[] = []
    for (const weeks of [0, 1]) {
      await deliver({ now: weekLater(weeks) })
      told.push(notices())
    }
    lost.stop()
    await deliver({ now: weekLater(2) })
    told.push(notices())
    fail('viewer@demo.example', new UnansweredMailError('no answer'))
    await deliver({ now: weekLater(3) })
    told.push(notices())

    expect(told).toEqual([1, 1, 1, 2])
  })

  it('is told also where the process ended before it could tell', async () => {
    claim(admin)
    settleAbandonedDeliveries(ctx.db, testNow - 1)

    const first = await deliver()
    const second = await deliver()

    expect(first.notes).toEqual(['"Weekly": its owner was told'])
    expect(second.notes).toEqual([])
    expect(ctx.mails.at(-1)?.text).toContain('admin@demo.example')
  })

  it('is not told twice where the process ended while it told', async () => {
    claim(admin, 'notice 2026-11-16')
    fail('viewer@demo.example', new UnansweredMailError('no answer'))

    await deliver()
    await deliver()

    expect(ctx.mails.map(({ to }) => to)).toEqual(['admin@demo.example'])
    expect(ctx.mails[0].subject).not.toContain('as planned')
    expect(deliveries().map(({ occasion, outcome }) => [occasion, outcome])).toContainEqual([
      'notice 2026-11-16',
      'unknown',
    ])
  })

  it('does not send again when the server never answered', async () => {
    fail('admin@demo.example', new UnansweredMailError('no answer'))

    expect(await deliver()).toMatchObject({ sent: 1, failed: 0, unknown: 1 })
    expect(await deliver()).toMatchObject({ sent: 0, skipped: 2, unknown: 0 })
    expect(
      deliveries().find(({ personId, occasion }) => personId === admin && occasion === '2026-11-16'),
    ).toMatchObject({ outcome: 'unknown', message: 'no answer' })
  })
})

function claim(personId: number, occasion = '2026-11-16'): void {
  claimDelivery(ctx.db, {
    scheduleId: schedule,
    address: 'admin@demo.example',
    personId,
    occasion,
    periodFrom: week.from,
    periodTo: week.to,
    messageId: '<report.1.claimed@cutover.example>',
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
