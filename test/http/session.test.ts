import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { hashToken } from '../../server/http/session-cookie.ts'
import { readAudit } from '../../server/store/audit.ts'
import { statement } from '../../server/store/database.ts'
import { testPassword } from '../support/people.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import { cookieOf, setCookieOf, signInAs } from './signed-in.ts'

const HOUR_MS = 3_600_000

describe('the session', () => {
  it('begins with the right password and tells who came in', async () => {
    const { app } = smallAccount()

    const response = await request(app)
      .post('/api/v1/session')
      .send({ email: ' Viewer@Example.com ', password: testPassword })

    expect(response.status).toBe(200)
    expect(response.body).toEqual({
      person: {
        email: 'viewer@example.com',
        name: 'viewer',
        role: 'viewer',
        language: 'en',
        allBrands: false,
      },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('is a plain cookie for this site only where the public address is http', async () => {
    const { app } = smallAccount({ config: { publicUrl: 'http://localhost:8080' } })

    const line = setCookieOf(await postSession(app, 'viewer@example.com', testPassword))

    expect(line).toMatch(
      /^cutover_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
  })

  it('is a Secure __Host- cookie where the public address is https', async () => {
    const { app } = smallAccount({ config: { publicUrl: 'https://cutover.example.com' } })

    const line = setCookieOf(await postSession(app, 'viewer@example.com', testPassword))

    expect(line).toMatch(
      /^__Host-cutover=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('is stored as a hash: the database does not hold the cookie', async () => {
    const { ctx, app } = smallAccount()

    const { cookie } = await signInAs(app, 'viewer@example.com')

    const token = cookie.split('=')[1]
    const rows = statement<{ token_hash: string }>(ctx.db, 'select token_hash from session').all()
    expect(rows).toEqual([{ token_hash: hashToken(token) }])
    expect(rows[0].token_hash).not.toContain(token)
  })

  it('is told again on asking', async () => {
    const { app } = smallAccount()
    const session = await signInAs(app, 'admin@example.com')

    const response = await session.get('/api/v1/session')

    expect(response.body.person).toEqual({
      email: 'admin@example.com',
      name: 'admin',
      role: 'administrator',
      language: 'en',
      allBrands: true,
    })
    expect(response.body.csrfToken).toBe(session.csrfToken)
  })

  it('is new at each sign-in, and the one before ends', async () => {
    const { app } = smallAccount()
    const first = await signInAs(app, 'viewer@example.com')

    const again = await request(app)
      .post('/api/v1/session')
      .set('Cookie', first.cookie)
      .send({ email: 'viewer@example.com', password: testPassword })

    expect(cookieOf(again)).not.toBe(first.cookie)
    expect(again.body.csrfToken).not.toBe(first.csrfToken)
    expect((await first.get('/api/v1/session')).status).toBe(401)
  })

  it('ends on the server at sign-out, not only in the browser', async () => {
    const { app } = smallAccount()
    const session = await signInAs(app, 'viewer@example.com')

    const response = await session.delete('/api/v1/session')

    expect(response.status).toBe(204)
    expect(setCookieOf(response)).toMatch(/^cutover_session=; Path=\/; Expires=Thu, 01 Jan 1970/)
    expect((await session.get('/api/v1/session')).status).toBe(401)
  })

  it('ends after twelve idle hours', async () => {
    const { app, moveTo } = accountWithMovingClock()
    const session = await signInAs(app, 'viewer@example.com')

    moveTo(testNow + 12 * HOUR_MS - 1)
    expect((await session.get('/api/v1/session')).status).toBe(200)
    moveTo(testNow + 24 * HOUR_MS)
    expect((await session.get('/api/v1/session')).status).toBe(401)
  })

  it('ends after seven days however busy it is', async () => {
    const { app, moveTo } = accountWithMovingClock()
    const session = await signInAs(app, 'viewer@example.com')

    for (let hours = 8; hours < 7 * 24; hours += 8) {
      moveTo(testNow + hours * HOUR_MS)
      expect((await session.get('/api/v1/session')).status).toBe(200)
    }
    moveTo(testNow + 7 * 24 * HOUR_MS)
    expect((await session.get('/api/v1/session')).status).toBe(401)
  })

  it('ends for a person who is disabled', async () => {
    const { ctx, app } = smallAccount()
    const session = await signInAs(app, 'viewer@example.com')

    statement(ctx.db, 'update person set disabled_at = :now where email = :email').run({
      now: testNow,
      email: 'viewer@example.com',
    })

    expect((await session.get('/api/v1/session')).status).toBe(401)
    expect((await postSession(app, 'viewer@example.com', testPassword)).status).toBe(401)
  })

  it('is not given for a made-up cookie', async () => {
    const { app } = smallAccount()

    const response = await request(app).get('/api/v1/session').set('Cookie', 'cutover_session=made-up')

    expect(response.status).toBe(401)
  })

  it('is written to the audit record from its begin to its end', async () => {
    const { ctx, app } = smallAccount()

    await postSession(app, 'viewer@example.com', 'wrong password')
    await (await signInAs(app, 'viewer@example.com')).delete('/api/v1/session')

    expect(readAudit(ctx.db, 10).map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'viewer@example.com sign_out',
      'viewer@example.com sign_in',
      'viewer@example.com sign_in_failed',
    ])
  })
})

function postSession(app: Parameters<typeof request>[0], email: string, password: string): request.Test {
  return request(app).post('/api/v1/session').send({ email, password })
}

function accountWithMovingClock() {
  let now = testNow
  return {
    ...smallAccount({ clock: { now: () => now } }),
    moveTo: (instant: number) => {
      now = instant
    },
  }
}
