import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { syncAll } from '../../jobs/sync.ts'
import type { SyncSummary } from '../../jobs/sync.ts'
import { openDatabase } from '../../server/store/database.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { TestContext } from '../support/test-context.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'

export type LoadedAccount = {
  ctx: TestContext
  /** What the sync said it did, and how long it took. */
  summary: SyncSummary
  syncMilliseconds: number
  /** One per conversation stored. */
  conversations: number
  close(): void
}

/** The demo account at a twentieth of its size, read by the jobs over HTTP into a file of its own. */
export async function loadAccount(scale = Number(process.env.BENCH_SCALE ?? 0.05)): Promise<LoadedAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-bench-'))
  const world = createWorld({ anchor: anchorOf(testNow), scale })
  const zendesk = await startSimulator({
    world,
    clock: { now: () => testNow },
    limits: 'off',
  })
  const config = testConfig()
  const ctx = testContext({
    db: openDatabase(join(folder, 'bench.db')),
    config: { zendesk: { ...config.zendesk, baseUrl: zendesk.url, rateWindowScale: 100_000 } },
  })
  writeAccountSettings(ctx.db, demoSettings(world), testNow)
  const startedAt = performance.now()
  const summary = await syncAll(ctx, new AbortController().signal)
  const syncMilliseconds = performance.now() - startedAt
  await zendesk.close()
  const conversations = ctx.db.prepare<[], number>('select count(*) from conversation').pluck().get() ?? 0
  return {
    ctx,
    summary,
    syncMilliseconds,
    conversations,
    close() {
      ctx.db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
