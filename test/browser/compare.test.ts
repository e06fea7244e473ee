import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the comparison of brands', () => {
  it('says what changed where, draws both charts, and holds the same numbers in tables', async () => {
    const page = await app.open('/compare?lang=en')

    expect(await page.textContent('h1')).toBe(
      'First reply time: improved at 1, worse at 0 of 6 brands that moved',
    )
    const rows = page.locator('.forest-rows li')
    // Five brands with a result by name, and all of them together.
    expect(await rows.allInnerTexts().then((texts) => texts.map((words) => words.split('\n')[0]))).toEqual([
      'Badasori Travel',
      'Dalbit Beauty',
      'Haneul Air',
      'Mirae Outdoor',
      'Noeul Home',
      'All brands together',
    ])
    expect(await rows.nth(3).innerText()).toContain('40% shorter')
    await page.getByText('only Mirae Outdoor lies clear of all the others').waitFor()
    expect(await page.locator('.forest-without').innerText()).toContain('Saebyeok Foods')
    expect(await page.getByRole('img', { name: /Mirae Outdoor: Improved, 40% shorter/ }).count()).toBe(1)
    await drawn(page)
    const table = page.getByRole('table', { name: 'The numbers side by side: First reply time' })
    expect(await table.getByRole('row', { name: /Mirae Outdoor/ }).innerText()).toContain('−44% to −35%')
    expect(await seriousFindings(page)).toEqual([])

    await page.getByText('Show the numbers as a table').click()
    const weeks = page.getByRole('table', { name: 'Week by week since the move' })
    await weeks.waitFor()
    expect(await weeks.getByRole('row').count()).toBe(41)
  })

  it('keeps every choice in the address: back leads to the figure before, brands can be taken away', async () => {
    const page = await app.open('/compare?lang=en')
    await page.getByLabel('Figure').focus()
    await page.getByLabel('Figure').selectOption('csat')

    await page.getByRole('heading', { level: 1, name: /CSAT.*worse at 1/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compare-metric')
    await page.locator('#line-4').uncheck()
    await page.waitForURL((url) => url.searchParams.get('brands') === '2,3,5,6,7')
    await page.reload()
    await page.locator('#line-4').waitFor()
    expect(await page.locator('#line-4').isChecked()).toBe(false)

    await page.goBack()

    await page.getByRole('heading', { level: 1, name: /First reply time/ }).waitFor()
  })

  it('says what of an address it could not follow, on a telephone, in Korean, in the dark', async () => {
    const page = await app.open('/compare?lang=ko&metric=luck&brands=3,99', { width: 360, scheme: 'dark' })

    const notice = await page.locator('.choice-notice').innerText()
    expect(notice).toContain('‘luck’(이)라는 지표는 없습니다')
    expect(notice).toContain('99')
    await drawn(page)
    expect(await page.locator('.lines input:checked').count()).toBe(1)
    expect(await overflowOf(page)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    // The way on lies within the row of pages, and the page shown is in sight.
    const row = page.locator('#pages')
    expect(await row.evaluate((list) => list.classList.contains('more-after'))).toBe(true)
    await row.getByRole('link', { name: '용어' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '용어' }).waitFor()
    expect(await row.evaluate((list) => list.classList.contains('more-before'))).toBe(true)
  })
})

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.height !== ''),
  )
}
