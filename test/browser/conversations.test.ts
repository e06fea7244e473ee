import { describe, expect, it } from 'vitest'
import { brands } from './fixture/brands.ts'
import { axeOn } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the conversations', () => {
  it('behind a figure are told as such, with what is left out, and can be taken along whole', async () => {
    const page = await app.open(
      `/conversations?lang=en&brand=${brands[0].id}&metric=csat&from=2026-01-05&to=2026-03-30`,
    )

    const behind = await page.getByRole('region', { name: /what the figure is made of/ }).innerText()
    expect(behind).toContain('75.0% in the window before the move')
    expect(behind).toContain('made of these 120 ratings')
    expect(behind).toContain('90 of them count, that is 75.0%')
    expect(behind).toContain('1 day of the window is left out, here as in the figure: 1 closed')
    const file = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    expect(file).toContain(`brand=${brands[0].id}`)
    expect(file).toContain('metric=csat')
    expect(file).toContain('lang=en')
    const ticket = page.getByRole('link', { name: 'Open ticket 4711 in Zendesk, in a new tab' })
    expect(await ticket.getAttribute('href')).toBe('https://example.zendesk.com/agent/tickets/4711')
    expect(await page.getByText('no ticket').count()).toBe(1)
  })

  it('are narrowed, sorted and paged in the address, and back undoes each', async () => {
    const page = await app.open('/conversations?lang=en')

    await page.getByRole('button', { name: /^First reply/ }).click()
    await page.waitForURL(/sort=first_reply/)
    await page.waitForSelector('th[aria-sort="descending"] >> text=First reply')
    await page.getByText('More filters').click()
    await page.getByLabel('Bot', { exact: true }).focus()
    await page.getByLabel('Bot', { exact: true }).selectOption('yes')
    await page.waitForURL(/bot=yes/)
    await page.waitForSelector('.filter-field.set #filter-bot:focus')
    await page.getByRole('link', { name: 'Next page' }).first().click()
    await page.waitForURL(/cursor=the-next-page/)
    await page.getByText('3 to 4 of 120').first().waitFor()

    await page.goBack()
    await page.getByText('1 to 2 of 120').first().waitFor()
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('bot='))
    expect(page.url()).toContain('sort=first_reply')
  })

  it('tell what of an address could not be used, and what stands behind a figure without conversations', async () => {
    const page = await app.open('/conversations?lang=ko&from=soon&metric=concurrency', { width: 390 })

    expect(await page.getByRole('status').first().innerText()).toContain('‘soon’ 값은 날짜가 아니어서')
    expect(await page.getByText('상담원이 대화에 참여한 시간으로 계산').count()).toBe(1)
    await page.getByRole('link', { name: '지표 조건 없이 대화 보기' }).click()
    await page.getByText('120건 중 1~2').first().waitFor()
    expect(await overflowOf(page)).toBe(0)
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([])
  })

  it('are one click away from a figure of a brand', async () => {
    const moved = brands.filter(({ cutover }) => cutover !== null)[1]
    const page = await app.open(`/brands/${moved.id}?lang=en`)

    const link = page.locator('#first_reply').getByRole('link', { name: 'The conversations before' })

    expect(await link.getAttribute('href')).toMatch(
      new RegExp(`^/conversations\\?brand=${moved.id}&metric=first_reply&from=.+&to=.+&lang=en$`),
    )

    const chart = page.locator('#first_reply canvas').first()
    await page.waitForFunction(() => document.querySelector('canvas')?.style.width !== '')
    await chart.click()
    await page.getByRole('heading', { level: 1, name: 'Conversations' }).waitFor()
    const week = new URL(page.url()).searchParams
    expect(Date.parse(String(week.get('to'))) - Date.parse(String(week.get('from')))).toBe(7 * 86_400_000)
    expect(week.get('metric')).toBe('first_reply')
  })
})
