import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { frozenClock } from '../../server/platform/clock.ts'
import { runProgram, startProgram } from '../support/built-program.ts'
import { simulatedEnvironment } from '../support/simulated-environment.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'

const NOW = '2026-11-16T09:00:00+09:00'
const LONG = { timeout: 120_000 }
const folder = mkdtempSync(join(tmpdir(), 'cutover-processes-'))
let zendesk: Awaited<ReturnType<typeof startSimulator>>
let environment: ReturnType<typeof simulatedEnvironment>
let files = 0

beforeAll(async () => {
  zendesk = await startSimulator({
    world: createSmallWorld(Date.parse(NOW)),
    clock: frozenClock(NOW),
    limits: 'off',
  })
})
afterAll(async () => {
  await zendesk.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  environment = simulatedEnvironment({ zendeskUrl: zendesk.url, folder, file: `${files++}.db`, now: NOW })
})

describe('npm run job', () => {
  it(
    'runs the job itself while no jobs process is there, and prints JSON on its last line',
    LONG,
    async () => {
      const { code, output } = await runProgram('jobs/run.js', ['sync-account'], environment)

      expect(code).toBe(0)
      expect(JSON.parse(lastLine(output))).toMatchObject({ job: 'sync-account', outcome: 'ok' })
      expect(ask('select count(*) from brand')).toBeGreaterThan(2)
    },
  )

  it('hands the job to the process that holds the lease and waits for its answer', LONG, async () => {
    const holder = startProgram('jobs/main.js', [], environment)
    await until(() => ask('select count(*) from lease') === 1)

    const { code, output } = await runProgram('jobs/run.js', ['compare'], environment)

    expect(code).toBe(0)
    expect(JSON.parse(lastLine(output))).toMatchObject({ job: 'compare', outcome: 'ok' })
    expect(ask("select count(*) from job_request where name = 'compare' and outcome = 'ok'")).toBe(1)
    holder.child.kill('SIGTERM')
    expect((await holder.ended).code).toBe(0)
    expect(ask('select count(*) from lease')).toBe(0)
  })

  it(
    'fails with a sentence that says what to do when Zendesk refuses, and leaves nothing half-written',
    LONG,
    async () => {
      const wrong = { ...environment, ZENDESK_CLIENT_SECRET: 'not-the-secret' }

      const { code, output } = await runProgram('jobs/run.js', ['sync-tickets-agent'], wrong)

      expect(code).toBe(1)
      expect(lastLine(output)).toContain('check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET')
      expect(output).not.toContain('not-the-secret')
      expect(
        ask(
          "select count(*) from job_run where outcome = 'failed' and message like '%ZENDESK_CLIENT_SECRET%'",
        ),
      ).toBe(1)
      expect(ask('select count(*) from conversation')).toBe(0)
    },
  )

  it('names the jobs there are when the name is unknown', LONG, async () => {
    const { code, output } = await runProgram('jobs/run.js', ['sync-everything'], environment)

    expect(code).toBe(2)
    expect(output).toContain('unknown job "sync-everything"; the jobs are: sync-all, sync-account')
  })
})

describe('the jobs process', () => {
  it('waits while another one lives, and takes over at once when that one is killed', LONG, async () => {
    const first = startProgram('jobs/main.js', [], environment)
    await until(() => ask('select count(*) from lease') === 1)
    const second = startProgram('jobs/main.js', [], environment)
    const pidOfHolder = () => ask('select pid from lease')

    await wait(2_000)
    expect(pidOfHolder()).toBe(first.child.pid)
    first.child.kill('SIGKILL')
    await first.ended
    await until(() => pidOfHolder() === second.child.pid)

    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
  })

  it('runs at its start what the timetable missed', LONG, async () => {
    const process = startProgram('jobs/main.js', [], environment)

    await until(() => ask("select count(*) from job_run where name = 'sync-all' and outcome = 'ok'") === 1)

    process.child.kill('SIGTERM')
    await process.ended
  })
})

describe('a process with a wrong configuration', () => {
  it('does not start and lists every problem at once', LONG, async () => {
    const wrong = { ...environment, APP_SECRET: 'short', PORT: 'eighty', ZENDESK_CLIENT_ID: '' }

    for (const file of ['server/main.js', 'jobs/main.js']) {
      const { code, output } = await runProgram(file, [], wrong)
      expect(code).toBe(1)
      expect(output).toContain('PORT must be a whole number')
      expect(output).toContain('APP_SECRET must be at least')
      expect(output).toContain('ZENDESK_CLIENT_ID is missing')
    }
  })
})

describe('the web process', () => {
  it(
    'keeps a jobs process beside it, starts it again when it dies, and ends it with itself',
    LONG,
    async () => {
      const web = startProgram('server/main.js', [], { ...environment, PORT: '0' })
      await until(() => ask('select count(*) from lease') === 1)
      const first = ask('select pid from lease')

      process.kill(first, 'SIGKILL')
      await until(() => ask('select pid from lease') !== first)
      const second = ask('select pid from lease')
      web.child.kill('SIGTERM')
      await web.ended

      await until(() => !isAlive(second))
    },
  )
})

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}

/** One number from the database; 0 while the file or the table is not there yet. */
function ask(sql: string): number {
  try {
    const db = new BetterSqlite3(environment.DATABASE_FILE, { readonly: true, fileMustExist: true })
    try {
      return Number(db.prepare(sql).pluck().get() ?? 0)
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(50)
}
