import type { Browser, BrowserContext, Page } from 'playwright-core'
import { demoPassword } from '../demo-people.ts'
import type { Look } from './looks.ts'

/** A page to be drawn: `at` is brought to the top first, `ready` is waited for. */
export type ShownPage = {
  name: string
  path: string
  ready: string
  at?: string
  /** Before sign-in. */
  isPublic?: true
}

export type Visitor = { context: BrowserContext; url: string; look: Look }

/** Somebody at a screen of this look, signed in as the demo's administrator. */
export async function signIn(browser: Browser, url: string, look: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    locale: look.language,
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  })
  const answer = await context.request.post(`${url}/api/v1/session`, {
    data: { email: 'admin@demo.example', password: demoPassword },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`signIn: answered ${answer.status()}`)
  return { context, url, look }
}

/** What is on the screen once the page is there, as PNG. */
export async function takePicture({ context, url, look }: Visitor, shown: ShownPage): Promise<Buffer> {
  const page = await context.newPage()
  if (shown.isPublic) await page.route('**/api/v1/session', (route) => route.fulfill({ status: 401 }))
  await page.goto(`${url}${shown.path}${shown.path.includes('?') ? '&' : '?'}lang=${look.language}`)
  await page.locator('main h1').first().waitFor()
  await page.locator('main [aria-busy], main .skeleton').first().waitFor({ state: 'detached' })
  await page.locator(`main ${shown.ready}`).first().waitFor()
  if (shown.at !== undefined) await openAt(page, shown.at)
  // Charts are drawn after the words, letters arrive after both.
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(1500)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

/** What stays at the top of a page while the rest moves. */
const STICKY_POINTS = 80

/** Opens what can be opened first and brings it to the top. */
async function openAt(page: Page, place: string): Promise<void> {
  const part = page.locator(place)
  await part.locator('summary').first().click()
  const box = await part.boundingBox()
  await page.mouse.wheel(0, (box?.y ?? 0) - STICKY_POINTS)
}
