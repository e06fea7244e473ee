import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../jobs/check-connection.ts'
import { runJob, taskOf } from '../../jobs/run-job.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import type { Config } from '../../server/platform/config.ts'
import { storeSecrets } from '../../server/store/secrets.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'
import { answering } from './sync/answering-server.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import type { Fault, FaultHook } from '../zendesk-sim/server.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { stableHex } from '../zendesk-sim/stable-number.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'

const world = createSmallWorld(testNow)
const apiToken = { kind: 'token', email: 'admin@demo.example', apiToken: 'demo-api-token' } as const
/** Everything that must show up nowhere: secrets, tokens as the account issues them, signatures, people. */
const secrets =
  /demo-client-secret|demo-api-token|demo-chat-token|demo-ai-agents-key|demo-chat-client-secret|admin@demo\.example|YWRtaW5AZGVtby5leGFtcGxl|sig=[0-9a-f]|[\w.]+@(?!localhost)[\w.]+/g
/** Access tokens as the simulated account issues them, more than any of these runs takes. */
const issued = new Set(
  ['access-token', 'chat-access-token'].flatMap((kind) =>
    Array.from({ length: 500 }, (_, index) => stableHex(64, kind, index + 1)),
  ),
)
const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const faults: [string, FaultHook][] = [
  ['401 that shows the request as a web page', always({ kind: 'echo', status: 401, as: 'html' })],
  ['403 that shows the request as JSON', always({ kind: 'echo', status: 403, as: 'json' })],
  ['404 that shows the request as JSON', always({ kind: 'echo', status: 404, as: 'json' })],
  ['422 that shows the request as JSON', always({ kind: 'echo', status: 422, as: 'json' })],
  ['429 that shows the request as JSON', always({ kind: 'echo', status: 429, as: 'json' })],
  ['500 that shows the request as a web page', always({ kind: 'echo', status: 500, as: 'html' })],
  ['200 that shows the request as a web page', always({ kind: 'echo', status: 200, as: 'html' })],
  ['403 after tokens were issued', afterTokens({ kind: 'echo', status: 403, as: 'json' })],
  ['401 after tokens were issued', afterTokens({ kind: 'echo', status: 401, as: 'json' })],
  ['a token refused again and again', afterTokens({ kind: 'unauthorized' })],
  ['dropped sockets', afterTokens({ kind: 'drop' })],
  ['cut-off answers', afterTokens({ kind: 'truncate' })],
  ['empty answers', afterTokens({ kind: 'empty' })],
]

describe.each<[string, Partial<Config['zendesk']>]>([
  [
    'an OAuth client and a Chat client',
    {
      chatToken: null,
      chatClient: { clientId: 'cutover-demo-chat', clientSecret: 'demo-chat-client-secret' },
    },
  ],
  ['an API token and a Chat token', { credential: apiToken }],
])('with %s, no credential appears in a log, an error or the database', (_way, connection) => {
  it.each(faults)('%s', async (_what, hook) => {
    const zendesk = await simulated()
    zendesk.setFaults(hook)
    const { ctx, log } = tracing(zendesk.url, connection)

    const { message } = await runJob(ctx, taskOf('sync-all'), {}, new AbortController().signal)
    await checkConnection(ctx, new AbortController().signal)

    expect(message).not.toBe(null)
    expect(leaksIn(ctx, log())).toEqual([])
  })

  it('nothing goes wrong at all', async () => {
    const zendesk = await simulated()
    const { ctx, log } = tracing(zendesk.url, connection)

    const { outcome } = await runJob(ctx, taskOf('sync-account'), {}, new AbortController().signal)

    expect(outcome).toBe('ok')
    expect(leaksIn(ctx, log())).toEqual([])
  })
})

describe('a redirect to another host', () => {
  it('is not followed, by no stream and with no credential', async () => {
    const elsewhere = await answering([])
    const zendesk = await simulated()
    zendesk.setFaults(
      always({ kind: 'status', status: 302, headers: { location: `${elsewhere.url}/api/v2/brands` } }),
    )
    const { ctx, log } = tracing(zendesk.url, {})

    const { outcome } = await runJob(ctx, taskOf('sync-all'), {}, new AbortController().signal)
    await checkConnection(ctx, new AbortController().signal)

    expect(outcome).toBe('failed')
    expect(elsewhere.seen).toEqual([])
    expect(leaksIn(ctx, log())).toEqual([])
  })
})

describe('a page link to another host', () => {
  it('has only its query used', async () => {
    const elsewhere = await answering([])
    const zendesk = await simulated(elsewhere.url)
    const { ctx } = tracing(zendesk.url, {})

    const { outcome } = await runJob(ctx, taskOf('sync-chats'), {}, new AbortController().signal)

    expect(outcome).toBe('ok')
    expect(elsewhere.seen).toEqual([])
  })
})

describe('an AI agents key', () => {
  it('goes bare to the export, and neither it nor a signed address is told', async () => {
    const zendesk = await simulated()
    zendesk.setFaults(({ path }) =>
      path.startsWith('/signed/') ? { kind: 'echo', status: 500, as: 'html' } : null,
    )
    const { ctx, log } = tracing(zendesk.url, {})

    await checkConnection(ctx, new AbortController().signal)
    await runJob(ctx, taskOf('sync-all'), {}, new AbortController().signal)

    const asked = zendesk.requests.filter(({ path }) => path.includes('/data-export/'))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(({ credential }) => credential === 'other')).toBe(true)
    expect(leaksIn(ctx, log())).toEqual([])
  })
})

function always(fault: Fault): FaultHook {
  return () => fault
}

function afterTokens(fault: Fault): FaultHook {
  return ({ path }) => (path.startsWith('/oauth') ? null : fault)
}

async function simulated(linkHost?: string) {
  const clock = frozenClock(testNow)
  const zendesk = await startSimulator({ world, clock, limits: 'off', ...(linkHost && { linkHost }) })
  closers.push(() => zendesk.close())
  return zendesk
}

/** A context that logs all there is to log into a text, with secrets stored as well. */
function tracing(url: string, connection: Partial<Config['zendesk']>) {
  let written = ''
  const into = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString()
      done()
    },
  })
  const ctx = testContext({
    logger: pino({ level: 'trace' }, into),
    config: {
      zendesk: { ...testConfig().zendesk, rateWindowScale: 60_000, ...connection, baseUrl: url },
      aiAgents: { ...testConfig().aiAgents, baseUrl: `${url}/ai-agents/api` },
    },
  })
  writeAccountSettings(ctx.db, demoSettings(world), testNow)
  const stored = new Map([['ZENDESK_API_TOKEN', 'demo-api-token'] as const])
  storeSecrets(ctx.db, stored, { appSecret: ctx.config.appSecret, now: testNow })
  return { ctx, log: () => written }
}

/** Secrets in the log or in any row of any table. */
function leaksIn({ db }: ReturnType<typeof testContext>, log: string): string[] {
  const tables = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all()
  const rows = tables.map((table) => JSON.stringify(db.prepare(`select * from "${table}"`).all()))
  return [log, ...rows].flatMap((text) => [
    ...(text.match(secrets) ?? []),
    ...(text.match(/[0-9a-f]{64}/g) ?? []).filter((word) => issued.has(word)),
  ])
}
