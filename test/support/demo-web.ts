import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext } from '../../server/context.ts'
import { readConfig } from '../../server/platform/config.ts'
import { seedDemoPeople } from '../demo-people.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
import { buildPages, buildProgram, runProgram, startProgram } from './built-program.ts'
import { prepareDatabase } from './prepared-database.ts'

/** A Monday morning in Seoul, after the night's jobs. */
const NOW = '2026-11-16T00:35:00.000Z'
/** What the jobs process does in the course of a day, each to its end. */
const jobs = [
  'check-connection',
  'sync-all',
  'sync-ticket-details',
  'reconcile',
  'compare',
  'weekly-report',
  'alerts',
]

/**
 * The demo account, read by the compiled jobs to the end, and the compiled web process alone on it. The clock stands on
 * a Monday at 09:35 in Seoul, so that every run shows the same; sign in as the people of the demo.
 * @param scale 1 = the demo's usual size
 */
export async function startDemoWeb(scale: number): Promise<{ url: string; close(): Promise<void> }> {
  const problems = buildProgram()
  if (problems !== '') throw new Error(`startDemoWeb: the program does not compile:\n${problems}`)
  buildPages()
  const folder = mkdtempSync(join(tmpdir(), 'cutover-demo-'))
  const environment = await readAccount(folder, scale)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const web = startProgram('server/main.js', [], {
    ...environment,
    PORT: String(port),
    PUBLIC_URL: url,
    CUTOVER_JOBS: 'off',
  })
  async function close(): Promise<void> {
    web.child.kill('SIGTERM')
    await web.ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilHealthy(url)
  } catch (error) {
    await close()
    throw new Error(`startDemoWeb: the web process does not answer:\n${web.output()}`, { cause: error })
  }
  return { url, close }
}

async function readAccount(folder: string, scale: number): Promise<Record<string, string>> {
  const world = createWorld({ anchor: anchorOf(Date.parse(NOW)), scale })
  const zendesk = await startSimulator({ world, clock: { now: () => Date.parse(NOW) }, limits: 'off' })
  const environment = {
    ...prepareDatabase(world, { zendeskUrl: zendesk.url, folder, file: 'cutover.db', now: NOW }),
    AI_AGENTS_BASE_URL: `${zendesk.url}/ai-agents/api`,
  }
  const ctx = createContext(readConfig(environment), 'demo')
  await seedDemoPeople(ctx, world)
  ctx.db.close()
  for (const job of jobs) {
    const { code, output } = await runProgram('jobs/run.js', [job], environment)
    if (code !== 0) throw new Error(`startDemoWeb: the job ${job} failed:\n${output}`)
  }
  await zendesk.close()
  return environment
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => probe.once('listening', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

async function untilHealthy(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch((error: unknown) => {
      if (tries >= 100) throw error
      return null
    })
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
