import type { Express } from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { networkOf } from '../../server/http/sign-in-throttle.ts'
import { testPassword } from '../support/people.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'

const MINUTE_MS = 60_000

describe('sign-in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const { app } = smallAccount()

    const wrong = await attempt(app, 'viewer@example.com', 'wrong password')
    const unknown = await attempt(app, 'nobody@example.com', testPassword)

    expect(wrong.status).toBe(401)
    expect(wrong.body.code).toBe('wrong_credentials')
    expect(unknown.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('names every bad field at once', async () => {
    const { app } = smallAccount()

    const response = await request(app).post('/api/v1/session').send({ email: 'nonsense', remember: true })

    expect(response.status).toBe(400)
    expect(response.body.fields).toEqual([
      { field: 'email', message: 'is not an e-mail address' },
      { field: 'password', message: 'is missing' },
      { field: 'remember', message: 'is not known here; leave it out' },
    ])
  })

  it('is blocked for an account after five failures in fifteen minutes, even with the right password', async () => {
    const { app, moveTo } = accountWithMovingClock()
    for (let minute = 0; minute < 5; minute++) {
      moveTo(testNow + minute * MINUTE_MS)
      expect((await attempt(app, 'viewer@example.com', 'wrong password')).status).toBe(401)
    }

    const blocked = await attempt(app, 'viewer@example.com', testPassword)

    expect(blocked.status).toBe(429)
    expect(blocked.get('Retry-After')).toBe('660')
    expect(blocked.body).toMatchObject({
      code: 'too_many_attempts',
      detail: 'Too many failed sign-ins. Try again in 11 minutes.',
    })
    expect((await attempt(app, 'admin@example.com', testPassword)).status).toBe(200)
    moveTo(testNow + 15 * MINUTE_MS)
    expect((await attempt(app, 'viewer@example.com', testPassword)).status).toBe(200)
  })

  it('treats an unknown account like a known one', async () => {
    const { app } = smallAccount()
    for (let count = 0; count < 5; count++) await attempt(app, 'nobody@example.com', 'wrong password')

    expect((await attempt(app, 'nobody@example.com', 'wrong password')).status).toBe(429)
  })

  it('is blocked for a network address after twenty failures over many accounts', async () => {
    const { app } = smallAccount()
    for (let count = 0; count < 20; count++) {
      expect((await attempt(app, `person${count}@example.com`, 'wrong password')).status).toBe(401)
    }

    const blocked = await attempt(app, 'viewer@example.com', testPassword)

    expect(blocked.status).toBe(429)
    expect(blocked.get('Retry-After')).toBe('900')
  })

  it('does not let many attempts at once slip through together', async () => {
    const { app } = smallAccount()

    const all = await Promise.all(
      Array.from({ length: 8 }, () => attempt(app, 'viewer@example.com', 'wrong password')),
    )

    expect(all.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  })

  it('forgets the failures of an account when its owner comes in', async () => {
    const { app } = smallAccount()
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) await attempt(app, 'viewer@example.com', 'wrong password')
      expect((await attempt(app, 'viewer@example.com', testPassword)).status).toBe(200)
    }
  })

  it('believes a proxy about the caller only where the public address is https', async () => {
    const plain = smallAccount()
    const proxied = smallAccount({ config: { publicUrl: 'https://cutover.example.com' } })
    const statuses = []
    for (const { app } of [plain, proxied]) {
      for (let count = 0; count < 20; count++) {
        await attempt(app, `person${count}@example.com`, 'wrong password').set(
          'X-Forwarded-For',
          `203.0.113.${count}`,
        )
      }
      statuses.push((await attempt(app, 'viewer@example.com', testPassword)).status)
    }

    expect(statuses).toEqual([429, 200])
  })
})

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

function attempt(app: Express, email: string, password: string): request.Test {
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
