import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../server/platform/logger.ts'
import { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('every answer', () => {
  it('allows scripts and styles from our own files only, and no frame around us', async () => {
    const { app } = smallAccount()

    const { headers } = await request(app).get('/healthz')

    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';frame-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('carries an id of its own', async () => {
    const { app } = smallAccount()

    const first = await request(app).get('/healthz')
    const second = await request(app).get('/nothing')

    expect(first.get('X-Request-Id')).toMatch(/^[\w-]{12}$/)
    expect(second.get('X-Request-Id')).not.toBe(first.get('X-Request-Id'))
  })

  it('insists on https only where the public address is https', async () => {
    const plain = smallAccount()
    const secure = smallAccount({ config: { publicUrl: 'https://cutover.example.com' } })

    const overPlain = await request(plain.app).get('/healthz')
    const overSecure = await request(secure.app).get('/healthz')

    expect(overPlain.get('Strict-Transport-Security')).toBeUndefined()
    expect(overSecure.get('Strict-Transport-Security')).toBe('max-age=31536000')
  })
})

describe('an answer of the interface', () => {
  it('is never kept by a browser or a proxy', async () => {
    const { app } = smallAccount()
    const session = await signInAs(app, 'viewer@example.com')

    const good = await session.get('/api/v1/brands')
    const bad = await request(app).get('/api/v1/brands')

    expect(good.get('Cache-Control')).toBe('no-store')
    expect(bad.get('Cache-Control')).toBe('no-store')
  })

  it('is compressed where it is worth it', async () => {
    const { app } = smallAccount()

    const response = await request(app).get('/api/v1/openapi.json').set('Accept-Encoding', 'gzip')

    expect(response.get('Content-Encoding')).toBe('gzip')
  })
})

describe('at start', () => {
  it.each([
    ['http://cutover.example.com', 1],
    ['http://localhost:8080', 0],
    ['http://127.0.0.1:8080', 0],
    ['https://cutover.example.com', 0],
  ])('a session over %s gives rise to %i warnings', (publicUrl, count) => {
    const warnings: unknown[] = []
    const logger = createLogger('silent', 'test')
    logger.warn = (entry: unknown) => void warnings.push(entry)

    smallAccount({ logger, config: { publicUrl } })

    expect(warnings).toHaveLength(count)
  })
})
