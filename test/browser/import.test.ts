import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runJobByName } from '../../jobs/run-job.ts'
import { createApp } from '../../server/app.ts'
import { statement } from '../../server/store/database.ts'
import { claimNextJobRequest, finishJobRequest } from '../../server/store/job-requests.ts'
import { addBrand } from '../support/brands.ts'
import { addPerson, testPassword } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'
import { buildClient } from './build-client.ts'
import { launchBrowser } from './chromium.ts'
import { seriousFindings } from './serious-findings.ts'

let browser: Browser
let client: string
let folder: string
let ctx: TestContext
let server: Server
let working: NodeJS.Timeout
const complaints: string[] = []

beforeAll(async () => {
  // Files below a folder whose name begins with a dot are not served.
  client = mkdtempSync(join(tmpdir(), 'cutover-client-'))
  cpSync(await buildClient(), client, { recursive: true })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(client, { recursive: true, force: true })
})

/** The whole program on an empty account: the pages, the interface, and the jobs beside it. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-page-'))
  ctx = testContext({ config: { databaseFile: join(folder, 'cutover.db') } })
  addBrand(ctx, 101, 'Hanbit Books')
  addBrand(ctx, 102, 'Mirae Outdoor')
  statement(ctx.db, "insert into account (key, value) values ('zone', 'Asia/Seoul')").run()
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'manager@example.com', role: 'manager' })
  server = createApp(ctx, { clientDirectory: client }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  let isWorking = false
  // One job at a time, as the jobs process does it.
  working = setInterval(() => {
    if (isWorking) return
    isWorking = true
    void work().finally(() => (isWorking = false))
  }, 50)
})

afterEach(async () => {
  clearInterval(working)
  for (const context of browser.contexts()) await context.close()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true, force: true })
  expect(complaints.splice(0)).toEqual([])
})

async function work(): Promise<void> {
  const next = claimNextJobRequest(ctx.db)
  if (!next) return
  const end = await runJobByName(ctx, next.name, next.options, new AbortController().signal)
  if (end.outcome !== 'interrupted')
    finishJobRequest(ctx.db, next.id, { ...end, outcome: end.outcome, now: ctx.clock.now() })
}

async function open(language: 'en' | 'ko', options: { email?: string; width?: number } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 1000 },
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const email = options.email ?? 'admin@example.com'
  await context.request.post(`${url}/api/v1/session`, { data: { email, password: testPassword } })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  await page.goto(`${url}/data-health?lang=${language}`)
  await page.waitForSelector('h1')
  return page
}

const csv = [
  'Date;Brand;Solved by bot;Note',
  '2026-06-01;Hanbit Books;sure;a',
  '2026-06-02;Mirae Outdoor;no;b',
  '2026-06-31;Mirae Outdoor;no;c',
].join('\r\n')

const file = { name: 'june.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }

describe('importing a CSV file', () => {
  it('goes from the file over the mapping and a try to the rows, and back', async () => {
    const page = await open('en')
    await page.getByLabel('Choose a file').setInputFiles(file)

    // The headers tell day and brand; what was resolved has to be said.
    await page.getByText('No column holds this field yet').waitFor()
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    await page.getByLabel('Column Solved by bot is taken for').selectOption('resolved')
    await page.getByText('This word is neither yes nor no').waitFor()
    await page.getByLabel('More words for yes').fill('sure')
    await page.getByLabel('More words for yes').press('Tab')
    await page.getByText('Of all 3 rows 1 cannot be read.').waitFor()
    expect(await page.getByRole('table', { name: 'How the first rows are read' }).innerText()).toContain(
      'This is no date that can be read',
    )

    await page.getByLabel('Name of this mapping').fill('explore')
    await page.getByRole('button', { name: 'Try without storing' }).click()
    await page.getByText('Tried, nothing stored: june.csv').waitFor()
    expect(statement(ctx.db, 'select * from bot_conversation').all()).toEqual([])

    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('Imported: june.csv').waitFor()
    expect(statement(ctx.db, 'select brand_id, resolved from bot_conversation order by day').all()).toEqual([
      { brand_id: 101, resolved: 1 },
      { brand_id: 102, resolved: 0 },
    ])
    expect(await page.getByRole('group', { name: 'Imported' }).innerText()).toContain('Cannot be read')
    expect(await page.locator('.import > [role=status]').innerText()).toBe('')

    // The same days under another name: kept beside it, unless somebody chooses otherwise.
    await page.getByLabel('Choose a file').setInputFiles({ ...file, name: 'june again.csv' })
    const overlap = page.getByRole('group', { name: 'Other files have given days of this one already' })
    expect(await overlap.getByRole('radio', { name: 'Keep both' }).isChecked()).toBe(true)
    await overlap
      .getByRole('radio', { name: /Replace “june.csv” Its 2 rows of 1 June 2026 to 2 June 2026/ })
      .check()
    await page.getByLabel('Name of this mapping').fill('again')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('Imported: june again.csv').waitFor()
    expect(statement(ctx.db, 'select brand_id from bot_conversation').all()).toHaveLength(2)

    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Remove: june again.csv' }).click()
    await page.getByText('No file has been imported yet.').waitFor()
    expect(statement(ctx.db, 'select * from bot_conversation').all()).toEqual([])
  })

  it('reads Korean in the encoding of Korean Windows, and lets somebody choose another', async () => {
    const page = await open('ko')
    const cp949 = Buffer.from(
      'b3afc2a52cbaeab7a3b5e52cc7d8b0e10d0a323032362e20362e20312e2c3130312cbfb90d0a',
      'hex',
    )
    await page.getByLabel('파일 선택').setInputFiles({ name: '봇.csv', mimeType: 'text/csv', buffer: cp949 })

    await page.getByText('전체 1행 가운데 0행은 읽을 수 없습니다.').waitFor()
    expect(await page.getByLabel('인코딩').inputValue()).toBe('cp949')
    expect(await page.getByRole('table', { name: '미리 보기' }).innerText()).toContain('Hanbit Books')

    await page.getByLabel('인코딩').selectOption('utf-16be')
    await page.getByText('이 항목에 해당하는 열이 아직 없습니다').first().waitFor()
  })

  it('takes a file that is dropped on it', async () => {
    const page = await open('en')
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
      return transfer
    }, csv)

    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })

    await page.getByRole('heading', { name: 'dropped.csv' }).waitFor()
  })

  it('keeps the keyboard where it was while the page changes around it', async () => {
    const page = await open('en')
    await page.getByLabel('Choose a file').setInputFiles(file)
    const select = page.getByLabel('Column Solved by bot is taken for')
    await select.focus()

    await select.selectOption('resolved')
    await page.getByText('This word is neither yes nor no').waitFor()

    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('is offered to administrators only', async () => {
    const page = await open('en', { email: 'manager@example.com' })

    expect(await page.getByRole('heading', { name: 'Import a CSV file' }).count()).toBe(0)
  })

  it.each([
    ['en', 1280],
    ['ko', 360],
  ] as const)('leaves axe nothing serious to find, %s at %i pixels', async (language, width) => {
    const page = await open(language, { width })
    expect(await seriousFindings(page, '#import')).toEqual([])
    await page.locator('#import-file').setInputFiles(file)
    await page.getByRole('heading', { name: 'june.csv' }).waitFor()

    expect(await seriousFindings(page, '#import')).toEqual([])
  })

  it('fits a phone', async () => {
    const page = await open('ko', { width: 360 })
    await page.getByLabel('파일 선택').setInputFiles(file)
    await page.getByRole('heading', { name: 'june.csv' }).waitFor()

    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
  })
})
