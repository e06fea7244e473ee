import { beforeEach, describe, expect, it } from 'vitest'
import type { ReportDraft, ReportSummary } from '../../server/contract-report.ts'
import { deliverDueReports } from '../../server/report/delivery/deliver-due.ts'
import { readAudit } from '../../server/store/audit.ts'
import { setPersonBrands } from '../../server/store/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testNow } from '../support/test-context.ts'
import { miraeId, saebyeokId } from '../report/sample-grid.ts'
import { reportAccount } from './report-account.ts'
import { draftFor, outside } from './report-draft.ts'
import type { SignedIn } from './signed-in.ts'

let ctx: TestContext
let admin: SignedIn
let manager: SignedIn
let adminId: number
let managerId: number

beforeEach(async () => {
  ;({ ctx, admin, manager, adminId, managerId } = await reportAccount())
})

describe('a report', () => {
  it('is kept as it was set, with its next runs, and sent to nobody for what fell due before', async () => {
    const created = await manager.post('/api/v1/reports', draft())
    await deliverDueReports(ctx, { now: testNow + 60_000 })
    const listed = await manager.get('/api/v1/reports')

    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      ...draft(),
      owner: { name: 'manager', email: 'manager@demo.example' },
      nextRuns: ['2026-11-22T23:00:00.000Z', '2026-11-29T23:00:00.000Z', '2026-12-06T23:00:00.000Z'],
      reaches: 2,
      paused: null,
      last: null,
    })
    expect(listed.body.reports).toEqual([created.body])
    expect(listed.body.isSmtpSet).toBe(false)
    expect(ctx.mails).toEqual([])
  })

  it('keeps every rhythm', async () => {
    const rhythms: ReportDraft['rhythm'][] = [
      { every: 'day' },
      { every: 'fortnight', weekday: 5, countedFrom: '2026-11-16' },
      { every: 'month', monthDay: 31 },
      { every: 'first_working_day' },
    ]
    for (const rhythm of rhythms) {
      const { body } = await manager.post('/api/v1/reports', draft({ rhythm, time: '17:30' }))
      expect(body).toMatchObject({ rhythm, time: '17:30' })
    }
  })

  it('is changed, paused, resumed without catching up, and removed', async () => {
    const { id } = await create()
    const changed = await manager.patch(
      `/api/v1/reports/${id}`,
      draft({ name: '월요일 보고서', time: '07:30' }),
    )
    const paused = await manager.post(`/api/v1/reports/${id}/pause`, {})
    const resumed = await manager.post(`/api/v1/reports/${id}/resume`, {})
    const removed = await manager.delete(`/api/v1/reports/${id}`)
    const listed = await manager.get('/api/v1/reports')

    expect(changed.body).toMatchObject({ id, name: '월요일 보고서', time: '07:30' })
    expect(paused.body).toMatchObject({ paused: { because: 'person' }, nextRuns: [] })
    expect(resumed.body).toMatchObject({ paused: null })
    expect(removed.status).toBe(204)
    expect(listed.body.reports).toEqual([])
    expect(readAudit(ctx.db, 5).map(({ action }) => action)).toEqual([
      'report_removed',
      'report_resumed',
      'report_paused',
      'report_changed',
      'report_created',
    ])
  })

  it('of somebody else is not there, except for administrators', async () => {
    const { id } = await create(admin)
    const own = await create()

    const asked = [
      await manager.patch(`/api/v1/reports/${id}`, draft()),
      await manager.delete(`/api/v1/reports/${id}`),
      await manager.post(`/api/v1/reports/${id}/send-to-me`, {}),
      await manager.get(`/api/v1/reports/${id}/deliveries`),
      await manager.patch('/api/v1/reports/999', draft()),
    ]

    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await manager.get('/api/v1/reports')).body.reports).toHaveLength(1)
    expect((await admin.get('/api/v1/reports')).body.reports).toHaveLength(2)
    expect((await admin.patch(`/api/v1/reports/${own.id}`, draft({ name: 'By admin' }))).body).toMatchObject({
      name: 'By admin',
      owner: { id: managerId },
    })
  })
})

