import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { ReportDraft } from '../../server/contract-report.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'
import { miraeId, saebyeokId, seedSampleGrid } from '../report/sample-grid.ts'
import { draftFor, outside } from './report-draft.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const TEN_MINUTES_MS = 600_000
let ctx: TestContext
let admin: SignedIn
let manager: SignedIn
let adminId: number
let managerId: number

beforeEach(async () => {
  ctx = testContext({ config: { publicUrl: 'http://localhost:8080' } })
  seedSampleGrid(ctx.db)
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

describe('the HTML of a preview', () => {
  it('is shown in a frame of our own pages, where nothing runs and nothing is fetched', async () => {
    const { body } = await manager.post('/api/v1/reports/preview', draft())
    const shown = await manager.get(`/api/v1/reports/previews/${body.id}`)

    expect(shown.status).toBe(200)
    expect(shown.text).toContain('<base target="_blank">')
    expect(shown.text).not.toContain('cid:')
    expect(shown.get('Content-Security-Policy')).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(shown.get('Content-Security-Policy')).toContain("frame-ancestors 'self'; sandbox")
    expect(shown.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(shown.get('Cache-Control')).toBe('private, no-store')
  })

  it('is shown to nobody else, not for long, and only the newest few are kept', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count++)
      ids.push((await manager.post('/api/v1/reports/preview', draft())).body.id)
    const statusOf = async (who: SignedIn, id: string) =>
      (await who.get(`/api/v1/reports/previews/${id}`)).status

    expect(await statusOf(admin, ids[4])).toBe(404)
    expect(await statusOf(manager, ids[0])).toBe(404)
    expect(await statusOf(manager, ids[1])).toBe(200)
    Object.assign(ctx.clock, frozenClock(testNow + TEN_MINUTES_MS))
    expect(await statusOf(manager, ids[4])).toBe(404)
  })
})

describe('a preview', () => {
  it('tells when the report would go out next', async () => {
    const { body } = await manager.post('/api/v1/reports/preview', draft())

    expect(body.nextRuns).toEqual([
      '2026-11-22T23:00:00.000Z',
      '2026-11-29T23:00:00.000Z',
      '2026-12-06T23:00:00.000Z',
    ])
  })

  it('can be looked at before anybody is named', async () => {
    const recipients = { people: [], groups: [], addresses: [] }
    const { status } = await manager.post('/api/v1/reports/preview', draft({ recipients }))

    expect(status).toBe(200)
  })

  it('is that of a recipient, in their language and of their brands', async () => {
    const recipients = {
      people: [managerId],
      groups: [],
      addresses: [outside({ address: 'shop@outside.example', language: 'ko', brands: [saebyeokId] })],
    }
    const all = { ...draft({ recipients }) }
    const own = await admin.post('/api/v1/reports/preview', all)
    const managers = await admin.post(`/api/v1/reports/preview?for=${managerId}`, all)
    const shops = await admin.post('/api/v1/reports/preview?for=shop@outside.example', all)

    expect(own.body.text).toContain('Dawon')
    expect(managers.body.text).not.toContain('Dawon')
    expect(managers.body.text).toContain('Mirae Outdoor')
    expect(shops.body.html).toContain('<html lang="ko">')
    expect(shops.body.text).toContain('새벽서점')
    expect(shops.body.text).not.toContain('Mirae Outdoor')
  })

  it('tells somebody limited to brands nothing more for a recipient who sees everything', async () => {
    const recipients = { people: [adminId], groups: [], addresses: [] }
    const { body } = await manager.post(`/api/v1/reports/preview?for=${adminId}`, draft({ recipients }))

    expect(body.text).toContain('Mirae Outdoor')
    expect(JSON.stringify(body)).not.toContain('Dawon')
  })

  it('is not that of somebody the report does not name, nor of a report somebody else looks after', async () => {
    const { body: others } = await admin.post('/api/v1/reports', draft())
    const stranger = await manager.post(`/api/v1/reports/preview?for=${adminId}`, draft())
    const foreign = await manager.post(`/api/v1/reports/preview?report=${others.id}`, draft())

    expect([stranger.status, stranger.body.fields[0].field]).toEqual([400, 'for'])
    expect(foreign.status).toBe(404)
  })

  it('of another’s report tells only of brands that its owner sees', async () => {
    const { body: kept } = await manager.post('/api/v1/reports', draft())
    const { body } = await admin.post(`/api/v1/reports/preview?report=${kept.id}`, draft())

    expect(body.text).toContain('Mirae Outdoor')
    expect(JSON.stringify(body)).not.toContain('Dawon')
  })
})

function draft(change: Partial<ReportDraft> = {}): ReportDraft {
  return draftFor(managerId, change)
}
