import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { password } from './fixture-server.ts'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

it('leads from the sign-in to a table and its file, in sight at every step', async () => {
  app.state.signedIn = false
  const page = await app.open('/?lang=en', { height: 700 })
  expect(await focused(page)).toMatchObject({ id: 'email' })
  await page.keyboard.type('manager@demo.example')
  await tabTo(page, 'Password')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: /figure improved/ }).waitFor()
  expect(await focused(page)).toMatchObject({ tag: 'H1' })
  await tabTo(page, 'Mirae Outdoor')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: 'Mirae Outdoor' }).waitFor()
  expect(await focused(page)).toMatchObject({ tag: 'H1', name: 'Mirae Outdoor' })
  await tabTo(page, /Customer satisfaction/)
  await page.keyboard.press('Enter')

  await page.waitForURL((url) => url.hash === '#csat')
  await page.locator('#csat canvas').first().waitFor()
  await tabTo(page, 'CSV')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])

  const lines = (await readFile(await download.path())).toString('utf8').split('\r\n')
  expect(lines[0]).toBe('\ufeff"Mirae Outdoor · Customer satisfaction (CSAT), week by week"')
  expect(await focused(page)).toMatchObject({ id: 'csat-save-csv' })
  await tabTo(page, 'Show the numbers as a table')
  expect(await focused(page)).toMatchObject({ id: 'csat-table-heading' })
  await page.keyboard.press('Enter')
  expect(await page.locator('#csat-table tbody tr').count()).toBe(lines.length - 7)
  expect(await page.locator('#csat-table table').isVisible()).toBe(true)
})

it('Escape closes what was opened, and the focus is where it was', async () => {
  const page = await app.open('/brands/3?lang=en')
  for (const name of ['Account of 김서연', 'Add a note']) {
    await tabTo(page, name)
    const before = await focused(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')

    expect(await focused(page)).toEqual(before)
    expect(await page.locator('dialog[open], details.menu[open]').count()).toBe(0)
  }
})

type Stop = { tag: string; id: string; name: string; problem: string | null }

/** Presses Tab until something of this name has the focus. Every stop on the way has to be in sight and marked. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.problem !== null)
      throw new Error(`${stop.tag} "${stop.name}" ${stop.problem}; before: ${passed.join(' | ')}`)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
    passed.push(stop.name)
  }
  throw new Error(`"${name}" is not reached by Tab; passed: ${passed.join(' | ')}`)
}

function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const stop = document.activeElement
    if (!(stop instanceof HTMLElement)) return { tag: '', id: '', name: '', problem: 'is no element' }
    const label = stop instanceof HTMLInputElement ? stop.labels?.[0]?.textContent : null
    const name = (stop.getAttribute('aria-label') ?? label ?? stop.textContent).replace(/\s+/g, ' ').trim()
    return { tag: stop.tagName, id: stop.id, name: name.slice(0, 80), problem: problemOf(stop) }

    function problemOf(element: HTMLElement): string | null {
      if (element === document.body) return 'has the focus'
      if (element.tabIndex > 0) return 'is out of order'
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (right - left < 1 || bottom - top < 1) return 'has no size'
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'is out of sight'
      const at = document.elementFromPoint(
        Math.min(Math.max((left + right) / 2, 1), innerWidth - 1),
        Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1),
      )
      if (at && !element.contains(at) && !at.contains(element))
        return `is covered by ${at.outerHTML.slice(0, 80)}`
      // What only holds the focus for a reader of the page, such as a heading, needs no mark.
      if (element.tabIndex < 0) return null
      const marked = [element, ...element.children].some((one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
      return marked ? null : 'does not show that it has the focus'
    }
  })
}
