import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigurationError, loadEnvironmentFile, readConfig } from '../../server/platform/config.ts'

const real = {
  ZENDESK_SUBDOMAIN: 'acme',
  ZENDESK_CLIENT_ID: 'client',
  ZENDESK_CLIENT_SECRET: 'secret',
  APP_SECRET: 'a secret of at least thirty-two characters',
}
const simulated = {
  ...real,
  ZENDESK_BASE_URL: 'http://127.0.0.1:9000',
  AI_AGENTS_BASE_URL: 'http://localhost:9000/ai',
}

describe('a usable configuration', () => {
  it('needs little, and has a default for the rest', () => {
    expect(readConfig(real)).toEqual({
      port: 8080,
      databaseFile: 'data/cutover.db',
      publicUrl: 'http://localhost:8080',
      appSecret: 'a secret of at least thirty-two characters',
      jobs: 'child',
      isScopeStrict: false,
      logLevel: 'info',
      defaultZone: null,
      clock: null,
      zendesk: {
        baseUrl: 'https://acme.zendesk.com',
        credential: { kind: 'oauth', clientId: 'client', clientSecret: 'secret' },
        chatToken: null,
        chatClient: null,
        rateWindowScale: 1,
        timeoutMs: 90_000,
      },
      aiAgents: { baseUrl: 'https://acme.zendesk.com/ai-agents/api', apiKey: null, organizationId: null },
      mail: {
        smtpUrl: null,
        smtpCaFile: null,
        mailsPerMinute: 600,
        mailFrom: 'Cutover <cutover@localhost>',
        outboxDirectory: 'data/outbox',
      },
    })
  })

  it('may use an e-mail address with an API token instead of an OAuth client', () => {
    const config = readConfig({
      ZENDESK_SUBDOMAIN: 'acme',
      ZENDESK_EMAIL: 'ops@acme.example',
      ZENDESK_API_TOKEN: 'token',
      APP_SECRET: real.APP_SECRET,
    })

    expect(config.zendesk.credential).toEqual({
      kind: 'token',
      email: 'ops@acme.example',
      apiToken: 'token',
    })
  })

  it('may leave secrets to the database, where they are looked for when they are needed', () => {
    const { zendesk } = readConfig({
      ...real,
      ZENDESK_CLIENT_SECRET: undefined,
      ZENDESK_CHAT_CLIENT_ID: 'chat client',
    })

    expect(zendesk.credential).toEqual({ kind: 'oauth', clientId: 'client', clientSecret: null })
    expect(zendesk.chatClient).toEqual({ clientId: 'chat client', clientSecret: null })
  })

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ ...real, PORT: '', SMTP_URL: '' }).port).toBe(8080)
  })

  it('gives addresses without a slash at the end', () => {
    const config = readConfig({ ...real, PUBLIC_URL: 'https://cutover.acme.example/' })

    expect(config.publicUrl).toBe('https://cutover.acme.example')
  })
})

describe('an unusable configuration', () => {
  it('is told in one go', () => {
    expect(
      problemsOf({ PORT: 'eighty', APP_SECRET: 'short', LOG_LEVEL: 'loud', TZ_DEFAULT: 'Seoul' }),
    ).toEqual([
      'PORT must be a whole number between 0 and 65535',
      'APP_SECRET must be at least 16 characters; make one with: openssl rand -base64 48',
      'LOG_LEVEL must be one of: fatal, error, warn, info, debug, trace, silent',
      'TZ_DEFAULT is not a time zone; use a name such as Asia/Seoul',
      'ZENDESK_SUBDOMAIN is missing: set it to the part before .zendesk.com',
      'ZENDESK_CLIENT_ID is missing: create an OAuth client in Admin Center > Apps and integrations > APIs; its secret goes into ZENDESK_CLIENT_SECRET, or is stored with npm run admin -- connect',
    ])
  })

  it('is told in one message that lists every problem', () => {
    expect(() => readConfig({})).toThrow(
      /^The configuration is not usable:\n {2}- APP_SECRET is missing.*\n {2}- ZENDESK_SUBDOMAIN is missing/,
    )
  })

  it('has a secret without the name that belongs to it', () => {
    expect(problemsOf({ ...real, ZENDESK_CLIENT_ID: undefined })).toEqual([
      'ZENDESK_CLIENT_ID is missing: ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET belong together',
    ])
    expect(problemsOf({ ...real, ZENDESK_CHAT_CLIENT_SECRET: 'secret' })).toEqual([
      'ZENDESK_CHAT_CLIENT_ID is missing: ZENDESK_CHAT_CLIENT_ID and ZENDESK_CHAT_CLIENT_SECRET belong together',
    ])
    expect(problemsOf({ ...real, ZENDESK_API_TOKEN: 'token' })).toEqual([
      'ZENDESK_EMAIL is missing: ZENDESK_EMAIL and ZENDESK_API_TOKEN belong together',
    ])
  })

  it('has two ways into Chat', () => {
    const both = { ...real, ZENDESK_CHAT_TOKEN: 'token', ZENDESK_CHAT_CLIENT_ID: 'client' }

    expect(problemsOf(both)).toEqual([
      'ZENDESK_CHAT_TOKEN and ZENDESK_CHAT_CLIENT_ID are both set: keep one of them',
    ])
  })

  it('has a subdomain that is a whole address', () => {
    expect(problemsOf({ ...real, ZENDESK_SUBDOMAIN: 'acme.zendesk.com' })).toEqual([
      'ZENDESK_SUBDOMAIN is the part before .zendesk.com: letters, digits and hyphens only',
    ])
  })

  it('would send credentials over plain http to another machine', () => {
    for (const address of [
      'http://acme.zendesk.com',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
    ]) {
      expect(problemsOf({ ...real, ZENDESK_BASE_URL: address }), address).toEqual([
        'ZENDESK_BASE_URL must be https: plain http is accepted only for this machine',
      ])
    }
  })

  it('has an address that is none', () => {
    expect(problemsOf({ ...real, ZENDESK_BASE_URL: 'acme', SMTP_URL: 'http://mail.example' })).toEqual([
      'ZENDESK_BASE_URL must be an address such as https://example.com',
      'SMTP_URL must be an address such as smtps://user:password@mail.example.com',
    ])
  })
})

