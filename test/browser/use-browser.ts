import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, expect } from 'vitest'
import { buildClient } from './build-client.ts'
import { launchBrowser } from './chromium.ts'
import { startFixtureServer } from './fixture-server.ts'

export type OpenOptions = {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  /** What the browser asks for when the address names no language. */
  locale?: string
}
type Workplace = {
  browser: Browser
  server: Awaited<ReturnType<typeof startFixtureServer>>
  /** By locale. */
  contexts: Map<string, BrowserContext>
}

/** For all files of a worker: a browser takes longer to start than most tests take, and gets quicker page by page. */
let workplace: Promise<Workplace> | null = null

/**
 * A browser and a fixture server; every test gets fresh pages that remember nothing and a server at rest, and fails on a
 * script error or a refusal of the content security policy.
 */
export function useBrowser() {
  let at: Workplace
  let pages: Page[] = []
  let complaints: string[] = []

  beforeAll(async () => {
    workplace ??= openWorkplace()
    at = await workplace
  })

  afterEach(async () => {
    await Promise.all(pages.map(leave))
    pages = []
    await Promise.all([...at.contexts.values()].map((context) => context.clearCookies()))
    at.server.reset()
    const heard = complaints
    complaints = []
    expect(heard).toEqual([])
  })

  return {
    get state() {
      return at.server.state
    },
    tellHealth(health: Parameters<typeof at.server.tellHealth>[0]) {
      at.server.tellHealth(health)
    },
    /** Opens an address and waits for its heading. */
    async open(path: string, options: OpenOptions = {}): Promise<Page> {
      const context = await contextOf(at, options.locale ?? 'en-GB')
      const page = await context.newPage()
      pages.push(page)
      await page.setViewportSize({ width: options.width ?? 1440, height: options.height ?? 900 })
      await page.emulateMedia({ colorScheme: options.scheme ?? 'light' })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text())
      })
      await page.goto(at.server.url + path)
      await page.waitForSelector('h1')
      return page
    },
  }
}

/** By how many pixels the page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function openWorkplace(): Promise<Workplace> {
  const server = await startFixtureServer(await buildClient())
  return { server, browser: await launchBrowser(), contexts: new Map() }
}

/** A page that stays open keeps the process that has read and compiled our scripts. */
async function contextOf({ browser, server, contexts }: Workplace, locale: string): Promise<BrowserContext> {
  const known = contexts.get(locale)
  if (known) return known
  const context = await browser.newContext({ locale, timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' })
  contexts.set(locale, context)
  const keeper = await context.newPage()
  await keeper.goto(`${server.url}/favicon.svg`)
  return context
}

/** Closes a page, and what it left for the next one. */
async function leave(page: Page): Promise<void> {
  if (page.isClosed()) return
  await page.evaluate(() => localStorage.clear())
  await page.close()
}
