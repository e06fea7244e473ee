import { describe, expect, it } from 'vitest'
import { addressesIn, draftProblems, newDraft, previewable, tidiedDraft } from '../../client/report-draft.ts'
import { filterOf, queryOfFilter } from '../../client/report-filter.ts'
import {
  outboxChoice,
  outboxPath,
  parseReportPlace,
  reportPath,
  writtenMail,
} from '../../client/report-place.ts'
import { whenWords } from '../../client/report-words.ts'
import { textIn } from '../../client/locale.ts'

const today = '2026-11-16'
const draft = () => newDraft({ name: 'Weekly', zone: 'Asia/Seoul', personId: 1 })
const outside = (address: string) => ({ address, name: null, language: 'en' as const, brands: null })

describe('a draft', () => {
  it('begins as one that could be kept', () => {
    expect(draftProblems(draft(), today)).toEqual([])
  })

  it('says everything that is wrong with it, at its field, in the order of the form', () => {
    const wrong = {
      ...draft(),
      name: ' ',
      rhythm: { every: 'fortnight' as const, weekday: 1, countedFrom: '' },
      time: '',
      lastDay: '2026-11-15',
      brands: [],
      metrics: [],
      recipients: {
        people: [],
        groups: [],
        addresses: [outside('nobody'), outside('a@b.example'), outside(' A@B.example')],
      },
    }

    expect(draftProblems(wrong, today).map(({ field }) => field)).toEqual([
      'name',
      'rhythm.countedFrom',
      'time',
      'lastDay',
      'brands',
      'metrics',
      'recipients.addresses.0.address',
      'recipients.addresses.2.address',
    ])
  })

  it('names somebody', () => {
    const toNobody = { ...draft(), recipients: { people: [], groups: [], addresses: [] } }

    expect(draftProblems(toNobody, today)).toEqual([
      { field: 'recipients', key: 'reports.problem.recipients' },
    ])
  })

  it('can be looked at before it has a name and whole addresses, but not without a brand', () => {
    const half = {
      ...draft(),
      name: '',
      recipients: { people: [], groups: [], addresses: [outside('no'), outside('A@b.example ')] },
    }

    expect(previewable(half, today)).toMatchObject({
      name: '–',
      recipients: { addresses: [{ address: 'a@b.example' }] },
    })
    expect(previewable({ ...draft(), brands: [] }, today)).toBeNull()
  })

  it('is sent without spaces around, and without a name that is none', () => {
    const typed = { ...outside(' A@B.example '), name: '  ' }
    const { name, recipients } = tidiedDraft({
      ...draft(),
      name: ' Weekly ',
      recipients: { people: [], groups: [], addresses: [typed] },
    })

    expect(name).toBe('Weekly')
    expect(recipients.addresses).toEqual([outside('a@b.example')])
  })
})

describe('addresses that are pasted', () => {
  it('are found between lines, commas and brackets, each once', () => {
    const { found, leftOut } = addressesIn('A@b.example, <c@d.example>\nnobody;a@b.example  x@y.example', [
      outside('x@y.example'),
    ])

    expect(found).toEqual(['a@b.example', 'c@d.example'])
    expect(leftOut).toBe(3)
  })
})

describe('the conversations a report is narrowed to', () => {
  it('are the same after a walk through an address', () => {
    const filter = {
      ...{ channel: ['web'], language: null, topic: ['refund', 'delivery'], group: ['12'] },
      ...{ hours: ['night' as const], open: true, bot: null },
    }

    expect(queryOfFilter(filter).toString()).toBe(
      'channel=web&topic=refund%2Cdelivery&group=12&hours=night&open=1',
    )
    expect(filterOf(queryOfFilter(filter))).toEqual(filter)
    expect(filterOf(new URLSearchParams())).toBeNull()
  })
})

describe('the addresses of the pages', () => {
  it.each([
    '/reports',
    '/reports/new',
    '/reports/12',
    '/reports/12/history',
    '/reports/groups',
    '/reports/groups/new',
    '/reports/groups/3',
  ])('%s is read as it is written', (path) => {
    const place = parseReportPlace(path)

    expect(place && reportPath(place)).toBe(path)
  })

  it.each(['/reports/', '/reports/x', '/reports/1/x', '/reporting'])('%s is none', (path) => {
    expect(parseReportPlace(path)).toBeNull()
  })

  it('leave out what is no name of a mail', () => {
    expect(outboxPath('a.1@b.eml')).toBe('/outbox?mail=a.1%40b.eml')
    expect(outboxChoice(new URLSearchParams('mail=a.1%40b.eml'))).toEqual({ mail: 'a.1@b.eml', after: null })
    expect(outboxChoice(new URLSearchParams('mail=../x.eml&after=x'))).toEqual({ mail: null, after: null })
    expect(writtenMail('written to a.eml')).toBe('a.eml')
    expect(writtenMail('250 written to disk')).toBeNull()
  })
})

describe('a rhythm in words', () => {
  it.each([
    [{ every: 'week', weekday: 1 }, 'every Monday at 08:00', '매주 월요일 08:00'],
    [
      { every: 'month', monthDay: 31 },
      'on day 31 of each month, in shorter months on the last at 08:00',
      '매월 31일(짧은 달은 말일) 08:00',
    ],
    [
      { every: 'first_working_day' },
      'on the first working day of each month at 08:00',
      '매월 첫 영업일 08:00',
    ],
  ] as const)('%j', (rhythm, english, korean) => {
    const words = (language: 'en' | 'ko') =>
      whenWords({ rhythm, time: '08:00' }, { text: textIn(language), language })

    expect([words('en'), words('ko')]).toEqual([english, korean])
  })
})
