import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { takeLease } from '../../server/store/leases.ts'
import { smallAccount } from './account.ts'

describe('GET /healthz', () => {
  it('says that the process is alive, even without a database', async () => {
    const { ctx, app } = smallAccount()
    ctx.db.close()

    const response = await request(app).get('/healthz')

    expect(response.status).toBe(200)
    expect(response.body).toEqual({ status: 'ok' })
  })
})

describe('GET /readyz', () => {
  it('is ready with a database of this version and a jobs process at work', async () => {
    const { ctx, app } = smallAccount()
    holdLease(ctx.db, 60_000)

    const response = await request(app).get('/readyz')

    expect(response.status).toBe(200)
    expect(response.body).toEqual({ status: 'ready' })
  })

  it('is not ready without a jobs process, or with one that fell silent', async () => {
    const { ctx, app } = smallAccount()

    const without = await request(app).get('/readyz')
    holdLease(ctx.db, -1)
    const silent = await request(app).get('/readyz')

    const fields = [{ field: 'jobs', message: 'no jobs process is at work; start it or wait a few seconds' }]
    expect(without.status).toBe(503)
    expect(without.type).toBe('application/problem+json')
    expect(without.body).toMatchObject({ code: 'not_ready', fields })
    expect(silent.body).toMatchObject({ code: 'not_ready', fields })
  })

  it('is not ready while a migration is missing', async () => {
    const { ctx, app } = smallAccount()
    holdLease(ctx.db, 60_000)
    ctx.db.exec("delete from migration where name = '008-reports'")

    const response = await request(app).get('/readyz')

    expect(response.status).toBe(503)
    expect(response.body.fields).toEqual([
      { field: 'migrations', message: '1 not applied yet; restart the web process' },
    ])
  })

  it('is not ready without its database', async () => {
    const { ctx, app } = smallAccount()
    ctx.db.close()

    const response = await request(app).get('/readyz')

    expect(response.status).toBe(503)
    expect(response.body.fields.map(({ field }: { field: string }) => field)).toEqual(['database', 'jobs'])
  })
})

/** Leases live in real time. */
function holdLease(db: Parameters<typeof takeLease>[0], ttlMs: number): void {
  const who = { holder: 'jobs process of the test', host: 'elsewhere', pid: 1 }
  takeLease(db, 'jobs', who, { now: Date.now(), ttlMs, isAlive: () => true })
}
