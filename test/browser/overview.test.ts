import { describe, expect, it } from 'vitest'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the overview', () => {
  it('says in one sentence what changed, and shows every brand with every figure', async () => {
    const page = await app.open('/?lang=en')

    expect(await page.textContent('h1')).toBe(
      '1 figure improved and 1 got worse after the move to messaging.',
    )
    // Seven brands, and all moved brands together.
    expect(await page.getByRole('rowheader').count()).toBe(8)
    expect(await page.getByRole('columnheader').count()).toBe(7)
    const cell = page.locator('#cell-3-first_reply')
    expect(await cell.innerText()).toContain('Improved')
    expect(await cell.innerText()).toContain('−40%')
    expect(await cell.innerText()).toContain('−44% to −35%')
    expect(await cell.innerText()).toContain('1 min 18 s')
    const agreement = page.getByRole('link', { name: /differ from Zendesk/ })
    expect(await agreement.innerText()).toContain('2 days differ from Zendesk')
    expect(await agreement.getAttribute('href')).toBe('/data-health?lang=en#reconciliation')
  })

  it('speaks Korean when asked to, and remembers it', async () => {
    const page = await app.open('/')
    await page.getByRole('button', { name: '한국어' }).click()

    expect(await page.textContent('h1')).toBe('메시징 전환 후 지표 1건이 개선되고 1건이 악화되었습니다.')
    expect(await page.getAttribute('html', 'lang')).toBe('ko')
    expect(new URL(page.url()).searchParams.get('lang')).toBe('ko')

    await page.goto(new URL('/', page.url()).href)
    await page.getByRole('heading', { level: 1, name: /메시징 전환 후/ }).waitFor()
  })

  it('leaves no English behind in Korean but names', async () => {
    const page = await app.open('/?lang=ko')

    const words = (await page.locator('main').innerText()).match(/[A-Za-z]{2,}/g) ?? []

    const names =
      'Hanbit Books Saebyeok Foods Mirae Outdoor Haneul Air Dalbit Beauty Badasori Travel Noeul Home'
    expect(
      words.filter((word) => !`${names} CSAT GMT PDF CSV Excel Zendesk`.split(' ').includes(word)),
    ).toEqual([])
  })

  it('says which verdicts are new since a week ago, and leads to them', async () => {
    const page = await app.open('/?lang=en')
    const changes = page.getByRole('region', { name: 'New since 9 November 2026' })
    const said = (await changes.innerText()).replace(/\s+/g, ' ')

    await changes.getByRole('link', { name: 'Mirae Outdoor First reply time' }).click()

    await page.getByRole('heading', { level: 1, name: 'Mirae Outdoor' }).waitFor()
    expect(said).toBe(
      'New since 9 November 2026 Mirae Outdoor First reply time Not enough data is now Improved',
    )
  })

  it('names the day on which a figure will be ready, and why one cannot be compared', async () => {
    const page = await app.open('/?lang=en')

    expect(await page.locator('#cell-2-csat').innerText()).toContain('Ready 9 Dec')
    expect(await page.locator('#cell-5-csat').innerText()).toContain('Two-choice ratings before')
  })

  it('gives no verdict for a brand that has not moved', async () => {
    const page = await app.open('/?lang=en')

    const row = page.getByRole('row', { name: /Hanbit Books/ })

    expect(await row.innerText()).toContain('Not moved yet')
    expect(await row.innerText()).not.toContain('→')
    expect(await row.locator('.state').count()).toBe(0)
  })

  it('says below the grid what the moved brands show together', async () => {
    const page = await app.open('/?lang=en')

    const together = page.getByRole('region', { name: 'All brands together' })

    expect(await together.getByRole('listitem').count()).toBe(2)
    expect(await together.innerText()).toContain(
      'A further brand could expect a change between −40% and +30%.',
    )
    expect(await page.locator('.pooled .cell').first().getAttribute('title')).toContain('Across the 5 brands')
    expect(await page.locator('.pooled .cell').first().innerText()).toContain('5 brands together')
  })

  it.each([
    [360, 'ko', 'light'],
    [360, 'en', 'dark'],
    [820, 'en', 'light'],
    [1440, 'ko', 'dark'],
    [1440, 'en', 'light'],
  ] as const)('fits %i pixels in %s, %s', async (width, language, scheme) => {
    const page = await app.open(`/?lang=${language}`, { width, scheme })

    expect(await overflowOf(page)).toBe(0)
  })

  it('keeps the chosen order in the address', async () => {
    const page = await app.open('/?lang=en')

    await page.getByLabel('Order').selectOption('recent')

    await page.waitForURL((url) => url.searchParams.get('order') === 'recent')
    expect(await page.getByRole('rowheader').first().innerText()).toContain('Saebyeok Foods')
    await page.reload()
    expect(await page.getByRole('rowheader').first().innerText()).toContain('Saebyeok Foods')
  })

  it('opens the definition of a figure from its column, and gives the focus back', async () => {
    const page = await app.open('/?lang=en')
    await page.getByRole('button', { name: 'First reply time' }).click()

    await page.getByRole('dialog').getByText('Median, over served chats').waitFor()
    await page.keyboard.press('Escape')

    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('term-first_reply')
  })

  it('shows history arriving, and fills in by itself', async () => {
    app.state.arriving = true
    const page = await app.open('/?lang=en')
    expect(await page.textContent('h1')).toBe('The history is still arriving.')
    await page.getByText('The history is arriving: 42%').waitFor()
    expect(await page.getByRole('rowheader').first().innerText()).toContain('Looking for the day of the move')
    await page.locator('#cell-3-csat').focus()

    app.state.arriving = false

    await page.getByRole('heading', { name: '1 figure improved and 1 got worse' }).waitFor()
    expect(await page.getByText('The history is arriving').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('cell-3-csat')
  })

  it('says on the first day what will appear, as every page does', async () => {
    app.state.empty = true
    const page = await app.open('/?lang=en')
    expect(await page.textContent('h1')).toBe('No brands yet')

    for (const path of ['/bot', '/csat', '/team', '/conversations', '/compare']) {
      await page.goto(new URL(`${path}?lang=en`, page.url()).href)
      await page.getByRole('heading', { level: 1, name: 'No brands yet' }).waitFor()
    }
  })
})
