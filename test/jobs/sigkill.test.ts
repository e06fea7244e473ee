import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import { readConfig } from '../../server/platform/config.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { buildProgram, runProgram, startProgram } from '../support/built-program.ts'
import { databaseContent, rowCounts } from '../support/database-content.ts'
import { seededNumbers } from '../support/seeded-numbers.ts'
import { simulatedEnvironment } from '../support/simulated-environment.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'

const NOW = '2026-11-16T09:00:00+09:00'
const KILLS = 50
const folder = mkdtempSync(join(tmpdir(), 'cutover-kill-'))
const world = createSmallWorld(Date.parse(NOW))
let zendesk: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  buildProgram()
  const random = seededNumbers(7)
  zendesk = await startSimulator({
    world,
    clock: frozenClock(NOW),
    limits: 'off',
    // Slow answers stretch the sync, so that kills fall everywhere in it.
    faults: () => ({ kind: 'delay', milliseconds: 5 + Math.floor(random() * 40) }),
  })
})

afterAll(async () => {
  await zendesk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a jobs process killed at random moments', () => {
  it(`ends with the content of an undisturbed run, after ${KILLS} kills`, { timeout: 400_000 }, async () => {
    const undisturbed = prepare('undisturbed.db')
    const disturbed = prepare('disturbed.db')
    const first = await runProgram('jobs/run.js', ['sync-all'], undisturbed)
    expect(first.output).toContain('"outcome":"ok"')

    const random = seededNumbers(42)
    let killed = 0
    for (let i = 0; i < KILLS; i++) {
      const program = startProgram('jobs/main.js', [], disturbed)
      await wait(250 + random() * 1_250)
      program.child.kill('SIGKILL')
      const { signal } = await program.ended
      if (signal === 'SIGKILL') killed++
    }
    const last = await runProgram('jobs/run.js', ['sync-all'], disturbed)

    expect(killed).toBe(KILLS)
    expect(last.output).toContain('"outcome":"ok"')
    const wanted = databaseContent(undisturbed.DATABASE_FILE)
    const got = databaseContent(disturbed.DATABASE_FILE)
    expect(rowCounts(got)).toEqual(rowCounts(wanted))
    expect(got).toEqual(wanted)
    expect(wanted.conversation.length).toBeGreaterThan(500)
  })

  it('changes no row when every job runs a second time', { timeout: 120_000 }, async () => {
    const environment = prepare('undisturbed.db')
    const before = databaseContent(environment.DATABASE_FILE)

    for (const job of ['sync-all', 'compare']) {
      const { output } = await runProgram('jobs/run.js', [job], environment)
      expect(output).toContain('"outcome":"ok"')
    }

    expect(databaseContent(environment.DATABASE_FILE)).toEqual(before)
  })
})

/** The environment of one database, with the demo's settings in it. */
function prepare(file: string): ReturnType<typeof simulatedEnvironment> {
  const environment = simulatedEnvironment({ zendeskUrl: zendesk.url, folder, file, now: NOW })
  const ctx = createContext(readConfig(environment), 'test')
  writeAccountSettings(ctx.db, demoSettings(world), ctx.clock.now())
  ctx.db.close()
  return environment
}