describe('a report that cannot be kept', () => {
  it.each([
    ['a malformed address', { addresses: [outside({ address: 'not an address' })] }, 'addresses.0.address'],
    [
      'an address that would add a header line',
      { addresses: [outside({ address: 'a@b.example\r\nBcc: c@d.example' })] },
      'addresses.0.address',
    ],
    [
      'two addresses in one',
      { addresses: [outside({ address: 'a@b.example, c@d.example' })] },
      'addresses.0.address',
    ],
    [
      'a name that would add a header line',
      { addresses: [outside({ name: 'A\nBcc: x' })] },
      'addresses.0.name',
    ],
    ['nobody', { addresses: [], people: [] }, 'recipients'],
    ['an account there is not', { people: [999] }, 'recipients.people'],
  ])('names %s', async (_what, recipients, field) => {
    const body = draft()
    const response = await manager.post('/api/v1/reports', {
      ...body,
      recipients: { ...body.recipients, ...recipients },
    })

    expect(response.status).toBe(400)
    expect(JSON.stringify(response.body.fields)).toContain(field)
    expect((await manager.get('/api/v1/reports')).body.reports).toEqual([])
  })

  it.each([
    ['an unknown time zone', { zone: 'Asia/Soul' }, 'zone', 'use a name such as Asia/Seoul'],
    ['a subject with a line break', { name: 'Weekly\r\nBcc: a@b.example' }, 'name', 'line breaks'],
    ['a time that is none', { time: '25:00' }, 'time', 'use HH:MM'],
    ['a day that is none', { lastDay: '2026-02-30' }, 'lastDay', 'use YYYY-MM-DD'],
    [
      'a weekday that is none',
      { rhythm: { every: 'week', weekday: 8 } },
      'rhythm.weekday',
      '1 (Monday) to 7',
    ],
    ['an unknown rhythm', { rhythm: { every: 'hour' } }, 'rhythm', 'every'],
  ])('has %s: says so and what to do', async (_what, change, field, words) => {
    const response = await manager.post('/api/v1/reports', { ...draft(), ...change })

    expect(response.status).toBe(400)
    expect(JSON.stringify(response.body.fields)).toContain(field)
    expect(JSON.stringify(response.body)).toContain(words)
  })

  it('names a brand its owner may not see, whoever writes it, like one that does not exist', async () => {
    const hidden = 102
    const { id } = await create()
    const answers = [
      await manager.post('/api/v1/reports', draft({ brands: [miraeId, hidden] })),
      await manager.post('/api/v1/reports', draft({ brands: [31_337] })),
      await admin.patch(`/api/v1/reports/${id}`, draft({ brands: [hidden] })),
      await manager.post('/api/v1/reports', {
        ...draft(),
        recipients: { people: [], groups: [], addresses: [outside({ brands: [hidden] })] },
      }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1)
  })
})

describe('a brand that was hidden from the owner since', () => {
  it('is named nowhere any more', async () => {
    await create(manager, draft({ brands: [miraeId, saebyeokId] }))
    setPersonBrands(ctx.db, managerId, [saebyeokId])

    const { body } = await manager.get('/api/v1/reports')

    expect(body.reports[0].brands).toEqual([saebyeokId])
  })
})

describe('the preview', () => {
  it('is the mail the person would get, in the language asked for, and sends nothing', async () => {
    const english = await manager.post('/api/v1/reports/preview', draft())
    const korean = await manager.post('/api/v1/reports/preview?lang=ko', draft({ brands: [miraeId] }))

    expect(english.body.subject).toContain('Mirae Outdoor')
    expect(english.body.attachments).toEqual([])
    expect(english.body.text).not.toMatch(/하늘|Dawon/)
    expect(korean.body.html).toContain('<html lang="ko">')
    expect(korean.body.text).not.toContain('새벽서점')
    expect(ctx.mails).toEqual([])
  })
})

describe('the preview of a report with files', () => {
  it('lists them as the mail would carry them', async () => {
    const { body } = await manager.post('/api/v1/reports/preview', draft({ attachments: ['xlsx', 'csv'] }))

    expect(body.attachments).toMatchObject([
      { name: 'Cutover-report-2026-11-09.csv', contentType: 'text/csv; charset=utf-8' },
      { name: 'Cutover-report-2026-11-09.xlsx' },
    ])
    expect(body.attachments[0].bytes).toBeGreaterThan(1000)
  })
})

describe('what a report is narrowed to', () => {
  const open = { channel: null, language: null, topic: null, group: null, hours: null, open: true, bot: null }

  it('is kept as it was chosen', async () => {
    const { filters } = await create(manager, draft({ filters: { ...open, language: ['ko'] } }))

    expect(filters).toEqual({ ...open, language: ['ko'] })
  })

  it('is nothing where no choice was made, and where it was left out', async () => {
    const without = Object.fromEntries(Object.entries(draft()).filter(([name]) => name !== 'filters'))
    const answers = [
      await manager.post('/api/v1/reports', { ...draft(), filters: { ...open, open: false } }),
      await manager.post('/api/v1/reports', without),
    ]

    expect(answers.map(({ body }) => body.filters)).toEqual([null, null])
  })

  it('cannot be a channel the account does not have, or an hour of day there is not', async () => {
    const answers = [
      await manager.post('/api/v1/reports', draft({ filters: { ...open, channel: ['fax'] } })),
      await manager.post('/api/v1/reports', { ...draft(), filters: { hours: ['noon'] } }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([400, 400])
    expect(answers[0].body.fields).toEqual([
      { field: 'filters.channel', message: expect.stringContaining('"fax" is not known; use chat') },
    ])
  })

  it('may go with any figure of the catalogue', async () => {
    const { metrics } = await create(manager, draft({ metrics: ['resolution_time', 'csat'] }))

    expect(metrics).toEqual(['resolution_time', 'csat'])
  })
})

describe('a group', () => {
  it('is made by administrators, named by reports, and its hidden brands are not told', async () => {
    const made = await admin.post('/api/v1/mail-groups', {
      name: 'Shops',
      people: [adminId],
      addresses: [outside({ address: 'shop@outside.example', brands: [102, miraeId] })],
    })
    const { body } = await manager.get('/api/v1/reports')
    const report = await create(manager, {
      ...draft(),
      recipients: { people: [], groups: [made.body.id], addresses: [] },
    })
    const taken = await admin.post('/api/v1/mail-groups', { name: 'Shops', people: [], addresses: [] })
    await admin.delete(`/api/v1/mail-groups/${made.body.id}`)

    expect(made.status).toBe(201)
    expect(body.groups).toMatchObject([{ name: 'Shops', addresses: [{ brands: [miraeId] }] }])
    expect(report.reaches).toBe(2)
    expect(taken.status).toBe(400)
    expect((await manager.get('/api/v1/reports')).body.reports[0].recipients.groups).toEqual([])
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
