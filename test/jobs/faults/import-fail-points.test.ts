import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createContext } from '../../../server/context.ts'
import { readConfig } from '../../../server/platform/config.ts'
import { addBrand } from '../../support/brands.ts'
import { runProgram } from '../../support/built-program.ts'
import { databaseContent, differences } from '../../support/database-content.ts'
import { prepareDatabase } from '../../support/prepared-database.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'

const NOW = '2026-11-16T09:00:00+09:00'
const ZENDESK_URL = 'http://127.0.0.1:9'
const preload = pathToFileURL(join(import.meta.dirname, '../../support/fail-point.mjs')).href
const world = createSmallWorld(Date.parse(NOW), { scale: 0.02 })
const folder = mkdtempSync(join(tmpdir(), 'cutover-import-fail-points-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Write statements counted from the start of each run: while it reads, puts in place, sweeps, sums up, and begins again. */
const failPoints = [1, 4, 20, 300, 640, 700, 40, 8, 5, 400, 12, 9, 7, 30]

describe('an import killed right before its n-th write', () => {
  it.each(['chats', 'bot-resolutions'])(
    'of %s, time and again: run once more it ends with the content of an undisturbed one',
    { timeout: 300_000 },
    async (kind) => {
      const file = join(folder, `${kind}.csv`)
      const undisturbed = prepare(`undisturbed-${kind}.db`)
      const disturbed = prepare(`disturbed-${kind}.db`)
      const importInto = (environment: Record<string, string>) =>
        runProgram('jobs/run.js', ['import', '--file', file, '--kind', kind], environment)
      writeFileSync(file, fileOf(kind, 0, 700))
      expect((await importInto(undisturbed)).output).toContain('"outcome":"ok"')
      expect((await importInto(disturbed)).output).toContain('"outcome":"ok"')
      writeFileSync(file, fileOf(kind, 400, 1000))
      expect((await importInto(undisturbed)).output).toContain('"outcome":"ok"')

      let kills = 0
      for (const point of failPoints) {
        const { signal } = await importInto({
          ...disturbed,
          FAIL_POINT: String(point),
          NODE_OPTIONS: `--import=${preload}`,
        })
        if (signal === 'SIGKILL') kills++
      }
      const last = await importInto(disturbed)

      expect(kills).toBeGreaterThanOrEqual(5)
      expect(last.output).toContain('"outcome":"ok"')
      const content = databaseContent(disturbed.DATABASE_FILE)
      expect(differences(content, databaseContent(undisturbed.DATABASE_FILE))).toEqual([])
      expect(content.import_row).toEqual([])
    },
  )
})

function prepare(file: string): ReturnType<typeof prepareDatabase> {
  const environment = prepareDatabase(world, { zendeskUrl: ZENDESK_URL, folder, file, now: NOW })
  const ctx = createContext(readConfig(environment), 'test')
  addBrand(ctx, 101, 'Hanbit Books')
  ctx.db.close()
  return environment
}

function fileOf(kind: string, from: number, to: number): string {
  const line = (n: number): string => {
    const day = `2026-06-${String(1 + (n % 28)).padStart(2, '0')}`
    if (kind === 'chats')
      return `c${n},${day} 10:${String(n % 60).padStart(2, '0')},101,${n % 7 === 0 ? 'bad' : 'good'},v${n % 90}@example.com\n`
    return `c${n},${day},101,${n % 3 === 0 ? 'no' : 'yes'}\n`
  }
  const header =
    kind === 'chats'
      ? 'chat id,started at,brand,rating,visitor email\n'
      : 'conversation id,day,brand,resolved\n'
  return header + Array.from({ length: to - from }, (_, n) => line(from + n)).join('')
}
