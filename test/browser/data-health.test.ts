import { describe, expect, it } from 'vitest'
import { dataHealth } from './fixture/data-health.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('data health', () => {
  it('answers the main questions at a glance, each leading to where it is told in full', async () => {
    const page = await app.open('/data-health?lang=en')
    const tiles = page.getByRole('list', { name: 'At a glance' })

    expect(
      (await tiles.getByRole('link').allInnerTexts()).map((tile) => tile.split('\n').filter(Boolean)),
    ).toEqual([
      ['Sources', '1 source fails', '4 of 7 up to date'],
      ['History', 'Complete'],
      ['Agreement with Zendesk', '3 days differ', '840 days checked'],
      [
        'API budget',
        '80% of “Incremental exports” in use',
        '51,327 requests today, 3 refused for being too many',
      ],
    ])
    await tiles.getByRole('link', { name: /Agreement/ }).click()
    await page.waitForURL(/#reconciliation$/)
  })

  it('names every source with its state, how late it is, and what went wrong in words', async () => {
    const page = await app.open('/data-health?lang=en')

    const row = page.getByRole('row', { name: /Survey answers/ }).first()

    expect(await row.innerText()).toContain('Failed')
    expect(await row.innerText()).toContain('1 d 3 h')
    expect(await row.innerText()).toContain('Give the OAuth client the scope "read"')
    expect(await page.getByText('214 conversations belong to no brand yet').count()).toBe(1)
  })

  it('tells an error in the language of its reader', async () => {
    const page = await app.open('/data-health?lang=ko')

    const row = page.getByRole('row', { name: /설문 응답/ }).first()

    expect(await row.innerText()).toContain('Zendesk가 CSAT 설문 응답 조회를 거부합니다.')
  })

  it('says of a source that still arrives what is left, how fast it comes and how long it will take', async () => {
    const page = await app.open('/data-health?lang=en')

    const row = page.getByRole('row', { name: /First replies and hand-offs/ }).first()

    expect(await row.innerText()).toContain('92,410 tickets left')
    expect(await row.innerText()).toContain('186 rows a minute')
    expect(await row.innerText()).toContain('about 8 h 20 min left')
  })

  it('tells a source the account lacks from one that is not connected', async () => {
    const page = await app.open('/data-health?lang=en')
    const streams = page.getByRole('table', { name: 'Sources' })

    expect(await streams.getByRole('row', { name: /Engagements of agents/ }).innerText()).toContain(
      'Not in this account',
    )
    expect(await streams.getByRole('row', { name: /Results of the bot/ }).innerText()).toContain(
      'Not connected',
    )
  })

  it('shows rows put aside with place, reason and an example', async () => {
    const page = await app.open('/data-health?lang=en')

    const table = await page.getByRole('table', { name: 'Rows put aside' }).innerText()

    expect(table).toContain('session.end_date')
    expect(table).toContain('is not a date')
    expect(table).toContain('2310.10414779.TtDaXpxE9Wn3t')
  })

  it('names what is in no figure though nothing failed, since when, and what to do about it', async () => {
    const page = await app.open('/data-health?lang=ko')

    const table = page.getByRole('table', { name: '지표에 포함되지 않은 데이터' })

    const channel = await table.getByRole('row', { name: /whatsapp/ }).innerText()
    expect(channel).toContain('티켓 1,832건')
    expect(channel).toContain('2026년 3월 2일')
    expect(channel).toContain('설정의 messagingChannels 항목에 “whatsapp” 값을 추가해 주세요')
    expect(await table.getByRole('row').count()).toBe(7)
  })

  it('leads from a day that differs to its row, with the keyboard alone', async () => {
    const page = await app.open('/data-health?lang=en')

    const day = page.getByRole('link', { name: '12 November 2026 differs; to its row in the table' })
    await day.focus()
    await page.keyboard.press('Enter')

    await page.waitForURL(/#differs-4-2026-11-12-tickets-messaging$/)
    const row = page.getByRole('row', { name: /12 November 2026/ })
    expect((await row.innerText()).split(/\s*\t\s*/).slice(1, 8)).toEqual([
      'Haneul Air',
      'Tickets (messaging)',
      '118',
      '97',
      '0',
      '21',
      'none known; it is read again',
    ])
  })

  it('has a table with the same numbers as the calendars', async () => {
    const page = await app.open('/data-health?lang=en')

    await page.getByText('Show the numbers as a table').click()

    const table = page.getByRole('table', { name: 'Checked days by brand' })
    expect((await table.getByRole('row', { name: /Badasori Travel/ }).innerText()).split(/\s*\t\s*/)).toEqual(
      ['Badasori Travel', '136', '0', '40', '–'],
    )
  })

  it('shows somebody limited to a brand that brand’s days and nothing of the account', async () => {
    app.state.role = 'viewer'
    const page = await app.open('/data-health?lang=en')

    expect(await page.locator('.calendar strong').allInnerTexts()).toEqual(['Haneul Air'])
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Agreement with Zendesk’s own counts',
      'Tickets read one by one',
    ])
  })

  it('fits a phone', async () => {
    const page = await app.open('/data-health?lang=ko', { width: 360 })

    expect(await overflowOf(page)).toBe(0)
  })
})

