import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { problemSchema } from '../../server/http/answer-schemas.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('an error', () => {
  it.each([
    ['get', '/api/v1/nothing', 404, 'not_found'],
    ['get', '/api/v1/Brands', 404, 'not_found'],
    ['get', '/nothing', 404, 'not_found'],
    ['get', '/api/v1/brands', 401, 'not_signed_in'],
    ['put', '/api/v1/session', 405, 'method_not_allowed'],
    ['get', '/api/v1/comparisons/%E0%A4%A/csat', 400, 'bad_request'],
  ] as const)('of %s %s is a problem document', async (method, path, status, code) => {
    const { app } = smallAccount()

    const response = await request(app)[method](path)

    expect(response.status).toBe(status)
    expect(response.type).toBe('application/problem+json')
    expect(problemSchema.parse(response.body)).toMatchObject({
      type: `urn:cutover:problem:${code}`,
      status,
      code,
    })
  })

  it('tells which methods an address knows', async () => {
    const { app } = smallAccount()

    const response = await request(app).put('/api/v1/session')

    expect(response.get('Allow')).toBe('HEAD, POST, GET, DELETE')
  })

  it('of a body that is not JSON says so without repeating it', async () => {
    const { app } = smallAccount()

    const response = await request(app).post('/api/v1/session').type('json').send('{"email": secret}')

    expect(response.status).toBe(400)
    expect(response.body).toMatchObject({
      code: 'malformed_json',
      detail: 'The body is not valid JSON; check brackets, quotes and commas.',
    })
    expect(response.text).not.toContain('secret')
  })

  it('of a body over 100 kB is 413', async () => {
    const { app } = smallAccount()

    const response = await request(app)
      .post('/api/v1/session')
      .send({ email: 'a@example.com', password: 'x'.repeat(110_000) })

    expect(response.status).toBe(413)
    expect(response.body.code).toBe('body_too_large')
  })

  it('of a JSON body that is no object names the body', async () => {
    const { app } = smallAccount()

    const response = await request(app).post('/api/v1/session').send([1])

    expect(response.status).toBe(400)
    expect(response.body.fields).toEqual([{ field: 'body', message: 'must be an object' }])
  })

  it('nobody foresaw is logged, and tells nothing of the inside', async () => {
    const logged: Record<string, unknown>[] = []
    const logger = createLogger('silent', 'test')
    logger.error = (entry: unknown) => void logged.push(entry as Record<string, unknown>)
    const { ctx, app } = smallAccount({ logger })
    const session = await signInAs(app, 'admin@example.com')
    ctx.db.exec('drop table brand_cutover')

    const response = await session.get('/api/v1/brands')

    expect(response.status).toBe(500)
    expect(response.type).toBe('application/problem+json')
    expect(response.body).toEqual({
      type: 'urn:cutover:problem:internal_error',
      title: 'Internal Server Error',
      status: 500,
      detail:
        'Something went wrong on the server. Try again; if it stays, give your administrator the X-Request-Id of this answer.',
      code: 'internal_error',
    })
    expect(logged).toEqual([
      {
        err: expect.objectContaining({ message: 'no such table: brand_cutover' }),
        requestId: response.get('X-Request-Id'),
        method: 'GET',
        path: '/api/v1/brands',
      },
    ])
  })
})
