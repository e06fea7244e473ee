import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { runProgram } from '../../support/built-program.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import { databaseContent, differences } from '../../support/database-content.ts'
import { prepareDatabase } from '../../support/prepared-database.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'

const NOW = '2026-11-16T09:00:00+09:00'
const folder = mkdtempSync(join(tmpdir(), 'cutover-fail-points-'))
const world = createSmallWorld(Date.parse(NOW), { scale: 0.02 })
const preload = pathToFileURL(join(import.meta.dirname, '../../support/fail-point.mjs')).href
let zendesk: Awaited<ReturnType<typeof startSimulator>>
let wanted: DatabaseContent

/** Write statements counted from the start of each run: the first ones one by one, then ever further apart. */
const failPoints = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14],
  [17, 20, 24, 29, 35, 42, 50, 60, 72, 86, 103, 124],
  [149, 179, 215, 258, 310, 372, 446, 535, 642, 770, 924, 1109],
  [1331, 1597, 1916, 2299, 2759, 40, 400, 900, 55, 77, 1500, 700],
]

beforeAll(async () => {
  zendesk = await startSimulator({ world, clock: frozenClock(NOW), limits: 'off' })
  const undisturbed = prepare('undisturbed.db')
  expect((await runProgram('jobs/run.js', ['sync-all'], undisturbed)).output).toContain('"outcome":"ok"')
  wanted = databaseContent(undisturbed.DATABASE_FILE)
})

afterAll(async () => {
  await zendesk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a sync killed right before its n-th write', () => {
  it.each(failPoints)(
    'for n = %d, %d, %d, … one after the other: the next one ends with the content of an undisturbed one',
    { timeout: 300_000 },
    async (...points) => {
      const disturbed = prepare(`disturbed-${points[0]}.db`)

      let kills = 0
      for (const point of points) {
        const environment = { ...disturbed, FAIL_POINT: String(point), NODE_OPTIONS: `--import=${preload}` }
        const { signal } = await runProgram('jobs/run.js', ['sync-all'], environment)
        if (signal === 'SIGKILL') kills++
      }
      const last = await runProgram('jobs/run.js', ['sync-all'], disturbed)

      expect(kills).toBeGreaterThan(points.length / 2)
      expect(last.output).toContain('"outcome":"ok"')
      expect(differences(databaseContent(disturbed.DATABASE_FILE), wanted)).toEqual([])
    },
  )
})

function prepare(file: string): ReturnType<typeof prepareDatabase> {
  return prepareDatabase(world, { zendeskUrl: zendesk.url, folder, file, now: NOW })
}
