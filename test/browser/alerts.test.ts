import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('the list of alerts', () => {
  it('says how each stands and what it does, is snoozed and woken, and shows what was noticed', async () => {
    const page = await app.open('/alerts?lang=en')
    const card = page.locator('#alert-1')
    const words = await card.innerText()
    await page.locator('#alert-1-snooze-heading').click()
    await page.locator('#alert-1-snooze-7').click()
    await card.getByText('Snoozed until').waitFor()
    await page.locator('#alert-1-wake').click()
    await card.locator('.alert-mark.firing').waitFor()
    await page.locator('#alert-1-history').click()
    await page.getByText('Of Slow replies only.').waitFor()

    expect(words).toContain('First reply time, Mirae Outdoor: 6 min 12 s, above 5 min')
    expect(words).toContain('is above 5 min in a complete week with at least 50 conversations')
    expect(words).toContain('1 notice waits')
    expect(await card.getByRole('link', { name: /above 5 min/ }).getAttribute('href')).toBe(
      '/brands/3?lang=en#first_reply',
    )
    expect(await page.locator('#alert-2').innerText()).toContain('Zendesk does not answer')
    expect(await page.locator('#alert-4').innerText()).toContain('does not see any of its brands any more')
    expect(await page.locator('#alert-history').innerText()).toContain('its beginning was not told')
    expect(new URL(page.url()).search).toContain('history=1')
  })

  it('says that an alert of the address is not there, and shows all', async () => {
    const page = await app.open('/alerts?lang=en&edit=99')

    expect(await page.locator('.choice-notice').innerText()).toContain('not one of yours')
    expect(await page.locator('.alert-card').count()).toBe(4)
  })
})

describe('the form of an alert', () => {
  it('says in a sentence what it does, tries it on the past, and says what is wrong at the field', async () => {
    const page = await app.open('/alerts?lang=en&edit=new')
    await page.locator('#alert-kind').selectOption('level')
    await page.locator('#alert-limit').fill('4')
    await page.getByText('Since 25 May 2026 it would have told 2 times.').waitFor()
    const sentence = await page.locator('.alert-sentence').innerText()
    await page.locator('#alert-save').click()
    const focused = await page.evaluate(() => document.activeElement?.id)
    const problems = await page.locator('.report-form .problem:not(:empty)').allInnerTexts()
    const findings = await seriousFindings(page)
    await page.locator('#alert-name').fill('Slower')
    await page.locator('#language-ko').click()
    const kept = await page.locator('#alert-name').inputValue()
    const korean = await page.locator('.alert-sentence').innerText()
    await page.locator('#alert-save').click()
    await page.locator('#alert-5').waitFor()

    expect(sentence).toContain('first reply time at any brand is above 4 min')
    expect(focused).toBe('alert-name')
    expect(problems).toEqual(['Write a name.'])
    expect(findings).toEqual([])
    expect(kept).toBe('Slower')
    expect(korean).toContain('모든 브랜드의 첫 응답 시간 값이 4분 기준을 초과하면 메일을 보냅니다.')
    expect(app.state.alerts[4]).toMatchObject({
      name: 'Slower',
      watch: { kind: 'level', metric: 'first_reply', side: 'above', value: 240, fromCount: 50 },
      recipients: { people: [1] },
    })
  })
})
