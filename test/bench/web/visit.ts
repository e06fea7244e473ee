import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Somebody signed in at a server, with a browser. */
export type Visitor = { url: string; cookie: string; browser: Browser; brandId: number }

/** Opens an address as for the first time: nothing kept, nobody else in reach. Whoever opens it closes the context. */
export async function openFresh(
  { browser, url, cookie }: Pick<Visitor, 'browser' | 'url' | 'cookie'>,
  prepare: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const [name, value] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const { hostname } = new URL(url)
  // A peer's page may ask for letters from elsewhere: that is not what is measured.
  await context.route(
    (address) => address.hostname !== hostname,
    (route) => route.abort(),
  )
  const page = await context.newPage()
  await prepare(page, context)
  return page
}

/** The value in the middle. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
