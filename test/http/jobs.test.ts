import { describe, expect, it } from 'vitest'
import { readAudit } from '../../server/store/audit.ts'
import { claimNextJobRequest, finishJobRequest, jobNames } from '../../server/store/job-requests.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('POST /jobs', () => {
  it('leaves a request for the jobs process and tells where its result will be', async () => {
    const { ctx, app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const response = await admin.post('/api/v1/jobs', { name: 'sync-all' })

    expect(response.status).toBe(202)
    expect(response.get('Location')).toBe('/api/v1/jobs/1')
    expect(response.body).toEqual({
      id: 1,
      name: 'sync-all',
      state: 'waiting',
      requestedAt: '2026-11-16T00:00:00.000Z',
      doneAt: null,
      message: null,
      summary: null,
    })
    expect(claimNextJobRequest(ctx.db)).toMatchObject({
      id: 1,
      name: 'sync-all',
      options: {},
      requested_by: 'admin@example.com',
    })
    expect(readAudit(ctx.db, 1)).toEqual([
      { at: testNow, actor: 'admin@example.com', action: 'job_requested', detail: 'sync-all' },
    ])
  })

  it('refuses a job there is not and a field it does not know', async () => {
    const { ctx, app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.post('/api/v1/jobs', { name: 'drop-all', now: true })

    expect(status).toBe(400)
    expect(body.fields).toEqual([
      { field: 'name', message: `is not a job; use ${jobNames.join(', ')}` },
      { field: 'now', message: 'is not known here; leave it out' },
    ])
    expect(claimNextJobRequest(ctx.db)).toBeNull()
  })
})

describe('GET /jobs/:id', () => {
  it('tells what became of the request', async () => {
    const { ctx, app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')
    await admin.post('/api/v1/jobs', { name: 'compare' })
    finishJobRequest(ctx.db, 1, { outcome: 'ok', message: null, summary: { cells: 18 }, now: testNow + 1500 })

    const { body } = await admin.get('/api/v1/jobs/1')

    expect(body).toMatchObject({ state: 'ok', doneAt: '2026-11-16T00:00:01.500Z', summary: { cells: 18 } })
  })

  it('knows no request that was never made', async () => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    expect((await admin.get('/api/v1/jobs/7')).body.code).toBe('not_found')
    expect((await admin.get('/api/v1/jobs/seven')).body.fields).toEqual([
      { field: 'id', message: 'is not the number of a job request' },
    ])
  })
})
