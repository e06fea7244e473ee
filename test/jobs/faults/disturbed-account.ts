import { Writable } from 'node:stream'
import { pino } from 'pino'
import { z } from 'zod'
import { runJobByName } from '../../../jobs/run-job.ts'
import type { JobOptions } from '../../../jobs/task.ts'
import type { Clock } from '../../../server/platform/clock.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { keepSecret, requesterHashKey, writeAccountSettings } from '../../../server/store/settings.ts'
import { contentOf, differences } from '../../support/database-content.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testConfig, testContext, testNow } from '../../support/test-context.ts'
import { demoCredentials } from '../../zendesk-sim/credentials.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import type { SimulatorOptions } from '../../zendesk-sim/server.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import type { World } from '../../zendesk-sim/world/types.ts'

const MOST_RUNS = 8
const leftSchema = z.array(z.object({ stream: z.string(), left: z.number().default(0) }))

export type RunningSimulator = Awaited<ReturnType<typeof startSimulator>>

export type Reader = TestContext & { /** Everything logged, one text. */ log(): string }

export type ReaderGiven = { db?: Database; clock?: Clock; timeoutMs?: number }

/** Our side: a database of its own with the demo's settings, reading the account at `url`. */
export function readerOf(world: World, url: string, given: ReaderGiven = {}): Reader {
  const lines: string[] = []
  const { zendesk } = testConfig()
  const ctx = testContext({
    ...(given.db && { db: given.db }),
    clock: given.clock ?? frozenClock(testNow),
    logger: pino({ level: 'trace' }, collecting(lines)),
    config: {
      zendesk: {
        ...zendesk,
        baseUrl: url,
        rateWindowScale: 60_000,
        ...(given.timeoutMs !== undefined && { timeoutMs: given.timeoutMs }),
      },
      aiAgents: { ...testConfig().aiAgents, baseUrl: `${url}/ai-agents/api` },
    },
  })
  writeAccountSettings(ctx.db, demoSettings(world), testNow)
  keepSecret(ctx.db, requesterHashKey, ctx.config.appSecret, () => 'the same key in every database', testNow)
  return { ...ctx, log: () => lines.join('') }
}

/** Runs the whole sync once; returns what a run that failed, or left something to the next, said, else null. */
export async function readOnce(ctx: Reader, options: JobOptions = {}): Promise<string | null> {
  const { outcome, message, summary } = await runJobByName(
    ctx,
    'sync-all',
    options,
    new AbortController().signal,
  )
  if (outcome !== 'ok') return message ?? outcome
  const left = z
    .object({ streams: leftSchema })
    .parse(summary)
    .streams.filter((stream) => stream.left > 0)
  return left.length === 0 ? null : left.map(({ stream, left }) => `${stream} left ${left}`).join()
}

/** Runs the whole sync until it succeeds; returns what the failed runs said. @throws when it never succeeds */
export async function readUntilDone(ctx: Reader, runs = MOST_RUNS): Promise<string[]> {
  const said: string[] = []
  while (said.length < runs) {
    const failure = await readOnce(ctx)
    if (failure === null) return said
    said.push(failure)
  }
  throw new Error(`readUntilDone: no run succeeded, the last one said: ${said.at(-1)}`)
}

/** What a reader holds whom nothing disturbed. */
export async function undisturbedContent(
  world: World,
  options: Partial<SimulatorOptions> = {},
): Promise<DatabaseContent> {
  const zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off', ...options })
  try {
    const ctx = readerOf(world, zendesk.url)
    await readUntilDone(ctx, 1)
    return contentOf(ctx.db)
  } finally {
    await zendesk.close()
  }
}

/** What a reader holds of an account that misbehaves, what its runs said, and whether anything secret was logged. */
export async function disturbedReading(
  world: World,
  options: Partial<SimulatorOptions>,
  given: ReaderGiven & { onStart?(zendesk: RunningSimulator): void } = {},
): Promise<{ content: DatabaseContent; said: string[]; leaks: string[] }> {
  const zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off', ...options })
  try {
    const ctx = readerOf(world, zendesk.url, given)
    given.onStart?.(zendesk)
    const said = await readUntilDone(ctx)
    return { content: contentOf(ctx.db), said, leaks: leaksIn(`${ctx.log()}\n${said.join('\n')}`) }
  } finally {
    await zendesk.close()
  }
}

/** Names of the secrets that stand in a text. */
export function leaksIn(text: string): string[] {
  const { clientSecret, chatToken, aiAgentsKey } = demoCredentials
  const secrets = {
    clientSecret,
    chatToken,
    aiAgentsKey,
    bearer: 'Bearer ',
    basic: 'Basic ',
    signature: 'sig=',
  }
  return Object.entries(secrets)
    .filter(([, secret]) => text.includes(secret))
    .map(([name]) => name)
}

export { differences }

function collecting(lines: string[]): Writable {
  return new Writable({
    write(chunk: unknown, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
}
