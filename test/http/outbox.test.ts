import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { OutboxAnswer } from '../../server/contract-outbox.ts'
import { createMailer } from '../../server/platform/mailer.ts'
import type { MailAttachment } from '../../server/platform/mailer.ts'
import { recordDelivery } from '../../server/store/report-deliveries.ts'
import { createSchedule, usualChoices } from '../../server/store/report-schedules.ts'
import { addBrand } from '../support/brands.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testConfig, testContext } from '../support/test-context.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const MIRAE = 401
const HANEUL = 402
let outboxDirectory: string
let ctx: TestContext
let admin: SignedIn
let manager: SignedIn
let limited: SignedIn
let managerId: number

beforeEach(async () => {
  outboxDirectory = mkdtempSync(join(tmpdir(), 'cutover-outbox-'))
  ctx = testContext({ config: { mail: { ...testConfig().mail, outboxDirectory } } })
  addBrand(ctx, MIRAE, 'Mirae')
  addBrand(ctx, HANEUL, 'Haneul')
  addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  managerId = addPerson(ctx, { email: 'manager@demo.example', role: 'manager' })
  addPerson(ctx, { email: 'limited@demo.example', role: 'manager', brandIds: [MIRAE] })
  const app = createApp(ctx)
  admin = await signInAs(app, 'admin@demo.example')
  manager = await signInAs(app, 'manager@demo.example')
  limited = await signInAs(app, 'limited@demo.example')
})

afterEach(() => rmSync(outboxDirectory, { recursive: true }))

describe('the list', () => {
  it('tells what was written, newest first', async () => {
    await write('<a.1@cutover>', { to: 'first@demo.example', subject: '첫 메일' })
    await write('<a.2@cutover>', { to: 'second@demo.example', subject: 'Second' })
    age('2026-11-16-a.1@cutover.eml')

    const { mails, next, isSmtpSet } = await list(admin)

    expect(mails.map(({ name, to, subject }) => [name, to, subject])).toEqual([
      ['2026-11-16-a.2@cutover.eml', 'second@demo.example', 'Second'],
      ['2026-11-16-a.1@cutover.eml', 'first@demo.example', '첫 메일'],
    ])
    expect(mails[0]).toMatchObject({ date: '2026-11-16T00:00:00.000Z', isBroken: false })
    expect(mails[0].bytes).toBeGreaterThan(300)
    expect([next, isSmtpSet]).toEqual([null, false])
  })

  it('goes on where the page before ended', async () => {
    for (let mail = 0; mail < 51; mail++) await write(`<a.${mail}@cutover>`, { to: 'a@demo.example' })

    const first = await list(admin)
    const second = await list(admin, `?after=${first.next}`)

    expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 1, null])
    expect(first.mails.map(({ name }) => name)).not.toContain(second.mails[0].name)
  })

  it('is empty before the first mail', async () => {
    rmSync(outboxDirectory, { recursive: true })
    expect((await list(admin)).mails).toEqual([])
    mkdirSync(outboxDirectory)
  })

  it('shows a file that is no mail as broken, to administrators', async () => {
    writeFileSync(join(outboxDirectory, 'broken.eml'), 'half a file')
    const opened = await admin.get('/api/v1/outbox/broken.eml')

    expect((await list(admin)).mails).toMatchObject([{ name: 'broken.eml', isBroken: true, to: null }])
    expect(opened.body).toMatchObject({ isBroken: true, text: null, hasHtml: false })
    expect((await admin.get('/api/v1/outbox/broken.eml/html')).status).toBe(404)
    expect((await list(manager)).mails).toEqual([])
  })
})

describe('whose mails are whose', () => {
  it('managers read what is addressed to them and what their reports sent, also when it was sent again', async () => {
    const scheduleId = createSchedule(
      ctx.db,
      {
        ...usualChoices('Weekly'),
        timing: { zone: 'Asia/Seoul', cadence: { every: 'day' }, minuteOfDay: 0, lastDay: null },
      },
      { ownerId: managerId, notBefore: null },
    )
    record(scheduleId, '<report.1.x.2026-11-16.2@cutover>')
    await write('<other@cutover>', { to: 'manager@demo.example', subject: 'to me' })
    await write('<report.1.x.2026-11-16@cutover>', { to: 'partner@outside.example', subject: 'my report' })
    await write('<report.9.x.2026-11-16@cutover>', { to: 'partner@outside.example', subject: 'not mine' })
    const { mails } = await list(manager)
    const notMine = await manager.get('/api/v1/outbox/2026-11-16-report.9.x.2026-11-16@cutover.eml')

    expect(mails.map(({ subject }) => subject).sort()).toEqual(['my report', 'to me'])
    expect(notMine.status).toBe(404)
  })

  it('somebody limited to brands reads nothing that tells of another, and takes no files', async () => {
    const to = 'limited@demo.example'
    const mirae = `<p><a href="http://localhost/brands/${MIRAE}">Mirae</a></p>`
    await write('<a.1@cutover>', { to, subject: 'Mirae', html: mirae })
    await write('<a.2@cutover>', { to, subject: 'Haneul got worse' })
    await write('<a.3@cutover>', { to, subject: 'Renamed', html: mirae.replace(`${MIRAE}`, `${HANEUL}`) })
    const name = '2026-11-16-a.1@cutover.eml'

    expect((await list(limited)).mails.map(({ subject }) => subject)).toEqual(['Mirae'])
    expect((await limited.get('/api/v1/outbox/2026-11-16-a.3@cutover.eml')).status).toBe(404)
    expect((await limited.get(`/api/v1/outbox/${name}`)).body).toMatchObject({ canTakeFiles: false })
    expect((await limited.get(`/api/v1/outbox/${name}/file`)).body.code).toBe('files_withheld')
    expect((await limited.get(`/api/v1/outbox/${name}/attachments/0`)).status).toBe(403)
  })
})

