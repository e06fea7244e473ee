import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the glossary', () => {
  it('finds an entry by what is typed, keeps it in the address, and is kept while typing', async () => {
    const page = await app.open('/glossary?lang=en')
    expect(await page.getByRole('article').count()).toBe(64)

    await page.getByLabel('Search').pressSequentially('settling in')

    await page.getByText('1 of 64 entries').waitFor()
    expect(await page.getByRole('article').innerText()).toContain('left out of every comparison')
    expect(await page.getByLabel('Search').inputValue()).toBe('settling in')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('glossary-query')
    await page.waitForURL((url) => url.searchParams.get('q') === 'settling in')

    await page.getByLabel('Search').fill('no such word')
    await page.getByText('No entry contains “no such word”').waitFor()
  })

  it('is one click away from a definition, and opens at the entry', async () => {
    const page = await app.open('/?lang=en')
    await page.getByRole('button', { name: 'First reply time' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'This entry in the glossary' }).click()

    await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#first_reply')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first_reply-name')
    expect(await markedEntries(page)).toEqual(['first_reply'])

    await page.locator('#glossary-contents').getByRole('link', { name: 'Recontact rate' }).click()
    await page.waitForFunction(() => document.querySelector('#recontact_rate.pointed-at'))
    expect(await markedEntries(page)).toEqual(['recontact_rate'])
  })

  it('fits a telephone in Korean, with nothing serious found', async () => {
    const page = await app.open('/glossary?lang=ko', { width: 360, scheme: 'dark' })

    expect(await overflowOf(page)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  })
})

function markedEntries(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('.pointed-at')].map(({ id }) => id))
}
