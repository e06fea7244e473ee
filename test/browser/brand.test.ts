import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the brand page', () => {
  it('tells when the brand moved and how that is known', async () => {
    const page = await app.open('/brands/3?lang=en')

    const facts = await page.locator('.facts').innerText()

    expect(facts).toContain('21 April 2026')
    expect(facts).toContain('confirmed by a person')
    expect(facts).toContain('21 Apr – 28 Apr')
  })

  it('shows before and after with counts and windows', async () => {
    const page = await app.open('/brands/3?lang=en')

    const figures = await page.locator('#first_reply .figures').innerText()

    expect(figures).toContain('2 min 10 s')
    expect(figures).toContain('27 January – 20 April 2026')
    expect(figures).toContain('9,840 conversations')
    expect(figures).toContain('likely between −44% and −35%')
  })

  it('draws a chart for every figure, with words for those who cannot see it', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.waitForFunction(() => document.querySelectorAll('canvas').length === 6)

    await expectInk(page, 6)

    const label = await page.locator('#first_reply canvas').getAttribute('aria-label')
    expect(label).toContain('First reply time at Mirae Outdoor per week')
    expect(label).toContain('This compares two periods only')
  })

  it('draws anew in the colours of the other theme', async () => {
    const page = await app.open('/brands/3?lang=en')
    await expectInk(page, 6)
    const light = await pixels(page)

    await page.emulateMedia({ colorScheme: 'dark' })

    await expect.poll(() => pixels(page), { timeout: 15_000 }).not.toBe(light)
    await expectInk(page, 6)
  })

  it('holds the same numbers as a table', async () => {
    const page = await app.open('/brands/3?lang=en')

    await page.locator('#first_reply-table summary').click()

    const table = page.getByRole('table', { name: 'Mirae Outdoor: First reply time, week by week' })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(79)
    expect(await table.getByRole('row').nth(1).innerText()).toContain('still coming in')
  })

  it('shows both values without a verdict where they cannot be compared', async () => {
    const page = await app.open('/brands/5?lang=en')

    const section = page.locator('#csat')

    expect(await section.innerText()).toContain('Not comparable')
    expect(await section.innerText()).toContain('88.1%')
    expect(await section.locator('.figure.change').count()).toBe(0)
  })

  it('opens at the figure its address names', async () => {
    const page = await app.open('/brands/3?lang=en#csat')

    const top = await page.locator('#csat').evaluate((section) => section.getBoundingClientRect().top)

    expect(Math.abs(top)).toBeLessThan(120)
  })

  it('leads back to the overview with the back button, where the reader was', async () => {
    const page = await app.open('/?lang=en', { height: 500 })
    const cell = page.locator('#cell-7-csat')
    await cell.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await cell.click()
    await page.getByRole('heading', { level: 1, name: 'Noeul Home' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#csat')

    await page.goBack()

    await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
    expect(before).toBeGreaterThan(0)
  })

  it('refuses a brand one was not given, and leads back', async () => {
    const page = await app.open('/brands/99?lang=en')

    expect(await page.textContent('h1')).toBe('You have no access to this page')
    await page.getByRole('link', { name: 'Back to the overview' }).click()
    await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()
  })

  it.each([
    [360, 'ko'],
    [360, 'en'],
    [1440, 'ko'],
  ] as const)('fits %i pixels in %s', async (width, language) => {
    const page = await app.open(`/brands/4?lang=${language}`, { width })
    await expectInk(page, 6)

    expect(await overflowOf(page)).toBe(0)
  })
})

/** Waits until that many charts hold more than one colour. */
async function expectInk(page: Page, charts: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const drawn = [...document.querySelectorAll('canvas')].filter((canvas) => {
      const context = canvas.getContext('2d')
      if (!context || canvas.width === 0 || canvas.height === 0) return false
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      return data.some((value) => value !== 0)
    })
    return drawn.length === wanted
  }, charts)
}

function pixels(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('canvas')?.toDataURL() ?? '')
}
