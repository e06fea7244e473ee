import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../server/metrics/catalog.ts'
import { root } from '../support/built-program.ts'
import { demoPassword } from '../demo-people.ts'
import { anchorOf } from '../zendesk-sim/world/calendar.ts'
import { createWorld } from '../zendesk-sim/world/create-world.ts'
import { launchBrowser } from './chromium.ts'

const PORT = '4391'
const ADDRESS = `http://localhost:${PORT}`
const NOW = '2026-11-16T09:00:00+09:00'
const MINUTES = 60_000

const folder = mkdtempSync(join(tmpdir(), 'cutover-demo-'))
let demo: ChildProcess
let browser: Browser
let output = ''

beforeAll(async () => {
  demo = spawn(process.execPath, [join(root, 'dist/test/demo.js')], {
    cwd: folder,
    env: {
      ...process.env,
      DEMO_PORT: PORT,
      DEMO_SCALE: '0.15',
      CUTOVER_NOW: NOW,
    },
  })
  for (const stream of [demo.stdout, demo.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  browser = await launchBrowser()
}, 3 * MINUTES)

afterAll(async () => {
  await browser.close()
  const ended = new Promise((resolve) => demo.once('exit', resolve))
  demo.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
})

describe('the demo', () => {
  it('prints its address and its sign-ins', { timeout: 2 * MINUTES }, async () => {
    await until(() => output.includes('Sign in as'))

    expect(output).toContain(ADDRESS)
    for (const name of ['admin', 'manager', 'viewer']) expect(output).toContain(`${name}@demo.example`)
  })

  it('leads to charts of all seven brands, read through the jobs', { timeout: 8 * MINUTES }, async () => {
    const page = await signIn('admin@demo.example')
    await until(() => historyIsHere(page))

    const { brands } = await api(page, '/api/v1/brands')
    expect(brands).toHaveLength(7)
    for (const { id } of brands) {
      await page.goto(`${ADDRESS}/brands/${id}?lang=en`)
      await page.waitForSelector('canvas')
      await until(() => page.evaluate(inkOfFirstCanvas))
    }
    await page.context().close()
  })

  it(
    'finds the six cutovers in the data, and none for the brand that never moved',
    { timeout: 2 * MINUTES },
    async () => {
      const page = await signIn('admin@demo.example')

      const { brands } = await api(page, '/api/v1/brands')
      const days = brands.map(
        ({ cutover }: { cutover: { wentLiveOn: string } | null }) => cutover?.wentLiveOn ?? null,
      )

      expect(days.sort()).toEqual([
        '2026-02-10',
        '2026-03-24',
        '2026-04-21',
        '2026-05-19',
        '2026-06-02',
        '2026-10-27',
        null,
      ])
      await page.context().close()
    },
  )

  it(
    'measures the brand with the large effect, and says nothing after for the one that never moved',
    { timeout: 2 * MINUTES },
    async () => {
      const page = await signIn('admin@demo.example')
      const world = createWorld({ anchor: anchorOf(Date.parse(NOW)), weeks: 1, scale: 0.01 })
      const idOf = (key: string) => world.brands.find((brand) => brand.key === key)?.id
      const { comparisons } = await api(page, '/api/v1/comparisons?brand=all&metric=first_reply')
      const cellOf = (key: string) =>
        comparisons.find(({ brand }: { brand: { id: number } }) => brand.id === idOf(key))

      const faster = cellOf('faster')
      expect(faster).toMatchObject({ state: 'improved', direction: 'down', method: 'staggered', grade: 'A' })
      expect(faster.effect.low).toBeLessThan(0.6)
      expect(faster.effect.high).toBeGreaterThan(0.6)
      expect(cellOf('never_moved')).toMatchObject({
        state: 'not_comparable',
        after: null,
        effect: null,
        reasons: [{ code: 'not_moved' }],
      })
      await page.context().close()
    },
  )

  it('shows the viewer two brands and refuses the others', { timeout: 2 * MINUTES }, async () => {
    const admin = await signIn('admin@demo.example')
    const viewer = await signIn('viewer@demo.example')

    const all = (await api(admin, '/api/v1/brands')).brands.map(({ id }: { id: number }) => id)
    const seen = (await api(viewer, '/api/v1/brands')).brands.map(({ id }: { id: number }) => id)

    expect(seen).toHaveLength(2)
    for (const id of all) {
      const answer = await viewer.request.get(`${ADDRESS}/api/v1/comparisons?brand=${id}`)
      expect(answer.status()).toBe(seen.includes(id) ? 200 : 403)
    }
    await admin.context().close()
    await viewer.context().close()
  })

  it('writes one weekly mail for each of its three people', { timeout: 3 * MINUTES }, async () => {
    const outbox = join(folder, 'data', 'demo', 'outbox')

    await until(
      () =>
        existsSync(outbox) &&
        readdirSync(outbox).filter((name) => /-report\..*\.eml$/.test(name)).length === 3,
    )
  })
})

async function signIn(email: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${ADDRESS}/?lang=en`)
  await page.fill('input[type=email]', email)
  await page.fill('input[type=password]', demoPassword)
  await page.click('button[type=submit]')
  await page.waitForSelector('main h1')
  await until(async () => (await page.request.get(`${ADDRESS}/api/v1/session`)).status() === 200)
  return page
}

async function api(page: Page, path: string) {
  return (await page.request.get(`${ADDRESS}${path}`)).json()
}

async function historyIsHere(page: Page): Promise<boolean> {
  const { historyComplete } = await api(page, '/api/v1/data-health')
  // Every cell of the report is much to ask of a process that is busy reading.
  if (!historyComplete) return false
  const { comparisons } = await api(page, '/api/v1/comparisons?brand=all&metric=all')
  const waits = comparisons.some((cell: { reasons: { code: string }[] }) =>
    cell.reasons.some(({ code }) => code === 'history_arriving'),
  )
  return comparisons.length === 7 * catalog.length && !waits
}

/** Runs in the page: true once something is drawn on the first chart. */
function inkOfFirstCanvas(): boolean {
  const canvas = document.querySelector('canvas')
  const drawing = canvas?.getContext('2d')
  if (!canvas || !drawing || canvas.width === 0) return false
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height)
  return data.some((value) => value !== 0)
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 500))
}
