import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('filters', () => {
  it('are part of the address: the same after a reload, undone by the back button, gone when cleared', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.locator('#filter-more-heading').click()
    await page.locator('#filter-language').selectOption({ index: 1 })

    await page.locator('.narrowed-note').waitFor()
    const address = page.url()
    expect(new URL(address).searchParams.get('language')).not.toBeNull()
    expect(await page.locator('.narrowed-note').innerText()).toContain('not the report’s verdict')
    expect(await page.locator('section.metric').count()).toBe(1)
    expect(await page.locator('.goal').count()).toBe(0)

    await page.reload()
    await page.locator('.narrowed-note').waitFor()
    expect(page.url()).toBe(address)
    await page.locator('#filter-metric').selectOption('csat')
    await page.locator('section.metric#csat').waitFor()
    await page.goBack()
    await page.locator('section.metric#first_reply').waitFor()
    expect(page.url()).toBe(address)

    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.locator('#side-by-side').waitFor()
    expect(new URL(page.url()).search).toBe('?lang=en')
    expect(await page.locator('.narrowed-note').count()).toBe(0)
  })

  it('that cannot be used are left out and told, here as on a page that cannot be narrowed', async () => {
    const page = await app.open('/compare?lang=en&metric=csat&hours=noon&open=1&from=soon')
    await page.locator('.narrowed-note').waitFor()

    const notice = await page.locator('.choice-notice').innerText()
    expect(notice).toContain('“noon” is not among the choices of Time of day')
    expect(notice).toContain('“soon” in the address is no day')
    expect(await page.locator('.chip').allInnerTexts()).toEqual([expect.stringContaining('In opening hours')])

    const team = await app.open('/team?lang=ko&brand=3&language=ko')
    expect(await team.locator('.choice-notice').innerText()).toContain('언어 필터를 사용할 수 없어')
  })

  it('can be cleared where the narrowed page cannot be shown', async () => {
    app.state.gone = true
    const page = await app.open('/compare?lang=en&metric=csat&open=1')

    const clear = page.getByRole('link', { name: 'Clear the filters' })
    expect(await clear.getAttribute('href')).toBe('/compare?lang=en&metric=csat')
    app.state.gone = false
    await clear.click()

    await page.getByRole('heading', { level: 1, name: /satisfaction/ }).waitFor()
  })

  it('fold into one button on a phone, with the number of those that are active', async () => {
    const page = await app.open('/brands/3?lang=ko&metric=csat&open=1&bot=yes', {
      width: 360,
      scheme: 'dark',
    })
    await page.locator('.narrowed-note').waitFor()

    expect(await page.locator('#filter-fold-heading').innerText()).toContain('2개 적용')
    expect(await page.locator('#filter-days').isVisible()).toBe(false)
    await page.locator('#filter-fold-heading').press('Enter')
    expect(await page.locator('#filter-days').isVisible()).toBe(true)
    await page.getByRole('button', { name: '봇 필터 해제: 봇 참여' }).click()
    await page.waitForFunction(() => !location.search.includes('bot='))
    await page.locator('#filter-days').waitFor()
    expect(await page.locator('#filter-days').isVisible()).toBe(true)
    expect(await overflowOf(page)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  })
})

describe('a goal', () => {
  it('is set by keyboard, told what is wrong with it, and stands in the chart’s table and among the figures', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.locator('#goal-first_reply-set').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('soon')
    await page.keyboard.press('Enter')
    expect(await page.locator('#goal-value-problem').innerText()).toContain('not a number')

    await page.locator('#goal-value').fill('2.5')
    await page.keyboard.press('Enter')

    await page.locator('#first_reply .goal-state').waitFor()
    const line = await page.locator('#first_reply .goal').innerText()
    expect(line).toContain('at most 2 min 30 s')
    expect(line).toContain('Reached')
    expect(await page.locator('#first_reply canvas').first().getAttribute('aria-label')).toContain(
      'The goal is at most 2 min 30 s.',
    )
    await page.locator('#first_reply-table-heading').click()
    const weeks = page.getByRole('table', { name: 'Mirae Outdoor: First reply time, week by week' })
    await weeks.waitFor()
    expect(await weeks.getByRole('columnheader', { name: 'Goal: 2 min 30 s' }).count()).toBe(1)
    expect(await weeks.innerText()).toContain('✓ reached')
    const row = page.locator('#side-by-side').getByRole('row', { name: /First reply time/ })
    expect(await row.innerText()).toContain('at most 2 min 30 s')
    expect(await row.innerText()).toContain('Reached')
    expect(await seriousFindings(page)).toEqual([])
  })
})