describe('one mail', () => {
  it('is told with its text and its files; pictures are in the HTML', async () => {
    const csv = Buffer.from('브랜드,값\r\n')
    const png = Buffer.from([137, 80, 78, 71])
    await write('<a.1@cutover>', {
      to: 'a@demo.example',
      html: '<html><head><title>x</title></head><body><img src="cid:chart"></body></html>',
      attachments: [
        { filename: '주간 보고서.csv', content: csv, contentType: 'text/csv' },
        { filename: 'chart.png', content: png, contentType: 'image/png', cid: 'chart' },
      ],
    })
    const path = '/api/v1/outbox/2026-11-16-a.1@cutover.eml'
    const { body } = await admin.get(path)
    const html = await admin.get(`${path}/html`)
    const file = await admin.get(`${path}/attachments/0`).responseType('blob')
    const raw = await admin.get(`${path}/file`).responseType('blob')

    expect(body).toMatchObject({ hasHtml: true, canTakeFiles: true, isBroken: false, text: 'plain' })
    expect(body.attachments).toEqual([
      { name: '주간 보고서.csv', contentType: 'text/csv', bytes: csv.length },
    ])
    expect(html.text).toContain('<head><base target="_blank"><title>')
    expect(html.text).toContain('src="data:image/png;base64,')
    expect(file.body).toEqual(csv)
    expect(file.get('Content-Type')).toBe('application/octet-stream')
    expect(file.get('Content-Disposition')).toContain("filename*=UTF-8''%EC%A3%BC")
    expect(raw.body.toString()).toContain('Message-ID: <a.1@cutover>')
  })

  it('is shown where nothing runs, nothing is fetched and only we frame it', async () => {
    await write('<a.1@cutover>', { to: 'a@demo.example', html: '<script>alert(1)</script>' })

    const { headers } = await admin.get('/api/v1/outbox/2026-11-16-a.1@cutover.eml/html')

    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it.each(['..%2f..%2fpackage.eml', '%2e%2e%2fsecret.eml', 'a%00.eml', '.eml%2f..', 'secret.txt'])(
    'is not looked for at %s',
    async (name) => {
      const response = await admin.get(`/api/v1/outbox/${name}`)

      expect([400, 404]).toContain(response.status)
    },
  )

  it('is no link to another file', async () => {
    writeFileSync(join(outboxDirectory, 'secret.txt'), 'To: a@demo.example\r\n\r\nsecret')
    symlinkSync(join(outboxDirectory, 'secret.txt'), join(outboxDirectory, 'link.eml'))

    expect((await admin.get('/api/v1/outbox/link.eml')).status).toBe(404)
    expect((await list(admin)).mails).toEqual([])
  })
})

async function write(
  messageId: string,
  mail: { to: string; subject?: string; html?: string; attachments?: MailAttachment[] },
): Promise<void> {
  await createMailer(ctx.config.mail).send({
    subject: 'Report',
    text: 'plain',
    html: '<p>html</p>',
    messageId,
    date: new Date('2026-11-16T00:00:00Z'),
    ...mail,
  })
}

function age(name: string): void {
  utimesSync(join(outboxDirectory, name), 1000, 1000)
}

function record(scheduleId: number, messageId: string): void {
  const days = { periodFrom: '2026-11-09', periodTo: '2026-11-16' }
  recordDelivery(
    ctx.db,
    { scheduleId, messageId, address: 'a@b.example', personId: null, occasion: 'x', ...days, now: 0 },
    { outcome: 'sent', message: '', bytes: 1 },
  )
}

async function list(who: SignedIn, query = ''): Promise<OutboxAnswer> {
  const response = await who.get(`/api/v1/outbox${query}`)
  expect(response.status).toBe(200)
  return response.body as OutboxAnswer
}
