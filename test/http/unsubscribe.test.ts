import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import { unsubscribeAddress } from '../../server/report/delivery/unsubscribe-link.ts'
import { readAudit } from '../../server/store/audit.ts'
import { findPersonByEmail } from '../../server/store/people.ts'
import { readRecipients } from '../../server/store/report-recipients.ts'
import { ensureWeeklySchedule } from '../../server/store/report-schedules.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'

const DAY_MS = 86_400_000
let account: ReturnType<typeof smallAccount>
let scheduleId: number

beforeEach(() => {
  account = smallAccount()
  const owner = findPersonByEmail(account.ctx.db, 'admin@example.com')
  const viewer = findPersonByEmail(account.ctx.db, 'viewer@example.com')
  scheduleId = ensureWeeklySchedule(account.ctx.db, {
    name: 'Weekly <report>',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: owner?.id ?? 0,
    recipientIds: [owner?.id ?? 0, viewer?.id ?? 0],
  })
})

describe('the link of a mail', () => {
  it('asks first: a program that follows links ends nothing', async () => {
    const response = await request(account.app).get(link())

    expect(response.status).toBe(200)
    expect(response.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.text).toContain('“Weekly &lt;report&gt;” would no longer be sent to viewer@example.com.')
    expect(recipients()).toEqual(['admin@example.com', 'viewer@example.com'])
  })

  it('ends the mails with one click of a mail program, once and for this address only', async () => {
    const oneClick = () => request(account.app).post(link()).type('form').send('List-Unsubscribe=One-Click')
    const first = await oneClick()
    const second = await oneClick()

    expect([first.status, second.status]).toEqual([200, 200])
    expect(recipients()).toEqual(['admin@example.com'])
    expect(readAudit(account.ctx.db, 1)).toMatchObject([
      { actor: 'viewer@example.com', action: 'mail_unsubscribed' },
    ])
  })

  it('ends them from its own page, and takes it back', async () => {
    const stopped = await request(account.app).post(link()).set('Sec-Fetch-Site', 'same-origin')
    const action = /action="([^"]+)"/.exec(stopped.text)?.[1] ?? ''
    const again = await request(account.app).post(action)

    expect(stopped.text).toContain('You get these mails no more')
    expect(again.text).toContain('Stop these mails?')
    expect(recipients()).toEqual(['admin@example.com', 'viewer@example.com'])
  })

  it('speaks the language of the reader', async () => {
    const response = await request(account.app).get(link({ language: 'ko' }))

    expect(response.text).toContain('<html lang="ko">')
    expect(response.text).toContain('메일을 그만 받으시겠습니까?')
  })

  it.each([
    ['changed', (address: string) => address.replace(/~.*/, '~AAAAAAAAAAAAAAAAAAAAAA')],
    ['cut off', (address: string) => address.slice(0, -3)],
    ['without a signature', (address: string) => address.replace(/~.*/, '')],
  ])('says so when it was %s, and ends nothing', async (_what, change) => {
    const page = await request(account.app).get(change(link()))
    const post = await request(account.app).post(change(link()))

    expect(page.text).toContain('This link is no longer valid')
    expect(post.status).toBe(404)
    expect(recipients()).toHaveLength(2)
  })

  it('is valid for a year', async () => {
    const young = await request(account.app).get(link({ now: testNow - 365 * DAY_MS }))
    const old = await request(account.app).get(link({ now: testNow - 367 * DAY_MS }))

    expect(young.text).toContain('Stop these mails?')
    expect(old.text).toContain('This link is no longer valid')
  })

  it('of another server is not valid', async () => {
    const { publicUrl } = account.ctx.config
    const foreign = unsubscribeAddress(
      { publicUrl, appSecret: 'another secret that is long enough' },
      { scheduleId, address: 'viewer@example.com', language: 'en', now: testNow },
    )

    const response = await request(account.app).get(new URL(foreign).pathname)

    expect(response.text).toContain('This link is no longer valid')
  })
})

function link({ language = 'en', now = testNow }: { language?: 'en' | 'ko'; now?: number } = {}): string {
  const address = unsubscribeAddress(account.ctx.config, {
    scheduleId,
    address: 'viewer@example.com',
    language,
    now,
  })
  return new URL(address).pathname
}

function recipients(): string[] {
  return readRecipients(account.ctx.db, scheduleId).map(({ address }) => address)
}