describe('plain http', () => {
  it('is accepted for this machine', () => {
    for (const address of ['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000']) {
      expect(readConfig({ ...real, ZENDESK_BASE_URL: address }).zendesk.baseUrl).toBe(address)
    }
  })
})

describe('CUTOVER_NOW', () => {
  const now = { CUTOVER_NOW: '2026-11-16T09:00:00+09:00' }
  const refusal =
    'CUTOVER_NOW is for tests and demos: it is accepted only when every Zendesk address is on this machine'

  it('sets the clock of a simulated account, which runs on from there', () => {
    expect(readConfig({ ...simulated, ...now }).clock).toEqual({
      now: Date.parse('2026-11-16T00:00:00Z'),
      frozen: false,
    })
  })

  it('stands still when asked to', () => {
    expect(readConfig({ ...simulated, ...now, CUTOVER_NOW_FROZEN: '1' }).clock?.frozen).toBe(true)
  })

  it('is refused with a real account', () => {
    expect(problemsOf({ ...real, ...now })).toEqual([refusal])
    expect(problemsOf({ ...real, ...now, ZENDESK_BASE_URL: 'https://acme.zendesk.com' })).toEqual([refusal])
  })

  it('is refused when only one of the addresses is on this machine', () => {
    expect(problemsOf({ ...simulated, ...now, AI_AGENTS_BASE_URL: 'https://api.example.com' })).toEqual([
      refusal,
    ])
  })

  it('is accepted when one address on this machine stands for everything', () => {
    const { aiAgents } = readConfig({
      ...simulated,
      ...now,
      AI_AGENTS_BASE_URL: undefined,
      AI_AGENTS_API_KEY: 'key',
    })

    expect(aiAgents.baseUrl).toMatch(/^http:\/\/(localhost|127\.0\.0\.1)[^]*\/ai-agents\/api$/)
  })

  it('needs an offset, or it would be another moment on every machine', () => {
    for (const moment of ['2026-11-16T09:00:00', '2026-11-16', 'tomorrow', '2026-13-16T09:00:00Z']) {
      expect(problemsOf({ ...simulated, CUTOVER_NOW: moment }), moment).toEqual([
        'CUTOVER_NOW is not an instant; use a form such as 2026-11-16T09:00:00+09:00',
      ])
    }
    expect(readConfig({ ...simulated, CUTOVER_NOW: '2026-11-16T00:00Z' }).clock?.now).toBe(
      Date.parse('2026-11-16T00:00:00Z'),
    )
  })
})

describe('ZENDESK_RATE_WINDOW_SCALE', () => {
  it('is for a simulated account only', () => {
    expect(readConfig({ ...simulated, ZENDESK_RATE_WINDOW_SCALE: '60' }).zendesk.rateWindowScale).toBe(60)
    expect(problemsOf({ ...real, ZENDESK_RATE_WINDOW_SCALE: '60' })).toEqual([
      'ZENDESK_RATE_WINDOW_SCALE is for tests and demos: it is accepted only when every Zendesk address is on this machine',
    ])
    expect(readConfig({ ...real, ZENDESK_RATE_WINDOW_SCALE: '1' }).zendesk.rateWindowScale).toBe(1)
  })
})

describe('an environment file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cutover-env-'))
  const file = join(directory, '.env')
  afterEach(() => {
    delete process.env.CUTOVER_TEST_FROM_FILE
    delete process.env.CUTOVER_TEST_ALREADY_SET
    rmSync(directory, { recursive: true, force: true })
  })

  it('is optional, and does not change what is set already', () => {
    loadEnvironmentFile(file)
    process.env.CUTOVER_TEST_ALREADY_SET = 'first'
    writeFileSync(file, 'CUTOVER_TEST_FROM_FILE=read\nCUTOVER_TEST_ALREADY_SET=second\n')

    loadEnvironmentFile(file)

    expect(process.env.CUTOVER_TEST_FROM_FILE).toBe('read')
    expect(process.env.CUTOVER_TEST_ALREADY_SET).toBe('first')
  })
})

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  return []
}
