import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFindings } from './serious-findings.ts'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('axe finds nothing serious', () => {
  // What every page shows at once is looked at in every-page.test.ts; here with everything opened.
  it.each([
    ['/?lang=en', 360, 'light'],
    ['/brands/4?lang=en', 1440, 'light'],
    ['/brands/3?lang=ko', 360, 'dark'],
    ['/brands/3?lang=en&metric=wait_to_agent', 1440, 'dark'],
    ['/team?lang=ko&brand=3&show=once', 360, 'dark'],
  ] as const)('at %s, %i pixels, %s', async (path, width, scheme) => {
    const page = await app.open(path, { width, scheme })
    for (const summary of await page.locator('#first_reply summary').all()) await summary.click()
    if (path.startsWith('/brands')) await page.locator('#first_reply canvas').nth(1).waitFor()

    expect(await seriousFindings(page)).toEqual([])
  })

  it('at the sign-in form', async () => {
    app.state.signedIn = false
    const page = await app.open('/?lang=ko')

    expect(await seriousFindings(page)).toEqual([])
  })

  it('in an open definition and an open menu', async () => {
    const page = await app.open('/?lang=en')
    await page.locator('#person-menu').click()
    expect(await seriousFindings(page)).toEqual([])

    await page.getByRole('button', { name: 'Recontact rate' }).click()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('while history is arriving', async () => {
    app.state.arriving = true
    const page = await app.open('/?lang=ko', { scheme: 'dark' })

    expect(await seriousFindings(page)).toEqual([])
  })
})

describe('the keyboard alone', () => {
  it('reaches the content past the header, and a brand with Enter', async () => {
    const page = await app.open('/?lang=en')

    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('2 days differ from Zendesk')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('PDF')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toContain('Haneul Air Customer satisfaction (CSAT)')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Haneul Air' }).waitFor()
    expect(await focusedText(page)).toBe('Customer satisfaction (CSAT)')
  })

  it('opens and closes the menu of the person', async () => {
    const page = await app.open('/?lang=en')
    await page.locator('#person-menu').focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)

    await page.keyboard.press('Escape')

    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('person-menu')
  })

  it('changes the colours, and the browser remembers', async () => {
    const page = await app.open('/?lang=en')
    await page.locator('#person-menu').click()
    await page.locator('#theme-dark').check()
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')

    await page.reload()

    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  })

  it('finds the heading focused after a change of page', async () => {
    const page = await app.open('/?lang=en')

    await page.getByRole('link', { name: 'Data health' }).click()
    await page.getByRole('heading', { level: 1, name: 'Data health' }).waitFor()

    expect(await focusedText(page)).toBe('Data health')
  })
})

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}
