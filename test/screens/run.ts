// `npm run screens [-- --url ADDRESS]`: draws every page of the demo into docs/screens.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/chromium.ts'
import { root } from '../support/built-program.ts'
import { startDemoWeb } from '../support/demo-web.ts'
import { looks } from './looks.ts'
import { pagesToShow } from './pages.ts'
import { shrink } from './shrink.ts'
import { signIn, takePicture } from './take-picture.ts'

const folder = join(root, 'docs', 'screens')
const LARGEST_BYTES = 150_000
/** Enough for the brands' verdicts to be what they are at full size. */
const SCALE = Number(process.env.DEMO_SCALE ?? 0.3)

const { values } = parseArgs({ options: { url: { type: 'string' }, only: { type: 'string' } } })
const server = values.url === undefined ? await startDemoWeb(SCALE) : null
const browser = await launchBrowser()
try {
  await takeAll(browser, values.url ?? server?.url ?? '')
} finally {
  await browser.close()
  await server?.close()
}

async function takeAll(chromium: Browser, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const look of looks) {
    const visitor = await signIn(chromium, url, look)
    for (const shown of await pagesToShow(visitor)) {
      if (values.only !== undefined && values.only !== shown.name) continue
      const picture = await shrink(await takePicture(visitor, shown), LARGEST_BYTES)
      const file = `${shown.name}-${look.name}.webp`
      writeFileSync(join(folder, file), picture)
      console.log(`${file}  ${(picture.length / 1000).toFixed(0)} kB`)
    }
    await visitor.context.close()
  }
}
