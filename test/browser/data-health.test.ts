import { describe, expect, it } from 'vitest'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('data health', () => {
  it('names every source with its state, and what went wrong in words', async () => {
    const page = await app.open('/data-health?lang=en')

    const row = page.getByRole('row', { name: /Survey answers/ }).first()

    expect(await row.innerText()).toContain('Failed')
    expect(await row.innerText()).toContain('Give the OAuth client the scope "read"')
    expect(await page.getByText('214 conversations belong to no brand yet').count()).toBe(1)
    expect(await page.getByRole('table', { name: 'Rows put aside' }).innerText()).toContain('12')
  })

  it('lets an administrator fetch now', async () => {
    const page = await app.open('/data-health?lang=en')

    await page.getByRole('button', { name: 'Fetch now' }).click()

    await page.getByText('A sync has been asked for.').waitFor()
    expect(app.state.requestedJobs).toEqual(['sync-all'])
  })

  it('offers that to nobody else', async () => {
    app.state.role = 'manager'
    const page = await app.open('/data-health?lang=en')

    expect(await page.getByRole('button', { name: 'Fetch now' }).count()).toBe(0)
  })

  it('fits a phone', async () => {
    const page = await app.open('/data-health?lang=ko', { width: 360 })

    expect(await overflowOf(page)).toBe(0)
  })
})
