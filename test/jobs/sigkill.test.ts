import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../server/platform/clock.ts'
import { runProgram, startProgram } from '../support/built-program.ts'
import { databaseContent, differences, rowCounts } from '../support/database-content.ts'
import { prepareDatabase } from '../support/prepared-database.ts'
import { seededNumbers } from '../support/seeded-numbers.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'

const NOW = '2026-11-16T09:00:00+09:00'
const ROUNDS = 5
const KILLS = 11
const LONGEST_WORK_MS = 500
const folder = mkdtempSync(join(tmpdir(), 'cutover-kill-'))
const world = createSmallWorld(Date.parse(NOW), { scale: 0.02 })
let zendesk: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  const random = seededNumbers(7)
  zendesk = await startSimulator({
    world,
    clock: frozenClock(NOW),
    limits: 'off',
    // Slow answers stretch the sync, so that kills fall everywhere in it.
    faults: () => ({ kind: 'delay', milliseconds: 5 + Math.floor(random() * 35) }),
  })
})

afterAll(async () => {
  await zendesk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a jobs process killed at random moments', () => {
  it(
    `ends with the content of an undisturbed run, after ${ROUNDS} times ${KILLS} kills`,
    { timeout: 600_000 },
    async () => {
      const undisturbed = prepare('undisturbed.db')
      const first = await runProgram('jobs/run.js', ['sync-all'], undisturbed)
      expect(first.output).toContain('"outcome":"ok"')
      const wanted = databaseContent(undisturbed.DATABASE_FILE)
      expect(wanted.conversation.length).toBeGreaterThan(500)
      const random = seededNumbers(42)

      for (let round = 0; round < ROUNDS; round++) {
        const disturbed = prepare(`disturbed-${round}.db`)
        for (let i = 0; i < KILLS; i++) await killDuringWork(disturbed, random)
        const last = await runProgram('jobs/run.js', ['sync-all'], disturbed)

        expect(last.output).toContain('"outcome":"ok"')
        expect(interruptedRuns(disturbed.DATABASE_FILE)).toBe(KILLS)
        const got = databaseContent(disturbed.DATABASE_FILE)
        expect(rowCounts(got)).toEqual(rowCounts(wanted))
        expect(differences(got, wanted)).toEqual([])
      }
    },
  )

  it('changes no row when every job runs a second time', { timeout: 120_000 }, async () => {
    const environment = prepare('undisturbed.db')
    const before = databaseContent(environment.DATABASE_FILE)

    for (const job of ['sync-all', 'compare']) {
      const { output } = await runProgram('jobs/run.js', [job], environment)
      expect(output).toContain('"outcome":"ok"')
    }

    expect(differences(databaseContent(environment.DATABASE_FILE), before)).toEqual([])
  })
})

/** Starts the jobs process and kills it at a random moment after its first run has begun. */
async function killDuringWork(environment: ReturnType<typeof prepare>, random: () => number): Promise<void> {
  const before = runsSoFar(environment.DATABASE_FILE)
  const program = startProgram('jobs/main.js', [], environment)
  while (runsSoFar(environment.DATABASE_FILE) === before) await wait(10)
  await wait(random() * LONGEST_WORK_MS)
  program.child.kill('SIGKILL')
  expect((await program.ended).signal).toBe('SIGKILL')
}

function runsSoFar(file: string): number {
  return countRuns(file, 'select count(*) from job_run')
}

function interruptedRuns(file: string): number {
  return countRuns(file, "select count(*) from job_run where outcome = 'interrupted'")
}

function countRuns(file: string, sql: string): number {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return Number(db.prepare(sql).pluck().get())
  } finally {
    db.close()
  }
}

function prepare(file: string): ReturnType<typeof prepareDatabase> {
  return prepareDatabase(world, { zendeskUrl: zendesk.url, folder, file, now: NOW })
}
