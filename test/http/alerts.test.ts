import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { AlertDraft } from '../../server/contract-alert.ts'
import { readAudit } from '../../server/store/audit.ts'
import { keepVerdictDay } from '../../server/store/verdict-days.ts'
import { addWeek, changeCell, hour, lookAt, withoutUsualRule } from '../report/alerts/alert-rules.ts'
import { haneulId, miraeId, saebyeokId, seedSampleGrid } from '../report/sample-grid.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { alertDraftFor } from './alert-draft.ts'
import { outside } from './report-draft.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const worse: AlertDraft['watch'] = { kind: 'verdict', change: 'worse', metrics: ['first_reply'] }
let ctx: TestContext
let admin: SignedIn
let manager: SignedIn
let adminId: number
let managerId: number

beforeEach(async () => {
  ctx = testContext()
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  adminId = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  managerId = addPerson(ctx, {
    email: 'manager@demo.example',
    role: 'manager',
    brandIds: [miraeId, saebyeokId],
  })
  const app = createApp(ctx)
  admin = await signInAs(app, 'admin@demo.example')
  manager = await signInAs(app, 'manager@demo.example')
})

describe('an alert', () => {
  it('is kept as it was set, and listed for its owner and administrators', async () => {
    const draft = alertDraftFor(managerId, {
      recipients: {
        people: [managerId],
        groups: [],
        addresses: [outside({ brands: [miraeId] })],
        administrators: false,
      },
    })
    const created = await manager.post('/api/v1/alerts', draft)
    const own = await manager.get('/api/v1/alerts')
    const all = await admin.get('/api/v1/alerts')

    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      ...draft,
      owner: { name: 'manager' },
      firing: [],
      paused: null,
      snoozedUntil: null,
      reaches: 2,
      waiting: 0,
    })
    expect(own.body.alerts).toEqual([created.body])
    expect(all.body.alerts).toHaveLength(1)
    expect(own.body.brands.map(({ id }: { id: number }) => id)).toEqual([miraeId, saebyeokId])
    expect([own.body.canWatchData, all.body.canWatchData]).toEqual([false, true])
  })

  it('shows where it is so now, and what became of the mails', async () => {
    const { body } = await admin.post('/api/v1/alerts', alertDraftFor(adminId, { watch: worse, hours: null }))
    await lookAt(ctx, testNow)
    changeCell(ctx, { brandId: miraeId, metric: 'first_reply' }, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    const { alerts } = (await admin.get('/api/v1/alerts')).body
    const history = await admin.get(`/api/v1/alert-history?alert=${body.id}`)

    expect(alerts[0].firing).toMatchObject([
      {
        brand: { id: miraeId, name: 'Mirae Outdoor' },
        since: '2026-11-16T01:00:00.000Z',
        wasTold: true,
        facts: { kind: 'verdict', metric: 'first_reply', from: 'improved', to: 'worse' },
      },
    ])
    expect(history.body).toMatchObject({
      isCut: false,
      events: [
        {
          kind: 'begun',
          brand: { name: 'Mirae Outdoor' },
          notices: { sent: 1, failed: 0, unknown: 0, waiting: 0, dropped: 0 },
        },
      ],
    })
  })

  it('is paused, resumed, snoozed, changed and removed by who looks after it, on record', async () => {
    const { body } = await manager.post('/api/v1/alerts', alertDraftFor(managerId))
    const path = `/api/v1/alerts/${body.id}`

    const paused = await manager.post(`${path}/pause`, {})
    const resumed = await manager.post(`${path}/resume`, {})
    const snoozed = await manager.post(`${path}/snooze`, { until: '2026-11-17T00:00:00Z' })
    const awake = await manager.post(`${path}/snooze`, { until: null })
    const changed = await manager.patch(path, alertDraftFor(managerId, { name: 'Other' }))
    const removed = await manager.delete(path)

    expect(paused.body.paused).toEqual({ at: '2026-11-16T00:00:00.000Z', because: 'person' })
    expect(resumed.body.paused).toBeNull()
    expect(snoozed.body.snoozedUntil).toBe('2026-11-17T00:00:00.000Z')
    expect(awake.body.snoozedUntil).toBeNull()
    expect(changed.body.name).toBe('Other')
    expect(removed.status).toBe(204)
    expect((await manager.get('/api/v1/alerts')).body.alerts).toEqual([])
    expect(
      readAudit(ctx.db, 50)
        .map(({ action }) => action)
        .filter((action) => action.startsWith('alert_'))
        .sort(),
    ).toEqual([
      'alert_changed',
      'alert_created',
      'alert_paused',
      'alert_removed',
      'alert_resumed',
      'alert_snoozed',
      'alert_snoozed',
    ])
  })

  it('of somebody else is as if it were not there', async () => {
    const { body } = await admin.post('/api/v1/alerts', alertDraftFor(adminId))

    const seen = await manager.get('/api/v1/alerts')
    const changed = await manager.patch(`/api/v1/alerts/${body.id}`, alertDraftFor(managerId))
    const history = await manager.get(`/api/v1/alert-history?alert=${body.id}`)

    expect(seen.body.alerts).toEqual([])
    expect([changed.status, history.status]).toEqual([404, 404])
  })

  it('that cannot be is refused with every reason', async () => {
    const hidden = await manager.post('/api/v1/alerts', alertDraftFor(managerId, { brands: [haneulId] }))
    const jobs = await manager.post(
      '/api/v1/alerts',
      alertDraftFor(managerId, {
        watch: { kind: 'data', troubles: ['disk'], hours: 6, freePercent: 5 },
      }),
    )
    const wrong = await admin.post(
      '/api/v1/alerts',
      alertDraftFor(adminId, {
        watch: { kind: 'level', metric: 'csat', side: 'below', value: 90, fromCount: 1 },
        recipients: { people: [999], groups: [], addresses: [], administrators: true },
      }),
    )
    const text = await admin.post('/api/v1/alerts', {
      ...alertDraftFor(adminId),
      name: 'two\r\nlines',
      zone: 'Mars/Base',
      hours: { from: '18:00', to: '09:00' },
      recipients: {
        people: [],
        groups: [],
        addresses: [outside({ address: 'nobody' })],
        administrators: false,
      },
    })

    expect([hidden.status, jobs.status]).toEqual([403, 403])
    expect(wrong.body.fields).toEqual([
      { field: 'recipients.people', message: '999 is not the number of an account' },
      {
        field: 'recipients.administrators',
        message: 'is only for alerts on jobs and data; name people',
      },
      { field: 'watch.value', message: 'is outside what the figure can be; use 0 to 1' },
    ])
    expect(text.body.fields.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'zone',
      'hours',
      'recipients.addresses.0.address',
    ])
  })
})

