import { beforeEach, describe, expect, it } from 'vitest'
import type { AlertWatch } from '../../../server/contract-alert.ts'
import { MailRefusedError, UnansweredMailError } from '../../../server/platform/mailer.ts'
import type { Mail } from '../../../server/platform/mailer.ts'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { pruneAlertEvents } from '../../../server/store/alert-events.ts'
import { unsubscribeFromAlerts } from '../../../server/store/alert-recipients.ts'
import { statement } from '../../../server/store/database.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { dawonId, miraeId, seedSampleGrid } from '../sample-grid.ts'
import { addRule, changeCell, day, hour, lookAt, withoutUsualRule } from './alert-rules.ts'

const worse: AlertWatch = { kind: 'verdict', change: 'worse', metrics: ['first_reply'] }
const miraeReply = { brandId: miraeId, metric: 'first_reply' }
let failure: Error | null
let tried: Mail[]
let ctx: TestContext
let owner: number

beforeEach(async () => {
  failure = null
  tried = []
  ctx = testContext({
    config: { publicUrl: 'https://cutover.example' },
    mailer: {
      send(mail) {
        tried.push(mail)
        return failure ? Promise.reject(failure) : Promise.resolve({ response: '250 ok', bytes: 1000 })
      },
    },
  })
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  addRule(ctx, owner, worse)
  await lookAt(ctx, testNow)
  changeCell(ctx, miraeReply, { state: 'worse' })
})

describe('a mail with alerts', () => {
  it('that was not taken is tried again under the same name, by the same delays as reports', async () => {
    failure = new UpstreamError('the mail server could not be reached', null)
    const first = await lookAt(ctx, testNow + hour)
    await lookAt(ctx, testNow + hour + 4 * 60_000)
    failure = null
    const second = await lookAt(ctx, testNow + hour + 5 * 60_000)

    expect([first.failed, second.sent]).toEqual([1, 1])
    expect(tried).toHaveLength(2)
    expect(tried[1].messageId).toBe(tried[0].messageId)
    expect(mails()).toEqual([{ outcome: 'sent', attempts: 2 }])
  })

  it('is not tried again once nothing of it is so any more', async () => {
    failure = new UpstreamError('the mail server could not be reached', null)
    await lookAt(ctx, testNow + hour)
    changeCell(ctx, miraeReply, { state: 'improved' })
    failure = null
    statement(ctx.db, "update alert_mail set next_try_at = 0 where outcome = 'failed'").run()
    statement(ctx.db, 'update alert_standing set is_on = 0').run()
    await lookAt(ctx, testNow + 2 * hour)

    expect(tried).toHaveLength(1)
    expect(mails()).toEqual([{ outcome: 'skipped', attempts: 1 }])
  })

  it('of which nobody knows whether it went out is never repeated by itself', async () => {
    failure = new UnansweredMailError('no answer')
    const { unknown, notes } = await lookAt(ctx, testNow + hour)
    failure = null
    await lookAt(ctx, testNow + 3 * hour)
    await lookAt(ctx, testNow + 3 * day)

    expect(unknown).toBe(1)
    expect(notes).toEqual(['owner@demo.example: no answer'])
    expect(tried).toHaveLength(1)
    expect(mails()).toEqual([{ outcome: 'unknown', attempts: 1 }])
  })

  it('that was claimed by a process which died is unknown, and never sent twice', async () => {
    await lookAt(ctx, testNow + hour)
    statement(ctx.db, 'update alert_mail set outcome = null, settled_at = null').run()

    const { unknown } = await lookAt(ctx, testNow + 3 * hour)

    expect(unknown).toBe(1)
    expect(tried).toHaveLength(1)
    expect(mails()).toEqual([{ outcome: 'unknown', attempts: 1 }])
  })

  it('is claimed on the disk before it leaves', async () => {
    const seen: unknown[] = []
    ctx.mailer.send = (mail) => {
      tried.push(mail)
      seen.push(statement(ctx.db, 'select outcome from alert_mail').all())
      return Promise.resolve({ response: '250 ok', bytes: 1 })
    }

    await lookAt(ctx, testNow + hour)

    expect(seen).toEqual([[{ outcome: null }]])
  })

  it('goes no more to an address the mail server does not know', async () => {
    failure = new MailRefusedError('550 no such user', 550, 'address')
    await lookAt(ctx, testNow + hour)
    failure = null
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + 2 * hour)
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'worse' })
    await lookAt(ctx, testNow + 3 * hour)

    expect(tried).toHaveLength(1)
  })

  it('is forgotten with what it told after a year, and nothing that still waits', async () => {
    await lookAt(ctx, testNow + hour)
    const early = pruneAlertEvents(ctx.db, testNow)
    const late = pruneAlertEvents(ctx.db, testNow + day)

    expect([early, late]).toEqual([0, 1])
    expect(mails()).toEqual([])
  })

  it('goes no more to who ended them', async () => {
    unsubscribeFromAlerts(ctx.db, 'owner@demo.example', testNow)

    await lookAt(ctx, testNow + hour)

    expect(tried).toEqual([])
  })
})

function mails(): unknown[] {
  return statement(ctx.db, 'select outcome, attempts from alert_mail order by id').all()
}
