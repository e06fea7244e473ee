import { describe, expect, it } from 'vitest'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('a slow answer', () => {
  it('never replaces a newer one', async () => {
    const page = await app.open('/?lang=en')
    app.state.delays.set('comparisons/3/csat', 1200)

    await page.getByRole('link', { name: 'Mirae Outdoor', exact: true }).click()
    await page.getByRole('link', { name: 'Data health' }).click()
    await page.getByRole('heading', { level: 1, name: 'Data health' }).waitFor()
    await page.waitForTimeout(1600)

    expect(await page.textContent('h1')).toBe('Data health')
    expect(await page.title()).toBe('Data health · Cutover')
  })

  it('of a page gone back from never replaces the same kind of page opened later', async () => {
    const page = await app.open('/?lang=en')
    app.state.delays.set('comparisons/3/csat', 1500)
    await page.getByRole('link', { name: 'Mirae Outdoor', exact: true }).click()
    await page.waitForURL('**/brands/3**')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()

    await page.getByRole('link', { name: 'Haneul Air', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Haneul Air' }).waitFor()
    await page.waitForTimeout(1800)

    expect([await page.textContent('h1'), new URL(page.url()).pathname]).toEqual(['Haneul Air', '/brands/4'])
  })

  it('is announced as loading', async () => {
    const page = await app.open('/?lang=en')
    app.state.delays.set('data-health', 600)

    await page.getByRole('link', { name: 'Data health' }).click()

    await page.locator('.content[aria-busy="true"] .skeleton').first().waitFor()
    await page.getByRole('heading', { level: 1, name: 'Data health' }).waitFor()
    expect(await page.locator('[aria-busy]').count()).toBe(0)
  })
})

describe('a server that is gone', () => {
  it('leaves the last figures standing, marked with their time, until it answers again', async () => {
    app.state.arriving = true
    const page = await app.open('/?lang=en')
    await page.getByText('The history is arriving: 42%').waitFor()

    app.state.gone = true

    await page.locator('.banner.stale').waitFor()
    expect(await page.locator('.banner.stale').innerText()).toContain('These figures are from')
    expect(await page.getByRole('rowheader').count()).toBe(7)
    app.state.gone = false
    app.state.arriving = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()
    expect(await page.locator('.banner.stale').count()).toBe(0)
  })

  it('shows a page that explains itself, and recovers by itself', async () => {
    const page = await app.open('/?lang=ko')
    app.state.gone = true
    await page.getByRole('link', { name: '데이터 상태' }).click()
    await page.getByRole('heading', { level: 1, name: '서버가 응답하지 않습니다' }).waitFor()

    app.state.gone = false

    await page.getByRole('heading', { level: 1, name: '데이터 상태' }).waitFor()
  })

  it('is said before the first page as well', async () => {
    app.state.gone = true
    const page = await app.open('/?lang=en')

    expect(await page.textContent('h1')).toBe('The server does not answer')
  })
})

describe('an address without a page', () => {
  it('says so and leads home', async () => {
    const page = await app.open('/nowhere?lang=en')

    expect(await page.textContent('h1')).toBe('There is no such page')
    await page.getByRole('link', { name: 'Back to the overview' }).click()
    await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()
  })
})