describe('fetching now', () => {
  it('is offered to an administrator, for one source or for everything', async () => {
    const page = await app.open('/data-health?lang=en')

    await page.getByRole('button', { name: 'Fetch now' }).click()
    await page.getByText('Asked for. It appears below as it is taken up.').waitFor()
    await page.getByLabel('What to fetch').selectOption({ label: 'Live chats' })
    await page.getByRole('button', { name: 'Fetch now' }).click()
    await page.getByRole('button', { name: 'Check now' }).click()

    await expect.poll(() => app.state.requestedJobs).toEqual(['sync-all', 'sync-chats', 'check-connection'])
  })

  it('is offered to nobody else', async () => {
    app.state.role = 'manager'
    const page = await app.open('/data-health?lang=en')

    expect(await page.getByRole('button', { name: 'Fetch now' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Check now' }).count()).toBe(0)
  })

  it('shows what became of what was asked for', async () => {
    const page = await app.open('/data-health?lang=en')
    const requests = page.getByRole('region', { name: 'Asked for lately' })
    expect(await requests.innerText()).toMatch(/Running\s+Fetch: First replies and hand-offs/)

    app.tellHealth({
      ...dataHealth,
      requests: [{ ...dataHealth.requests[1], state: 'ok', doneAt: '2026-11-16T00:00:05.000Z' }],
    })

    await requests.getByText('Done').waitFor()
  })
})

describe('while a job runs', () => {
  it('new numbers appear by themselves, and what the reader does stays as it is', async () => {
    const page = await app.open('/data-health?lang=en')
    await expect.poll(() => app.state.followers?.size).toBe(1)
    await page.getByLabel('What to fetch').selectOption({ label: 'Live chats' })
    await page.getByText('Show the numbers as a table').click()
    await page.getByRole('link', { name: /21 October 2026 differs/ }).focus()
    const place = await page.evaluate(() => window.scrollY)

    app.tellHealth({
      ...dataHealth,
      streams: dataHealth.streams.map((one) => ({ ...one, rows: one.rows + 1000 })),
    })

    await page.getByText('302,877').waitFor()
    expect(await page.getByLabel('What to fetch').inputValue()).toBe('sync-chats')
    expect(await page.getByRole('table', { name: 'Checked days by brand' }).isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      '21 October',
    )
    expect(await page.evaluate(() => window.scrollY)).toBe(place)
  })

  it('the keyboard stays where it was though its part is drawn anew', async () => {
    const page = await app.open('/data-health?lang=ko')
    await expect.poll(() => app.state.followers?.size).toBe(1)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
    const day = '#differs-4-2026-11-12-tickets-messaging'
    await page.locator(`a[href="${day}"]`).focus()

    app.tellHealth({ ...dataHealth, reconciliation: dataHealth.reconciliation.slice(0, 3) })
    await expect.poll(() => page.locator('.calendar').count()).toBe(3)
    expect(await focused()).toBe(day)

    await page.locator('a[href$="#budgets"]').first().focus()
    const tile = await focused()
    app.tellHealth({ ...dataHealth, reconciliation: dataHealth.reconciliation.slice(0, 2) })
    await expect.poll(() => page.locator('.calendar').count()).toBe(2)
    expect(await focused()).toBe(tile)
  })

  it('leaving the page ends the connection', async () => {
    const page = await app.open('/data-health?lang=en')
    await expect.poll(() => app.state.followers?.size).toBe(1)

    await page.getByRole('link', { name: 'Overview' }).click()

    await expect.poll(() => app.state.followers?.size).toBe(0)
  })

  it('a server without events is asked again instead', async () => {
    app.state.followers = null
    app.state.arriving = true
    const page = await app.open('/data-health?lang=en')
    await page.getByText('The history is arriving: 42%').waitFor()

    app.state.arriving = false

    await page.getByText('The history is arriving: 42%').waitFor({ state: 'detached' })
  })

  it('a connection that breaks is made again', async () => {
    const page = await app.open('/data-health?lang=en')
    await expect.poll(() => app.state.followers?.size).toBe(1)

    for (const follower of app.state.followers ?? []) follower.destroy()

    await expect.poll(() => app.state.followers?.size).toBe(1)
    app.tellHealth({ ...dataHealth, unmappedConversations: 3 })
    await page.getByText('3 conversations belong to no brand yet').waitFor()
  })
})
