import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('how sure a verdict is', () => {
  it.each([
    [
      'en',
      'How sure is this?',
      'A made-up move day',
      'Not passed',
      'Compared with brands that had not moved',
    ],
    ['ko', '얼마나 확실한 결과인지 보기', '가상의 전환일', '미통과', '전환하지 않은 브랜드와 비교'],
  ])('opens by keyboard (%s)', async (language, heading, check, outcome, method) => {
    const page = await app.open(`/brands/3?lang=${language}`)
    const section = page.locator('#first_reply-certainty')
    expect(await page.locator('#first_reply-certainty-heading').innerText()).toBe(heading)
    expect(await section.getByText(check).isVisible()).toBe(false)

    await page.locator('#first_reply-certainty-heading').focus()
    await page.keyboard.press('Enter')

    await section.getByText(check).waitFor()
    const trial = section.getByRole('listitem').filter({ hasText: check })
    expect(await trial.innerText()).toContain(outcome)
    expect(await section.innerText()).toContain(method)
    expect(await section.getByRole('link', { name: 'Hanbit Books' }).getAttribute('href')).toBe(
      `/brands/1?lang=${language}`,
    )
  })

  it('shows the other calculations, ramps and comparison brands as rows', async () => {
    const page = await opened('/brands/3?lang=en')

    const rows = (table: string) => page.getByRole('table', { name: table }).getByRole('row')

    expect(await rows('Calculated in other ways').allInnerTexts()).toHaveLength(6)
    expect(await rows('Calculated in other ways').nth(1).innerText()).toMatch(
      /This verdict\s+−40%\s+−44% to −35%/,
    )
    expect(await rows('Calculated in other ways').nth(4).innerText()).toContain('no range')
    expect(await rows('With other ramps').nth(3).innerText()).toContain('closest to what was used')
    expect(await rows('With other ramps').nth(4).innerText()).toContain('no result')
    expect(await rows('Without each comparison brand').count()).toBe(3)
  })

  it('draws the distance to the comparison brands only for whoever looks, with the same as a table', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.waitForFunction(() => document.querySelectorAll('canvas').length === 6)

    await page.locator('#first_reply-certainty-heading').click()

    const chart = page.getByRole('img', { name: /distance to the comparison brands from 12 weeks before/ })
    await chart.waitFor()
    await page.locator('#first_reply-study-table-heading').click()
    const table = page.getByRole('table', { name: 'Distance to the comparison brands, week by week' })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(23)
    expect(await table.getByRole('row').nth(12).innerText()).toContain('1 week before the move')
  })

  it('stays open and draws anew in the colours of the other theme', async () => {
    const page = await opened('/brands/3?lang=en')
    const light = await inkOfStudy(page, '')

    await page.emulateMedia({ colorScheme: 'dark' })

    expect(await inkOfStudy(page, light)).not.toBe(light)
    expect(await page.locator('#first_reply-certainty').getAttribute('open')).not.toBeNull()
  })

  it('is not asked of a figure without an estimate', async () => {
    const page = await app.open('/brands/1?lang=en')

    expect(await page.getByText('How sure is this?').count()).toBe(0)
  })

  it.each([
    [360, 'ko'],
    [360, 'en'],
    [820, 'ko'],
    [1440, 'en'],
  ] as const)('fits %i pixels in %s', async (width, language) => {
    const page = await opened(`/brands/3?lang=${language}&metric=wait_to_agent`, width)

    expect(await overflowOf(page)).toBe(0)
  })
})

describe('what was expected without the move', () => {
  it('is in the key, in the words for those who cannot see the chart, and in the table', async () => {
    const page = await app.open('/brands/3?lang=en')

    expect(await page.locator('#first_reply .key').first().innerText()).toContain('Expected without the move')
    expect(await page.locator('#first_reply .key').first().innerText()).toContain(
      'A bot answers first, 30 June 2026',
    )
    const label = await page.locator('#first_reply canvas').getAttribute('aria-label')
    expect(label).toContain('A dashed line shows what was to be expected without the move')
    expect(label).toContain('Also marked: A bot answers first, 30 June 2026.')

    await page.locator('#first_reply-table-heading').click()
    const table = page.getByRole('table', { name: 'Mirae Outdoor: First reply time, week by week' })
    await table.waitFor()
    expect(await table.getByRole('columnheader', { name: 'Expected without the move' }).count()).toBe(1)
  })

  it('has no column where nothing was expected', async () => {
    const page = await app.open('/brands/3?lang=en')

    expect(await page.locator('#csat thead').textContent()).not.toContain('Expected without the move')
  })
})

describe('more figures', () => {
  it.each([
    ['en', 'More figures', 'Wait for an agent', 'Improved'],
    ['ko', '지표 더 보기', '상담원 연결 대기 시간', '개선'],
  ])('open by keyboard, and one of them below (%s)', async (language, title, figure, verdict) => {
    const page = await app.open(`/brands/3?lang=${language}`)
    expect(await page.locator('#further-figures-heading').innerText()).toBe(title)
    expect(await page.locator('#wait_to_agent').count()).toBe(0)

    await page.locator('#further-figures-heading').focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('row', { name: figure }).innerText()).toContain(verdict)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 2, name: figure }).waitFor()
    expect(new URL(page.url()).searchParams.get('metric')).toBe('wait_to_agent')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(figure)
    await page.waitForFunction(() => document.querySelectorAll('canvas').length === 7)
  })

  it('say why there is no verdict', async () => {
    const page = await app.open('/brands/3?lang=en')
    await page.locator('#further-figures-heading').click()

    const row = await page.getByRole('row', { name: 'Reopened conversations' }).innerText()

    expect(row).toContain('Not comparable')
    expect(row).toContain('The figure exists in messaging only.')
    expect(row).toContain('2.0%')
  })

  it('ask for the weeks of a figure only once it is opened', async () => {
    const asked: string[] = []
    const page = await app.open('/brands/3?lang=en')
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))

    await page.locator('#further-figures-heading').click()
    expect(asked.filter((path) => path.includes('wait_to_agent'))).toEqual([])
    await page.locator('#further-wait_to_agent').click()
    await page.getByRole('heading', { level: 2, name: 'Wait for an agent' }).waitFor()

    expect(asked.filter((path) => path.includes('wait_to_agent'))).toEqual([
      '/api/v1/comparisons/3/wait_to_agent',
    ])
  })

  it('open nothing for a figure nobody knows', async () => {
    const page = await app.open('/brands/3?lang=en&metric=nonsense')

    await page.waitForFunction(() => document.querySelectorAll('canvas').length === 6)
    expect(await page.locator('#further-figures').getAttribute('open')).toBeNull()
  })
})

async function opened(path: string, width = 1440): Promise<Page> {
  const page = await app.open(path, { width })
  await page.locator('#first_reply-certainty-heading').click()
  await page.locator('#first_reply .study canvas').waitFor()
  return page
}

/** What the chart looks like once it is drawn otherwise than `than`. */
async function inkOfStudy(page: Page, than: string): Promise<string> {
  const ink = await page.waitForFunction((former) => {
    const canvas = document.querySelector<HTMLCanvasElement>('#first_reply .study canvas')
    const drawn = canvas?.toDataURL() ?? ''
    return drawn.length > 5000 && drawn !== former ? drawn : null
  }, than)
  return String(await ink.jsonValue())
}
