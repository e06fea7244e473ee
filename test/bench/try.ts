import { createSyncContext } from '../../jobs/sync.ts'
import { streams } from '../../jobs/streams/index.ts'
import { syncStream } from '../../jobs/sync-stream.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { refreshDerived } from '../../jobs/refresh-derived.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { anchorOf, createWorld } from '../zendesk-sim/world/create-world.ts'
const world = createWorld({ anchor: anchorOf(testNow), scale: 0.03 })
const zendesk = await startSimulator({ world, clock: { now: () => testNow }, limits: 'off' })
const config = testConfig()
const scale = Number(process.argv[2])
const ctx = testContext({ config: { zendesk: { ...config.zendesk, baseUrl: zendesk.url, rateWindowScale: scale } } })
writeAccountSettings(ctx.db, demoSettings(world), testNow)
const sync = createSyncContext(ctx, AbortSignal.timeout(40_000))
for (const s of streams) {
  const t = performance.now()
  try { const r = await syncStream(sync, s); console.log(s.name, r.rows, r.pages, r.changed, Math.round(performance.now() - t)) } catch (e) { console.log(s.name, 'ERR', String(e)) }
}
let t = performance.now()
console.log(await refreshDerived(ctx, new AbortController().signal), performance.now() - t)
await zendesk.close(); ctx.db.close()
console.log('closed')
