import { describe, expect, it } from 'vitest'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the Team page', () => {
  it('says when it is busiest and shows the hours before, after and between them, in words too', async () => {
    const page = await app.open('/team?lang=en&brand=3')

    expect(await page.textContent('h1')).toBe('Team load at Mirae Outdoor')
    expect(await page.locator('.intro .sentence').innerText()).toContain(
      'Mondays 09:00–11:00 are the busiest hours: about 30 conversations for agents each time.',
    )
    const grids = page.getByRole('grid')
    expect(await grids.count()).toBe(3)
    const monday = grids.nth(1).getByRole('gridcell', { name: 'Monday, 09:00–10:00: 15.0' })
    expect(await monday.getAttribute('class')).toBe('heat-9 leads')
    expect(await grids.nth(1).getByRole('rowheader').first().innerText()).toBe('08')
    const friday = grids.nth(2).getByRole('gridcell', { name: 'Friday, 15:00–16:00: +8.0' })
    expect(await friday.getAttribute('class')).toBe('more-4')

    await grids.nth(0).getByRole('gridcell').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.map-reading').innerText()).toBe('Tuesday, 09:00–10:00: 6.0')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Conversations' }).waitFor()
    const rows = new URL(page.url()).searchParams
    expect(['team', 'weekday', 'hour'].map((name) => rows.get(name))).toEqual(['people', '2', '9'])
    expect(await page.getByRole('button', { name: /Weekday: Tuesday/ }).count()).toBe(1)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Team load at Mirae Outdoor' }).waitFor()

    await page.locator('#team-table summary').click()
    const table = page.getByRole('table', { name: /Mirae Outdoor: Conversations for agents/ })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(169)
    expect(await page.getByText('24.0% of the agent hours').count()).toBe(1)
  })

  it('keeps every choice in its address, and back leads to the one before', async () => {
    const page = await app.open('/team?lang=en&brand=3')

    await page.getByLabel('Show').selectOption({ label: 'Agent hours' })
    await page.waitForURL((url) => url.searchParams.get('show') === 'hours')
    await page.getByLabel('Brand').selectOption({ label: 'Hanbit Books' })
    await page.getByRole('heading', { level: 1, name: 'Team load at Hanbit Books' }).waitFor()
    expect(await page.getByText('This brand has not moved yet').count()).toBe(1)
    expect(await page.getByRole('grid').count()).toBe(1)

    await page.goBack()

    await page.getByRole('heading', { level: 1, name: 'Team load at Mirae Outdoor' }).waitFor()
    expect(await page.getByLabel('Show').inputValue()).toBe('hours')
  })

  it('tells what of an address it could not use, and that a brand is out of reach', async () => {
    const page = await app.open('/team?lang=en&brand=mine&show=tea&from=2026-13-01&to=2026-11-01')

    const notice = await page.locator('.choice-notice').innerText()
    expect(notice).toContain('“mine” is not the number of a brand. Saebyeok Foods is shown instead.')
    expect(notice).toContain('“tea” cannot be shown here')
    expect(notice).toContain('“2026-13-01 – 2026-11-01” are not days')

    const refused = await app.open('/team?lang=en&brand=99')
    expect(await refused.textContent('h1')).toBe('You have no access to this page')
  })

  it('fits a phone in Korean', async () => {
    const page = await app.open('/team?lang=ko&brand=3', { width: 360, scheme: 'dark' })

    expect(await page.getByRole('grid').count()).toBe(3)
    expect(await overflowOf(page)).toBe(0)
  })
})

describe('notes on the time axis', () => {
  it('are added from a dialog that says what is missing, and removed again', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.getByRole('button', { name: 'Add a note' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a note' })

    await dialog.getByRole('button', { name: 'Save' }).click()
    expect(await dialog.getByLabel('What happened').getAttribute('aria-invalid')).toBe('true')
    expect(await dialog.innerText()).toContain('Write a few words.')
    expect(await dialog.innerText()).toContain('they change no figure')
    await page.keyboard.type('Spring sale')
    await dialog.getByLabel('Day').fill('2026-10-05')
    await dialog.getByLabel('Kind').selectOption({ label: 'Campaign' })
    await page.keyboard.press('Enter')

    await page.locator('#events-list summary', { hasText: '3 notes' }).waitFor()
    await page.locator('#first_reply .key', { hasText: 'Campaign: Spring sale, 5 October 2026' }).waitFor()
    await page.locator('#first_reply-table summary').click()
    expect(await page.locator('#first_reply-table').innerText()).toContain('Campaign: Spring sale')

    page.on('dialog', (question) => void question.accept())
    await page.locator('#events-list summary').click()
    await page.getByRole('button', { name: /Remove the note of 5 October 2026/ }).click()
    await page.locator('#events-list summary', { hasText: '2 notes' }).waitFor()
  })

  it('are only read by a viewer, and fit a phone however long they are', async () => {
    app.state.role = 'viewer'
    const page = await app.open('/brands/3?lang=ko', { width: 360 })
    await page.locator('#events-list summary').click()
    await page.locator('#events', { hasText: '결제 대행사 장애로' }).waitFor()

    expect(await page.locator('#events').innerText()).toContain('결제 대행사 장애로')
    expect(await page.locator('#events button').count()).toBe(0)
    expect(await overflowOf(page)).toBe(0)
  })
})
