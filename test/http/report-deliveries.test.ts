import { beforeEach, describe, expect, it } from 'vitest'
import type { ReportDraft, ReportSummary } from '../../server/contract-report.ts'
import { UnansweredMailError } from '../../server/platform/mailer.ts'
import { deliverDueReports } from '../../server/report/delivery/deliver-due.ts'
import { unsubscribe } from '../../server/store/report-recipients.ts'
import type { TestContext } from '../support/test-context.ts'
import { testNow } from '../support/test-context.ts'
import { reportAccount } from './report-account.ts'
import { draftFor } from './report-draft.ts'
import type { SignedIn } from './signed-in.ts'

const DAY_MS = 86_400_000
let ctx: TestContext
let admin: SignedIn
let manager: SignedIn
let managerId: number

beforeEach(async () => {
  ;({ ctx, admin, manager, managerId } = await reportAccount())
})

describe('send to me', () => {
  it('sends to nobody else, tells what the server said, and leaves the report to be sent as planned', async () => {
    const { id } = await create()
    const response = await manager.post(`/api/v1/reports/${id}/send-to-me`, {})
    const { body: history } = await manager.get(`/api/v1/reports/${id}/deliveries`)
    await deliverDueReports(ctx, { now: testNow + 7 * DAY_MS })

    expect(response.body).toEqual({ outcome: 'sent', message: '250 kept' })
    expect(history.deliveries).toMatchObject([
      { kind: 'to_me', address: 'manager@demo.example', outcome: 'sent', occasion: null },
    ])
    expect(ctx.mails.map(({ to }) => to)).toEqual([
      'manager@demo.example',
      'manager@demo.example',
      'partner@outside.example',
    ])
  })

  it('says so when it failed, and when nobody can know', async () => {
    const { id } = await create()
    ctx.mailer.send = () => Promise.reject(new Error('no route to the mail server'))
    const failed = await manager.post(`/api/v1/reports/${id}/send-to-me`, {})
    ctx.mailer.send = () => Promise.reject(new UnansweredMailError('no answer after the content'))
    const unknown = await manager.post(`/api/v1/reports/${id}/send-to-me`, {})

    expect(failed.body).toEqual({ outcome: 'failed', message: 'no route to the mail server' })
    expect(unknown.body).toEqual({ outcome: 'unknown', message: 'no answer after the content' })
  })
})

describe('a mail that is sent again', () => {
  it('goes to its one recipient, once, by the next run of the job, under another name', async () => {
    const { id } = await create()
    await deliverDueReports(ctx, { now: testNow + 7 * DAY_MS })
    const before = ctx.mails.length
    const { body: history } = await manager.get(`/api/v1/reports/${id}/deliveries`)
    const partner = history.deliveries.find((one: { address: string }) => one.address.startsWith('partner'))
    const asked = await manager.post(`/api/v1/report-deliveries/${partner.id}/send-again`, {})
    await deliverDueReports(ctx, { now: testNow + 8 * DAY_MS })
    await deliverDueReports(ctx, { now: testNow + 8 * DAY_MS + 60_000 })
    const [again, ...more] = ctx.mails.slice(before)

    expect(asked.status).toBe(202)
    expect(asked.body.deliveries).toMatchObject([{ id: partner.id, isAskedAgain: true }])
    expect(again.to).toBe('partner@outside.example')
    expect(again.messageId).toContain('.2@localhost')
    expect(again.text).toContain('16–22 Nov 2026')
    expect(more).toEqual([])
  })

  it('is forgotten where the report does not reach its address any more', async () => {
    const { id } = await create()
    await deliverDueReports(ctx, { now: testNow + 7 * DAY_MS })
    const { body: history } = await manager.get(`/api/v1/reports/${id}/deliveries`)
    const partner = history.deliveries.find((one: { address: string }) => one.address.startsWith('partner'))
    await manager.post(`/api/v1/report-deliveries/${partner.id}/send-again`, {})
    unsubscribe(ctx.db, { scheduleId: id, address: 'partner@outside.example', now: testNow })
    const first = await deliverDueReports(ctx, { now: testNow + 8 * DAY_MS })
    const second = await deliverDueReports(ctx, { now: testNow + 8 * DAY_MS + 60_000 })

    expect(first.notes).toEqual([
      'partner@outside.example: not sent again, the report does not reach this address any more',
    ])
    expect(second.notes).toEqual([])
    expect(ctx.mails).toHaveLength(2)
  })

  it('is not somebody else’s to ask for', async () => {
    const { id } = await create(admin, draft({ brands: null }))
    await deliverDueReports(ctx, { now: testNow + 7 * DAY_MS })
    const { body } = await admin.get(`/api/v1/reports/${id}/deliveries`)

    const response = await manager.post(`/api/v1/report-deliveries/${body.deliveries[0].id}/send-again`, {})

    expect(response.status).toBe(404)
  })
})

describe('the history', () => {
  it('comes a page at a time, and by occasion and outcome', async () => {
    const { id } = await create()
    await deliverDueReports(ctx, { now: testNow + 7 * DAY_MS })
    await deliverDueReports(ctx, { now: testNow + 14 * DAY_MS })
    const pageAfter = async (cursor: string | null) => {
      const more = cursor === null ? '' : `&cursor=${cursor}`
      return (await manager.get(`/api/v1/reports/${id}/deliveries?limit=3${more}`)).body
    }

    const first = await pageAfter(null)
    const second = await pageAfter(first.next)
    const one = await manager.get(`/api/v1/reports/${id}/deliveries?occasion=2026-11-23&outcome=sent`)
    const none = await manager.get(`/api/v1/reports/${id}/deliveries?outcome=failed`)

    const shown = [...first.deliveries, ...second.deliveries].map(
      ({ occasion, address }) => `${occasion} ${address.split('@')[0]}`,
    )
    expect(shown).toEqual([
      '2026-11-30 manager',
      '2026-11-30 partner',
      '2026-11-23 manager',
      '2026-11-23 partner',
    ])
    expect(second.next).toBeNull()
    expect(one.body.deliveries).toHaveLength(2)
    expect(none.body).toEqual({ deliveries: [], next: null })
  })

  it('says what a question of it may be', async () => {
    const { id } = await create()

    const answer = await manager.get(
      `/api/v1/reports/${id}/deliveries?outcome=lost&occasion=2026-13-01&cursor=x`,
    )

    expect(answer.status).toBe(400)
    expect(answer.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'cursor',
      'occasion',
      'outcome',
    ])
  })
})

async function create(who: SignedIn = manager, body: ReportDraft = draft()): Promise<ReportSummary> {
  const response = await who.post('/api/v1/reports', body)
  expect(response.status).toBe(201)
  return response.body as ReportSummary
}

function draft(change: Partial<ReportDraft> = {}): ReportDraft {
  return draftFor(managerId, change)
}
