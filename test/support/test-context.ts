import { createHash } from 'node:crypto'
import type { Config } from '../../server/platform/config.ts'
import type { Context } from '../../server/context.ts'
import { createContext } from '../../server/context.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import { createLogger } from '../../server/platform/logger.ts'
import type { Mail } from '../../server/platform/mailer.ts'
import { migratedDatabase } from './migrated-database.ts'

/** The moment at which tests stand: a Monday, 09:00 in Seoul. */
export const testNow = Date.parse('2026-11-16T09:00:00+09:00')

export type TestContext = Context & {
  /** Every mail "sent" through the context's mailer, oldest first. */
  mails: Mail[]
}

export type TestContextOverrides = Partial<Omit<Context, 'config'>> & { config?: Partial<Config> }

/** A context without files, network, real time or real randomness: a migrated in-memory database of its own. */
export function testContext({ config, ...overrides }: TestContextOverrides = {}): TestContext {
  const mails: Mail[] = []
  const context = createContext({ ...testConfig(), ...config }, 'test', {
    db: migratedDatabase(),
    clock: frozenClock(testNow),
    logger: createLogger('silent', 'test'),
    mailer: {
      async send(mail) {
        mails.push(mail)
        return { response: '250 kept', bytes: mail.html.length }
      },
    },
    random: countingRandom(),
    ...overrides,
  })
  return { ...context, mails }
}

export function testConfig(): Config {
  return {
    port: 0,
    databaseFile: ':memory:',
    publicUrl: 'http://localhost:8080',
    appSecret: 'a secret for tests that is long enough',
    jobs: 'off',
    isScopeStrict: false,
    logLevel: 'silent',
    defaultZone: null,
    clock: { now: testNow, frozen: true },
    zendesk: {
      baseUrl: 'http://127.0.0.1:1',
      credential: { kind: 'oauth', clientId: 'cutover-demo', clientSecret: 'demo-client-secret' },
      chatToken: 'demo-chat-token',
      chatClient: null,
      rateWindowScale: 1000,
      timeoutMs: 90_000,
    },
    aiAgents: { baseUrl: 'http://127.0.0.1:1', apiKey: 'demo-ai-agents-key', organizationId: null },
    mail: {
      smtpUrl: null,
      smtpCaFile: null,
      mailsPerMinute: 600,
      mailFrom: 'Cutover <cutover@localhost>',
      outboxDirectory: 'data/outbox',
    },
  }
}

/** Different at every call, the same in every run. */
function countingRandom(): Context['random'] {
  let calls = 0
  return {
    token(bytes) {
      calls += 1
      return createHash('sha512').update(`token ${calls}`).digest().subarray(0, bytes).toString('base64url')
    },
  }
}
