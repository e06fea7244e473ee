import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the CSAT page', () => {
  it('answers three questions first, and says where numbers stand that are not compared', async () => {
    const page = await app.open('/csat?brand=5&lang=en')

    const answers = page.locator('.csat-answers > li')
    expect(await answers.nth(0).innerText()).toMatch(/Before the move\s+87\.8%\s+1,233 of 1,404 ratings good/)
    expect(await answers.nth(1).innerText()).toContain('Of 100 customers who were asked, about 14 answer.')
    expect(await answers.nth(2).innerText()).toContain('No, another one')
    expect(await answers.nth(2).innerText()).toContain('Before: Rating in the live chat. After: Survey.')
    expect(await page.locator('.rating-side.after').innerText()).toMatch(/104 neutral \(7\.4%\)/)
    expect(await page.getByText('Comments are not stored.').isVisible()).toBe(true)
  })

  it('tells how far the change could lie where other customers answer', async () => {
    const page = await app.open('/csat?brand=4&lang=en')

    const answers = page.locator('.csat-answers > li')
    expect(await answers.nth(1).innerText()).toContain(
      'from 14.0% to 26.0%. Had equally many answered as before, the change could lie anywhere between −18.4 points and −9.1 points.',
    )
    expect(await answers.nth(2).innerText()).toContain('Yes, the same kind')
    await page.locator('#csat-score-table-heading').click()
    const table = page.getByRole('table', { name: 'Haneul Air: Good among good and bad, week by week' })
    await table.waitFor()
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Week',
      'Rating in the live chat',
      'Ratings (Rating in the live chat)',
      'Rating on the ticket',
      'Ratings (Rating on the ticket)',
      'Phase',
    ])
    expect(await page.getByRole('table', { name: 'Who answers: By language' }).innerText()).toContain(
      'too few asked',
    )
  })

  it('lists all brands, and says so where the account does not ask', async () => {
    const page = await app.open('/csat?lang=ko')
    expect(await page.getByRole('table', { name: '브랜드별 만족도와 응답률' }).getByRole('row').count()).toBe(
      8,
    )

    await page.locator('#filter-brand').selectOption('1')

    await page.getByRole('heading', { name: '고객에게 평가를 요청하지 않는 계정입니다' }).waitFor()
  })

  it.each([
    [360, 'en', 'light'],
    [1440, 'ko', 'dark'],
  ] as const)('fits %i pixels in %s, and axe finds nothing serious (%s)', async (width, language, scheme) => {
    const page = await app.open(`/csat?brand=4&lang=${language}`, { width, scheme })
    for (const summary of await page.locator('summary:visible').all()) await summary.click()

    expect(await overflowOf(page)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  })
})
