import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext } from '../server/context.ts'
import { frozenClock, shiftedClock, systemClock } from '../server/platform/clock.ts'
import type { Clock } from '../server/platform/clock.ts'
import { readConfig } from '../server/platform/config.ts'
import { seedDemoPeople, demoPassword, demoPeople } from './demo-people.ts'
import { writeAccountSettings } from '../server/store/settings.ts'
import { demoCredentials } from './zendesk-sim/credentials.ts'
import { demoSettings } from './zendesk-sim/demo-settings.ts'
import { startSimulator } from './zendesk-sim/server.ts'
import { anchorOf } from './zendesk-sim/world/calendar.ts'
import { createWorld } from './zendesk-sim/world/create-world.ts'

const DEFAULT_PORT = 4180
/** One Zendesk minute of rate limit lasts a second here: the first sync of eighteen months takes about a minute. */
const RATE_WINDOW_SCALE = 60
const FOLDER = join('data', 'demo')

/** `npm run demo`: a simulated Zendesk account, and Cutover's two processes reading it over real HTTP. */
async function main(): Promise<void> {
  const clock = demoClock()
  const port = await freePort(Number(process.env.DEMO_PORT ?? DEFAULT_PORT))
  console.log('Making up eighteen months of conversations for seven brands …')
  const world = createWorld({ anchor: anchorOf(clock.now()), scale: Number(process.env.DEMO_SCALE ?? 1) })
  const zendesk = await startSimulator({ world, clock, rateWindowScale: RATE_WINDOW_SCALE })
  const environment = demoEnvironment(zendesk.url, port, clock)
  rmSync(FOLDER, { recursive: true, force: true })
  await prepareDatabase(environment, world)
  const web = fork(fileURLToPath(new URL(`../server/main${extname(import.meta.url)}`, import.meta.url)), {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  })
  web.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    void zendesk.close()
  })
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => web.kill('SIGTERM'))
  // By number: looking a name up gives up early while the simulated account keeps this process busy.
  await untilReady(`http://127.0.0.1:${port}/healthz`).catch((error: unknown) => {
    web.kill('SIGTERM')
    throw error
  })
  announce(port, zendesk.url)
}

function demoClock(): Clock {
  const { CUTOVER_NOW, CUTOVER_NOW_FROZEN } = process.env
  if (!CUTOVER_NOW) return systemClock
  return CUTOVER_NOW_FROZEN === '1' ? frozenClock(CUTOVER_NOW) : shiftedClock(Date.parse(CUTOVER_NOW))
}

function demoEnvironment(zendeskUrl: string, port: number, clock: Clock): Record<string, string> {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_FILE: join(FOLDER, 'cutover.db'),
    OUTBOX_DIR: join(FOLDER, 'outbox'),
    APP_SECRET: 'demo-only-secret-that-protects-nothing-at-all',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    ZENDESK_BASE_URL: zendeskUrl,
    ZENDESK_SUBDOMAIN: demoCredentials.subdomain,
    ZENDESK_CLIENT_ID: demoCredentials.clientId,
    ZENDESK_CLIENT_SECRET: demoCredentials.clientSecret,
    ZENDESK_CHAT_TOKEN: demoCredentials.chatToken,
    AI_AGENTS_BASE_URL: `${zendeskUrl}/ai-agents/api`,
    AI_AGENTS_API_KEY: demoCredentials.aiAgentsKey,
    ZENDESK_RATE_WINDOW_SCALE: String(RATE_WINDOW_SCALE),
    ...(process.env.CUTOVER_NOW ? { CUTOVER_NOW: new Date(clock.now()).toISOString() } : {}),
  }
}

/** What an administrator would have set up before the first sync: brand maps, opening hours, three people. */
async function prepareDatabase(
  environment: Record<string, string>,
  world: ReturnType<typeof createWorld>,
): Promise<void> {
  const ctx = createContext(readConfig({ ...process.env, ...environment }), 'demo')
  writeAccountSettings(ctx.db, demoSettings(world), ctx.clock.now())
  await seedDemoPeople(ctx, world)
  ctx.db.close()
}

async function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(
        new Error(`port ${wanted} is taken; set DEMO_PORT to another, for example DEMO_PORT=${wanted + 1}`),
      ),
    )
    probe.listen(wanted, () => probe.close(() => resolve(wanted)))
  })
}

async function untilReady(address: string): Promise<void> {
  let said = 'it gave no healthy answer'
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(address).catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : null
      said = cause instanceof Error ? cause.message : String(error)
      // Neither fetch nor a browser opens the ports of other well-known services.
      if (said === 'bad port') throw new Error(`browsers refuse ${address}; set DEMO_PORT to another port`)
      return null
    })
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the web process did not start (${said}); its messages above say why`)
}

function announce(port: number, zendeskUrl: string): void {
  console.log(`
Cutover is at        http://localhost:${port}
Password             ${demoPassword}
Sign in as${demoPeople.map(({ email, role, note }) => `\n  ${email.padEnd(24)}${role}, ${note}`).join('')}

History arrives while you watch. The simulated Zendesk account answers at ${zendeskUrl}.
Mails are written to ${join(FOLDER, 'outbox')}. Stop with Ctrl+C.
`)
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
