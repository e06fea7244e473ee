import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../../../server/platform/config.ts'
import type { Database } from '../../../server/store/database.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testConfig, testContext, testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { anchorOf, createWorld } from '../../zendesk-sim/world/create-world.ts'

export type Account = { url: string; end(): void }

/** Starts the simulated account in another process; `windowScale` is given where its limits are to hold. */
export async function startAccount(scale: number, windowScale: number | null = null): Promise<Account> {
  const file = fileURLToPath(new URL('account-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--max-old-space-size=8192', '--import', 'tsx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ACCOUNT_SCALE: String(scale),
      ACCOUNT_LIMITS: windowScale === null ? 'off' : 'on',
      ACCOUNT_WINDOW_SCALE: String(windowScale ?? 1),
    },
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: line.toString().trim(), end: () => child.kill() }
}

/** A context that reads the account into a file of its own; `remove` closes and deletes it. */
export function readerOf(
  url: string,
  rateWindowScale: number,
): { ctx: TestContext; config: Config; db: Database; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-bench-'))
  const usual = testConfig()
  const config = {
    ...usual,
    databaseFile: join(folder, 'bench.db'),
    zendesk: { ...usual.zendesk, baseUrl: url, rateWindowScale },
    aiAgents: { ...usual.aiAgents, baseUrl: `${url}/ai-agents/api` },
  }
  const db = openDatabase(config.databaseFile)
  const ctx = testContext({ db, config })
  // Settings know brands, not volumes.
  writeAccountSettings(db, demoSettings(createWorld({ anchor: anchorOf(testNow), scale: 0.01 })), testNow)
  return {
    ctx,
    config,
    db,
    remove() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