describe('a try on the past', () => {
  it('tells the weeks a level would have been told for, and when it was over', async () => {
    const miraeReply = { brandId: miraeId, metric: 'first_reply' }
    for (const [from, to, value] of [
      ['2026-10-05', '2026-10-12', 100],
      ['2026-10-12', '2026-10-19', 350],
      ['2026-10-19', '2026-10-26', 360],
      ['2026-10-26', '2026-11-02', 100],
    ] as const)
      addWeek(ctx, miraeReply, { from, to, value, n: 500, complete: true })

    const tried = await manager.post('/api/v1/alerts/trial', alertDraftFor(managerId, { brands: [miraeId] }))

    expect(tried.body.fired).toMatchObject([
      {
        brand: { id: miraeId },
        at: '2026-10-19',
        until: '2026-11-02',
        facts: { kind: 'level', value: 350, week: '2026-10-12' },
      },
    ])
    expect(tried.body.isNow).toBe(false)
    expect((await manager.get('/api/v1/alerts')).body.alerts).toEqual([])
  })

  it('tells the days on which a verdict changed, of the brands one sees', async () => {
    const cell = { brandId: miraeId, metric: 'first_reply' as const, version: 1 }
    const day = (date: string, states: [number, 'improved' | 'worse'][]) =>
      keepVerdictDay(ctx.db, 'shared', {
        day: date,
        cells: states.map(([brandId, state]) => ({ ...cell, brandId, state })),
      })
    day('2026-11-10', [
      [miraeId, 'improved'],
      [haneulId, 'improved'],
    ])
    day('2026-11-12', [
      [miraeId, 'worse'],
      [haneulId, 'worse'],
    ])

    const tried = await manager.post('/api/v1/alerts/trial', alertDraftFor(managerId, { watch: worse }))

    expect(tried.body).toMatchObject({
      since: '2026-11-10',
      fired: [{ brand: { id: miraeId }, at: '2026-11-12', until: null }],
    })
    expect(tried.body.fired).toHaveLength(1)
  })

  it('tells what is wrong with jobs and data now', async () => {
    const tried = await admin.post(
      '/api/v1/alerts/trial',
      alertDraftFor(adminId, {
        watch: { kind: 'data', troubles: ['credential', 'stream'], hours: 6, freePercent: 5 },
      }),
    )

    expect(tried.body).toEqual({ since: null, isNow: true, fired: [] })
  })
})

describe('the link that ends alerts', () => {
  it('asks first, ends all of them with one click, and can be taken back', async () => {
    await admin.post('/api/v1/alerts', alertDraftFor(adminId, { watch: worse, hours: null }))
    await lookAt(ctx, testNow)
    changeCell(ctx, { brandId: miraeId, metric: 'first_reply' }, { state: 'worse' })
    await lookAt(ctx, testNow + hour)
    const link = /<(.+)>/.exec(ctx.mails[0].headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
    const { pathname } = new URL(link)
    const reaches = async () => (await admin.get('/api/v1/alerts')).body.alerts[0].reaches

    const asked = await admin.get(pathname)
    const before = await reaches()
    await admin.post(pathname, {})
    const ended = await reaches()
    await admin.post(`${pathname}/undo`, {})

    expect(asked.text).toContain('“Alerts” would no longer be sent to admin@demo.example.')
    expect([before, ended, await reaches()]).toEqual([1, 0, 1])
  })
})
