import { describe, expect, it } from 'vitest'
import type { AlertFacts, DataTrouble } from '../../../server/contract-alert.ts'
import type { ToldItem } from '../../../server/report/alerts/alert-item.ts'
import { renderAlerts } from '../../../server/report/alerts/render-alerts.ts'

const at = Date.parse('2026-11-16T00:00:00Z')
const level: AlertFacts = {
  ...{ kind: 'level', metric: 'csat', value: 0.853, n: 117, week: '2026-11-09' },
  ...{ side: 'below', limit: 0.9 },
}
const items: ToldItem[] = [
  item({ kind: 'over', facts: { ...level, value: 0.91 } }),
  item({
    kind: 'begun',
    facts: {
      ...{ kind: 'verdict', metric: 'first_reply', from: 'improved', to: 'worse' },
      sentence: { en: 'First reply time got <worse>.', ko: '첫 응답 시간이 악화되었습니다.' },
    },
  }),
  item({ kind: 'still', facts: trouble('stream', 'chats'), brand: null }),
  item({ kind: 'begun', facts: trouble('mail', 'Weekly <1>'), brand: null }),
]

describe.each(['ko', 'en'] as const)('a mail with alerts in %s', (language) => {
  const mail = renderAlerts(items, {
    language,
    ...{ name: '김민지', zone: 'Asia/Seoul', publicUrl: 'https://cutover.example' },
    unsubscribe: 'https://cutover.example/unsubscribe/token',
  })

  it('says what begins first, what is over last, and what to do', async () => {
    await expect(`${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(`../expected/alerts-${language}.txt`)
  })

  it('says the same in HTML, names escaped, small enough for any mail program', async () => {
    await expect(mail.html).toMatchFileSnapshot(`../expected/alerts-${language}.html.golden`)
    expect(mail.html).not.toMatch(/Weekly <1>|got <worse>/)
    expect(mail.html.length).toBeLessThan(100_000)
  })
})

it('more than twenty things are counted, not listed', () => {
  const many = Array.from({ length: 23 }, (_, i) => ({ ...item({ facts: trouble('job', `job ${i}`) }) }))
  const { subject, text } = renderAlerts(many, {
    ...{ language: 'en', name: 'Ada', zone: 'Asia/Seoul', publicUrl: 'https://cutover.example' },
    unsubscribe: 'https://cutover.example/unsubscribe/token',
  })

  expect(subject).toBe('Cutover alert: job 0 fails and 22 more')
  expect(text).toContain('And 3 more: open the alerts.')
  expect(text).not.toContain('job 20')
})

function item(change: Partial<ToldItem> & Pick<ToldItem, 'facts'>): ToldItem {
  const brand = { id: 3, name: 'Mirae & Söhne' }
  return { kind: 'begun', at, brand, rule: 'Watchful', owner: 'Ada Lee', ...change }
}

function trouble(kind: DataTrouble, name: string): AlertFacts {
  const words = { en: 'Zendesk does not answer', ko: 'Zendesk가 응답하지 않습니다' }
  return { kind: 'data', trouble: kind, name, count: null, since: null, words }
}
