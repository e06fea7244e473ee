import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
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

/**
 * One browser and one fixture server per test file; every test gets fresh pages and a server at rest, and fails on
 * a script error or a refusal of the content security policy.
 */
export function useBrowser() {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startFixtureServer>>
  let contexts: BrowserContext[] = []
  let complaints: string[] = []

  beforeAll(async () => {
    server = await startFixtureServer(await buildClient())
    browser = await launchBrowser()
  })

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    server.reset()
    const heard = complaints
    complaints = []
    expect(heard).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  return {
    get state() {
      return server.state
    },
    tellHealth(health: Parameters<typeof server.tellHealth>[0]) {
      server.tellHealth(health)
    },
    /** Opens an address and waits for its heading. */
    async open(path: string, options: OpenOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        colorScheme: options.scheme ?? 'light',
        locale: options.locale ?? 'en-GB',
        timezoneId: 'Asia/Seoul',
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text())
      })
      await page.goto(server.url + path)
      await page.waitForSelector('h1')
      return page
    },
  }
}

/** By how many pixels the page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
