import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

it('a chart is saved as a picture, as CSV and for Excel', async () => {
  const page = await app.open('/brands/4?lang=ko')
  await page.locator('#csat canvas').first().waitFor()
  const tools = page.locator('#csat').getByRole('group', { name: '저장: 주별 고객 만족도(CSAT)' })
  expect(await tools.getByRole('button').allInnerTexts()).toEqual(['그림(PNG)', 'CSV', 'Excel'])

  const picture = await saved(page, 'csat-save-png')
  expect(picture.name).toBe('Haneul-Air-주별-고객-만족도(CSAT)-2026-11-16.png')
  expect([...picture.bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const seen = await coloursOf(page, picture.bytes)
  expect(seen.width).toBeGreaterThan(1000)
  expect(seen.colours).toBeGreaterThan(20)
  expect(seen.corner).toBe('255,255,255,255')

  const csv = await saved(page, 'csat-save-csv')
  expect(csv.name).toBe('Haneul-Air-주별-고객-만족도(CSAT)-2026-11-16.csv')
  const lines = csv.bytes.toString('utf8').split('\r\n')
  expect(lines.slice(0, 9)).toEqual([
    '\ufeffHaneul Air · 주별 고객 만족도(CSAT)',
    `측정 방법,${new URL('/glossary?lang=ko#csat', page.url()).href}`,
    '기간,2025-05-19,2026-11-15',
    '기준 시각,2026-11-16T00:00:00.000Z',
    '',
    '시작일,종료일,값(%),평가 수,구분,표시된 날',
    '2025-05-19,2025-05-25,86.764796,112,전환 전,',
    '2025-05-26,2025-06-01,88.143269,115,전환 전,',
    '2025-06-02,2025-06-08,86.141941,111,전환 전,',
  ])
  // 78 weeks below the headings, and what follows the last line's end.
  expect(lines.length).toBe(6 + 78 + 1)
  expect(await tools.getByRole('status').innerText()).toBe(
    'Haneul-Air-주별-고객-만족도(CSAT)-2026-11-16.csv 저장 완료',
  )

  const workbook = await saved(page, 'csat-save-xlsx')
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
})

async function saved(page: Page, id: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#${id}`).click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** How wide a picture is, how many colours it has, and which its first point is of. */
function coloursOf(page: Page, bytes: Buffer): Promise<{ width: number; colours: number; corner: string }> {
  return page.evaluate(async (encoded) => {
    const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([raw], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const points = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
    const corner = context.getImageData(0, 0, 1, 1).data.join(',')
    return { width: image.width, colours: new Set(points).size, corner }
  }, bytes.toString('base64'))
}
