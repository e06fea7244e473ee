import type { Express } from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { testPassword } from '../support/people.ts'
import { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('a changing request', () => {
  it.each(['cross-site', 'same-site', 'none'])('is refused when its Sec-Fetch-Site is %s', async (site) => {
    const { app } = smallAccount()

    const response = await signInRequest(app).set('Sec-Fetch-Site', site)

    expect(response.status).toBe(403)
    expect(response.body.code).toBe('foreign_origin')
  })

  it.each(['https://evil.example', 'null', 'http://localhost:9'])(
    'is refused from the origin %s',
    async (origin) => {
      const { app } = smallAccount()

      const response = await signInRequest(app).set('Origin', origin)

      expect(response.status).toBe(403)
      expect(response.body.code).toBe('foreign_origin')
    },
  )

  it('passes from the public address, from the address it was sent to, and from programs that name no origin', async () => {
    const { app } = smallAccount()

    const own = await signInRequest(app).set('Origin', 'http://localhost:8080')
    const direct = await signInRequest(app).set('Origin', 'http://10.0.0.5:8080').set('Host', '10.0.0.5:8080')
    const browser = await signInRequest(app)
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Origin', 'http://localhost:5173')
    const program = await signInRequest(app)

    expect([own.status, direct.status, browser.status, program.status]).toEqual([200, 200, 200, 200])
  })

  it('is refused without the token of its session', async () => {
    const { app } = smallAccount()
    const { cookie, csrfToken } = await signInAs(app, 'admin@example.com')
    const other = await signInAs(app, 'admin@example.com')
    const post = () => request(app).post('/api/v1/jobs').set('Cookie', cookie).send({ name: 'compare' })

    const without = await post()
    const foreign = await post().set('x-csrf-token', other.csrfToken)
    const right = await post().set('x-csrf-token', csrfToken)

    expect(without.status).toBe(403)
    expect(without.body.code).toBe('csrf_token_wrong')
    expect(foreign.body.code).toBe('csrf_token_wrong')
    expect(right.status).toBe(202)
  })

  it('is refused from another site even with the token', async () => {
    const { app } = smallAccount()
    const session = await signInAs(app, 'admin@example.com')

    const response = await session.delete('/api/v1/session').set('Sec-Fetch-Site', 'cross-site')

    expect(response.body.code).toBe('foreign_origin')
  })

  it('is refused as a form: only JSON is read', async () => {
    const { app } = smallAccount()

    const response = await request(app)
      .post('/api/v1/session')
      .type('form')
      .send({ email: 'viewer@example.com', password: testPassword })

    expect(response.status).toBe(415)
    expect(response.body.code).toBe('json_expected')
  })
})

describe('a reading request', () => {
  it('may come from anywhere: it changes nothing, and its answer stays unreadable to other sites', async () => {
    const { app } = smallAccount()
    const session = await signInAs(app, 'viewer@example.com')

    const response = await session.get('/api/v1/brands').set('Sec-Fetch-Site', 'cross-site')

    expect(response.status).toBe(200)
    expect(response.get('Access-Control-Allow-Origin')).toBeUndefined()
  })
})

function signInRequest(app: Express): request.Test {
  return request(app).post('/api/v1/session').send({ email: 'viewer@example.com', password: testPassword })
}
