import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

/** Tables that need no file of their own. */
const exceptions = [
  // What somebody is about to import is the file they have; what they imported is a list of buttons.
  '#import table',
]

const pages: readonly (readonly [string, string])[] = [
  ['/?lang=en', 'table.grid'],
  ['/brands/4?lang=en', '#first_reply canvas'],
  ['/compare?lang=en', '#compare-table'],
  ['/bot?lang=en', 'table.funnel'],
  ['/bot?lang=en&brand=4', 'table.funnel'],
  ['/csat?lang=en', '.rating-bar'],
  ['/team?lang=en&brand=3', '.week-hours table'],
  ['/conversations?lang=en', 'main table'],
  ['/data-health?lang=en', '#streams table'],
]

describe('every table and every chart can be saved', () => {
  it.each(pages)('at %s', async (path, sign) => {
    const page = await app.open(path)
    await page.locator(sign).first().waitFor()
    for (const details of await page.locator('main details:not([open])').all())
      if (await details.isVisible()) await details.evaluate((node) => node.setAttribute('open', ''))

    expect(await withoutButtons(page)).toEqual([])
  })
})

it('a table about the data is saved with what it is, as of when, and plain numbers', async () => {
  const page = await app.open('/data-health?lang=ko')

  const lines = await savedLines(page, 'streams-save-csv')

  expect(lines.slice(0, 4)).toEqual([
    '\ufeff데이터 상태 · 데이터 출처',
    '기준 시각,2026-11-16T00:00:00.000Z',
    '',
    '출처,상태,과거 데이터(%),지연(초),반영 완료 시점,행 수,따로 보관한 행 수,마지막 성공',
  ])
  expect(lines[4]).toMatch(/^[^,]+,[^,]+,\d+(\.\d+)?,\d*,[^,]*Z?,\d+,\d+,/)
})

it('the grid is saved cell by cell, each with its unit, its counts and its days', async () => {
  const page = await app.open('/?lang=en')

  const lines = await savedLines(page, 'grid-save-csv')
  const headings = lines.findIndex((line) => line.startsWith('Brand,'))
  const cells = lines.slice(headings + 1, -1)

  expect(lines[headings].split(',').slice(0, 8)).toEqual([
    ...['Brand', 'Figure', 'Unit', 'Outcome', 'Evidence grade', 'Change'],
    ...['"Change', ' low end"'],
  ])
  expect(cells.some((line) => /^Haneul Air,First reply time,seconds,/.test(line))).toBe(true)
  expect(cells.some((line) => line.startsWith('All moved brands,'))).toBe(true)
})

/** What no save button stands near: in the same section, or, for twins of charts, in the section around them. */
function withoutButtons(page: Page): Promise<string[]> {
  return page.evaluate((left) => {
    const figures = [...document.querySelectorAll('main table, main canvas')]
    return figures
      .filter((figure) => !left.some((selector) => figure.matches(selector)))
      .filter((figure) => {
        const around =
          (figure.closest('.who-answers') ?? figure).parentElement?.closest('section, .panel') ??
          document.querySelector('main')
        return around?.querySelector('.figure-tools, a[href*="conversations.csv"]') === null
      })
      .map((figure) => figure.querySelector('caption')?.textContent ?? figure.outerHTML.slice(0, 120))
  }, exceptions)
}

async function savedLines(page: Page, id: string): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#${id}`).click()])
  return (await readFile(await download.path(), 'utf8')).split('\r\n')
}
