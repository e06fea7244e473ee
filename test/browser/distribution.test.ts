import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('how the times are spread', () => {
  it('is asked for once somebody opens it, and is told in words, bars and numbers', async () => {
    const asked: string[] = []
    const page = await app.open('/brands/3?lang=en')
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const spread = page.locator('#first_reply-distribution')

    await page.locator('#first_reply-distribution-heading').focus()
    await page.keyboard.press('Enter')
    await spread.getByText('After: half within 1 min 12 s, three quarters within 2 min 24 s').waitFor()

    expect(asked.filter((path) => path.includes('distributions'))).toEqual([
      '/api/v1/distributions/3/first_reply',
    ])
    const bars = spread.getByRole('img', {
      name: /share of the conversations by how long it took\. Before: half/,
    })
    expect(await bars.getByText('half', { exact: true }).count()).toBe(2)
    expect(await bars.innerText()).toContain('not ended yet')
    expect(await spread.getByRole('row', { name: 'Half within (median)' }).innerText()).toMatch(
      /2 min\s+1 min 12 s/,
    )
    await page.locator('#first_reply-distribution-table-heading').click()
    const table = page.getByRole('table', { name: 'Mirae Outdoor: First reply time, spread of the times' })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(8)
    expect(await table.getByRole('row', { name: '1–2 min' }).innerText()).toMatch(/22\.0%\s+37\.0%\s+220/)
    const rows = await table.getByRole('link', { name: '220 – show the rows' }).first().getAttribute('href')
    expect(rows).toMatch(/metric=first_reply&from=.+&took=60-120&lang=en$/)
    expect(await page.locator('#unserved_rate-distribution').count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])

    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('#language-ko').click()
    await spread.getByText('전환 후: 절반은 1분 12초 이내').waitFor()
    expect(asked.filter((path) => path.includes('distributions'))).toHaveLength(1)
    expect(await page.locator('#first_reply-distribution-table').getAttribute('open')).not.toBeNull()
  })

  it('says that it could not be loaded, tries again when asked, and fits a small screen', async () => {
    const page = await app.open('/brands/1?lang=ko', { width: 360 })
    const spread = page.locator('#first_reply-distribution')
    app.state.gone = true

    await page.locator('#first_reply-distribution-heading').click()
    await spread.getByText('불러오지 못했습니다.').waitFor()
    app.state.gone = false
    await spread.getByRole('button', { name: '다시 시도' }).click()

    await spread.getByText('최근 몇 주: 절반은 1분 30초 이내').waitFor()
    expect(await overflowOf(page)).toBe(0)
  })
})
