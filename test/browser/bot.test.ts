import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the bot page', () => {
  it('says in one sentence and in steps what becomes of a conversation', async () => {
    const page = await app.open('/bot?brand=4&lang=en')

    expect(await page.locator('.headline-sentence').innerText()).toBe(
      'Of 100 conversations with the bot, 35 end without a person, 62 are handed over and answered by a person, and 3 are handed over and get no answer.',
    )
    const steps = page
      .getByRole('table', { name: 'Conversations with the bot, step by step' })
      .getByRole('row')
    expect(await steps.nth(1).innerText()).toMatch(/The bot took part\s+7,290\s+100\.0%/)
    expect(await steps.nth(4).innerText()).toMatch(/Answered by a person\s+4,541\s+62\.3%/)
    expect(await page.getByText('Younger than five days').count()).toBe(0)
    expect(await page.getByText('no bot record').count()).toBe(4)
    expect(await page.getByText('Live chat kept no record of a bot').innerText()).toContain(
      '10 February 2026',
    )
    expect(await page.getByText(/tickets of bots only from 30 June 2026/).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Import a file in Data health' }).getAttribute('href')).toBe(
      '/data-health?lang=en#import',
    )
  })

  it('draws the weeks with the breaks named, and the same as a table', async () => {
    const page = await app.open('/bot?brand=4&lang=en')

    const chart = page.getByRole('img', { name: /Week by week since the bot, Haneul Air/ })
    expect(await chart.getAttribute('aria-label')).toContain(
      'Also marked: Zendesk changes what it calls an automated resolution, 3 August 2026 – 16 Aug.',
    )
    expect(await page.locator('.key').first().innerText()).toContain(
      'Zendesk changes what it calls an automated resolution',
    )
    await page.locator('#bot-trend-table-heading').click()
    const table = page.getByRole('table', { name: 'Haneul Air: Week by week since the bot' })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(21)
    expect(await table.getByRole('columnheader').count()).toBe(8)
  })

  it('leads from all brands to one, and back', async () => {
    const page = await app.open('/bot?lang=ko')
    expect(await page.locator('h1').innerText()).toBe('봇')

    await page.getByRole('link', { name: 'Haneul Air' }).click()
    await page.getByRole('heading', { level: 1, name: 'Haneul Air' }).waitFor()
    expect(new URL(page.url()).search).toBe('?brand=4&lang=ko')

    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '봇', exact: true }).waitFor()
  })

  it('takes days from the address and tells what it could not use', async () => {
    const page = await app.open('/bot?brand=4&from=2026-09-01&to=soon&lang=en')

    expect(await page.locator('.choice-notice').innerText()).toContain('“soon” in the address is no day')
    expect(await page.locator('#filter-from').inputValue()).toBe('2026-09-01')
    expect(await page.getByText('The days you chose: 1 September 2026').isVisible()).toBe(true)
  })

  it('says so where no bot takes part, and lets the reader choose another brand', async () => {
    const page = await app.open('/bot?brand=5&lang=en')
    expect(await page.getByRole('heading', { name: 'No bot has taken part here' }).isVisible()).toBe(true)

    await page.locator('#filter-brand').selectOption('4')

    await page.getByRole('heading', { level: 1, name: 'Haneul Air' }).waitFor()
  })

  it('shows no brand that is not allowed', async () => {
    const page = await app.open('/bot?brand=99&lang=en')

    expect(await page.locator('h1').innerText()).toBe('You have no access to this page')
  })

  it.each([
    [360, 'ko', 'dark'],
    [1440, 'en', 'light'],
  ] as const)('fits %i pixels in %s, and axe finds nothing serious (%s)', async (width, language, scheme) => {
    const page = await app.open(`/bot?brand=4&lang=${language}`, { width, scheme })
    for (const summary of await page.locator('summary:visible').all()) await summary.click()

    expect(await overflowOf(page)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  })
})
