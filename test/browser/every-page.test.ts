import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './serious-findings.ts'
import { overflowOf, useBrowser } from './use-browser.ts'

const app = useBrowser()

/** Every page, and what shows that it is drawn. */
const pages: readonly (readonly [string, string])[] = [
  ['/', 'table.grid'],
  ['/brands/3', '#first_reply canvas'],
  ['/compare', '#compare-table'],
  ['/bot', 'table.funnel'],
  ['/csat', '.rating-bar'],
  ['/team?brand=3', '.week-hours table'],
  ['/conversations', 'main table'],
  ['/reports', '.report-card'],
  ['/reports/1', '.mail-frame'],
  ['/reports/1/history', '.report-history table'],
  ['/outbox?mail=a.eml', '.mail-frame'],
  ['/alerts', '.alert-history table'],
  ['/alerts?edit=1', '.trial-list li'],
  ['/data-health', '#streams table'],
  ['/glossary', 'main dt'],
]
const looks = [
  [1440, 'light'],
  [1440, 'dark'],
  [360, 'dark'],
  [360, 'light'],
] as const

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  it.each(pages)(
    '%s fits wide and narrow, by day and by night, and says everything in words',
    async (path, sign) => {
      const page = await app.open(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      await page.locator(sign).first().waitFor()
      const findings: string[] = []
      for (const [width, scheme] of looks) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: scheme })
        await page.locator(sign).first().waitFor()
        // Charts follow the width a moment later.
        await expect.poll(() => overflowOf(page), { timeout: 5000 }).toBe(0)
        // Each page by both: wide by night in English, narrow by day in Korean.
        if ((language === 'en') === (width === 1440) && (scheme === 'dark') === (language === 'en'))
          findings.push(...(await seriousFindings(page)))
      }

      expect(findings).toEqual([])
      expect(await page.title()).toMatch(/ · Cutover$/)
      expect(await wordless(page)).toEqual([])
    },
  )
})

/** Names of messages, places of values and half-made numbers that a reader would see. */
async function wordless(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return text.match(/\b[a-z]+\.[a-z]+[A-Z]\w*|\{\w+\}|\bundefined\b|\bNaN\b|\[object|\bnull\b/g) ?? []
}
