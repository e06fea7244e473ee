import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the list of reports', () => {
  it('says when, to whom and how it went; sends to oneself with the real outcome; pauses', async () => {
    const page = await app.open('/reports?lang=en')
    const card = page.locator('#report-1')
    const words = await card.innerText()
    await card.getByRole('button', { name: 'Send to me' }).click()
    await card.getByText('535 wrong password').waitFor()
    await card.getByRole('button', { name: 'Pause' }).click()
    await card.getByText('Paused since').waitFor()

    expect(words).toContain('every Monday at 08:00')
    expect(words).toContain('Mon, 23 Nov 2026, 08:00')
    expect(words).toContain('1 failed')
    expect(words).toContain('1 gets nothing any more')
    expect(await page.locator('#report-2').innerText()).toContain('does not see any of its brands')
    expect(await page.getByRole('link', { name: 'Open the outbox' }).count()).toBe(1)
  })

  it('is no page of viewers', async () => {
    app.state.role = 'viewer'
    const page = await app.open('/reports?lang=en')

    expect(await page.locator('h1').innerText()).toBe('You have no access to this page')
    expect(await page.locator('#pages').innerText()).not.toContain('Reports')
  })
})

describe('the form of a report', () => {
  it('says what is wrong at the field, keeps what was typed over a look elsewhere, and makes the report', async () => {
    const page = await app.open('/reports/new?lang=en')
    await page.locator('.mail-frame').waitFor()
    await page.locator('#report-name').fill('')
    await page.locator('#report-add-address').click()
    await page.locator('#report-address-0').fill('nobody')
    await page.locator('#report-save').click()
    const focused = await page.evaluate(() => document.activeElement?.id)
    const problems = await page.locator('.report-form .problem:not(:empty)').allInnerTexts()
    const findings = await seriousFindings(page)
    await page.locator('#report-name').fill('Mirae monthly')
    await page.locator('#report-rhythm').selectOption('month')
    await page.locator('#language-ko').click()
    await page.getByRole('link', { name: '용어' }).click()
    await page.locator('main dt').first().waitFor()
    await page.goBack()
    const kept = await page.locator('#report-name').inputValue()
    await page.locator('#report-address-0').fill('partner@outside.example')
    await page.locator('#report-save').click()
    await page.waitForURL(/\/reports\/3/)

    expect(focused).toBe('report-name')
    expect(problems).toEqual([
      'Write a name.',
      'This is not an e-mail address; write one such as name@company.example.',
      'Not saved: 2 entries need another look.',
    ])
    expect(findings).toEqual([])
    expect(kept).toBe('Mirae monthly')
    expect(app.state.reports[2]).toMatchObject({
      name: 'Mirae monthly',
      rhythm: { every: 'month', monthDay: 1 },
      recipients: { people: [1], addresses: [{ address: 'partner@outside.example' }] },
    })
  })

  it('shows what the server refuses at its field and loses nothing', async () => {
    const page = await app.open('/reports/new?lang=en')
    await page.locator('#report-name').fill('refused')
    await page.locator('#report-save').click()
    await page.locator('#report-time-problem:not(:empty)').waitFor()

    expect(await page.locator('#report-time-problem').innerText()).toContain('is not a time; use HH:MM')
    expect(await page.locator('#report-name').inputValue()).toBe('refused')
  })

  it('draws the mail anew as one types: only the newest is shown, in the language asked for', async () => {
    const page = await app.open('/reports/1?lang=en')
    await page.locator('.mail-frame').waitFor()
    const first = await page.frameLocator('.mail-frame').locator('p').innerText()
    await page.locator('#report-name').fill('Weekly report of Mirae')
    await page.getByText('Weekly report of Mirae in en').waitFor()
    const afterTyping = app.state.previews
    await page.locator('#preview-language').selectOption('ko')
    await page.getByText('Weekly report of Mirae in ko').waitFor()
    await page.locator('#mail-text').click()

    expect(first).toBe('preview p1')
    expect(afterTyping).toBeLessThan(5)
    expect(await page.locator('.mail-text').innerText()).toBe('In short: nothing changed.')
    expect(await page.locator('.mail-files').innerText()).toContain('report.pdf (51 kB)')
    expect(await page.locator('.preview').innerText()).not.toContain('undefined')
  })
})

describe('the history', () => {
  it('tells each mail, narrows by outcome in the address, and sends again only after asking', async () => {
    const page = await app.open('/reports/1/history?lang=en&outcome=maybe', { width: 360 })
    const table = page.locator('.report-history table')
    await page.getByText('There is no outcome “maybe”').waitFor()
    const words = await table.innerText()
    await page.locator('#history-outcome').selectOption('unknown')
    await page.waitForURL(/outcome=unknown/)
    await page.locator('#again-13').click()
    const question = await page.locator('dialog').innerText()
    const findings = await seriousFindings(page)
    await page.locator('#confirm').click()
    await page.locator('dialog').waitFor({ state: 'detached' })

    expect(words).toContain('451 try later')
    expect(words).toContain('tried again Mon, 16 Nov 2026, 09:45')
    expect(words).toContain('Sent to oneself')
    expect(question).toContain('Nobody knows whether shop@outside.example got this mail')
    expect(findings).toEqual([])
    expect(app.state.askedAgain).toEqual([13])
    expect(await overflowOf(page)).toBe(0)
  })
})

describe('a group of recipients', () => {
  it('takes addresses that are pasted, and says at the name that it is taken', async () => {
    const page = await app.open('/reports/groups?lang=en')
    await page.locator('#group-new').click()
    await page.locator('#group-name').fill('Shops')
    await page.locator('#report-paste summary').click()
    await page.locator('#report-pasted').fill('one@outside.example, nobody; ONE@outside.example')
    await page.getByRole('button', { name: 'Add them' }).click()
    await page.getByText('1 added, 2 left out').waitFor()
    await page.locator('#group-save').click()
    await page.locator('#group-name-problem:not(:empty)').waitFor()
    const problem = await page.locator('#group-name-problem').innerText()
    await page.locator('#group-name').fill('Stores')
    await page.locator('#group-save').click()
    await page.waitForURL(/\/reports\/groups\?/)

    expect(problem).toBe('Another group has this name.')
  })
})

describe('an address that was refused', () => {
  it('gets mails again once somebody says that it is right', async () => {
    const page = await app.open('/reports/1?lang=en')
    const words = await page.locator('#stopped').innerText()
    await page.getByRole('button', { name: 'gone@outside.example is right' }).click()
    await page.locator('#stopped').waitFor({ state: 'detached' })

    expect(words).toContain('unknown to its mail server since 2 November 2026: 550 no such user')
  })
})

describe('the outbox', () => {
  it('opens a mail in its frame, tells its files and offers the mail itself', async () => {
    const page = await app.open('/outbox?lang=en')
    await page.getByRole('link', { name: 'first reply 40% faster' }).click()
    await page.locator('.mail-frame').waitFor()
    const link = page.getByRole('link', { name: /^Download the mail/ })

    expect(await page.frameLocator('.mail-frame').locator('p').innerText()).toBe('the mail')
    expect(await page.locator('.mail-frame').getAttribute('sandbox')).not.toContain('allow-scripts')
    expect(await link.getAttribute('href')).toBe('/api/v1/outbox/a.eml/file')
    expect(await page.locator('.mail-files').innerText()).toContain('주간 보고서.pdf')
  })
})
