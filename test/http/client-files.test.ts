import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { testContext } from '../support/test-context.ts'

let clientDirectory: string

beforeAll(() => {
  clientDirectory = mkdtempSync(join(tmpdir(), 'cutover-client-'))
  mkdirSync(join(clientDirectory, 'assets'))
  writeFileSync(join(clientDirectory, 'index.html'), '<!doctype html><title>Cutover</title>')
  writeFileSync(join(clientDirectory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(clientDirectory, 'assets', 'index-3f2a.js'), 'export {}')
})
afterAll(() => rmSync(clientDirectory, { recursive: true }))

describe('the built client', () => {
  it.each(['/', '/brands/101', '/sign-in?lang=ko', '/brands/101/first_reply/'])(
    'has one page, also at %s, which browsers ask for anew',
    async (path) => {
      const response = await request(app()).get(path).set('Accept', 'text/html,*/*;q=0.8')

      expect(response.status).toBe(200)
      expect(response.type).toBe('text/html')
      expect(response.text).toContain('<title>Cutover</title>')
      expect(response.get('Cache-Control')).toBe('no-cache')
      expect(response.get('Content-Security-Policy')).toContain("script-src 'self'")
    },
  )

  it('has files whose names change with their content: they are kept for a year', async () => {
    const response = await request(app()).get('/assets/index-3f2a.js')

    expect(response.status).toBe(200)
    expect(response.type).toBe('text/javascript')
    expect(response.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  })

  it('has other files that browsers ask for anew', async () => {
    const response = await request(app()).get('/favicon.svg')

    expect(response.type).toBe('image/svg+xml')
    expect(response.get('Cache-Control')).toBe('no-cache')
  })

  it.each(['/assets/index-old.js', '/robots.txt', '/api/v1/nothing', '/assets/', '/..%2f..%2fpackage.json'])(
    'does not answer %s with its page',
    async (path) => {
      const response = await request(app()).get(path).set('Accept', 'text/html')

      expect(response.status).toBe(404)
      expect(response.type).toBe('application/problem+json')
    },
  )

  it('is no page to a program that asks for JSON, nor for a POST', async () => {
    const asJson = await request(app()).get('/brands/101').set('Accept', 'application/json')
    const posted = await request(app()).post('/brands/101').set('Accept', 'text/html')

    expect([asJson.status, posted.status]).toEqual([404, 404])
  })

  it('missing altogether is a 404, not a crash', async () => {
    const bare = createApp(testContext(), { clientDirectory: join(clientDirectory, 'nowhere') })

    const response = await request(bare).get('/').set('Accept', 'text/html')

    expect(response.status).toBe(404)
  })
})

function app() {
  return createApp(testContext(), { clientDirectory })
}
