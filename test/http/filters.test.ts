import { beforeEach, describe, expect, it } from 'vitest'
import { comparisonsAnswerSchema } from '../../server/http/answer-schemas.ts'
import type { AskedFilter } from '../../server/http/question-filter.ts'
import { filterFields, filterOf } from '../../server/http/question-filter.ts'
import { z } from 'zod'
import { HANEUL, smallAccount, storeGrid } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

let account: ReturnType<typeof smallAccount>
let admin: SignedIn

beforeEach(async () => {
  account = smallAccount()
  admin = await signInAs(account.app, 'admin@example.com')
})

describe('a filter in the address', () => {
  it.each<[string, Record<string, string | string[]>, AskedFilter['measured']]>([
    ['channels', { channel: 'chat,native_messaging' }, { channels: ['chat', 'native_messaging'] }],
    ['a name given twice', { topic: ['delivery', 'refund'] }, { topics: ['delivery', 'refund'] }],
    ['a value given twice', { topic: ['delivery', 'other,delivery'] }, { topics: ['delivery', 'other'] }],
    ['an unknown language', { language: 'ko,unknown' }, { languages: ['ko', null] }],
    ['groups', { group: '7,unknown' }, { groupIds: [7, null] }],
    ['a group that cannot be', { group: 'night shift' }, { groupIds: [] }],
    ['hours', { hours: 'night,evening' }, { hourBlocks: ['night', 'evening'] }],
    ['opening hours', { open: '1' }, { openingHoursOnly: true }],
    ['bots', { bot: 'no,unknown' }, { bot: ['no', 'unknown'] }],
    ['two things at once', { bot: 'yes', open: '1' }, { bot: ['yes'], openingHoursOnly: true }],
  ])('names %s', (_what, query, measured) => {
    expect(filterOf(account.ctx.db, z.strictObject(filterFields).parse(query))?.measured).toEqual(measured)
  })

  it('that narrows nothing is none', () => {
    expect(filterOf(account.ctx.db, {})).toBeNull()
    expect(filterOf(account.ctx.db, { open: '0' })).toBeNull()
  })

  it('marks the answer as no part of the report, and is told back', async () => {
    storeGrid(account.ctx.db, [HANEUL], ['first_reply'])

    const { status, body } = await admin.get(
      `/api/v1/comparisons?brand=${HANEUL}&metric=first_reply&language=ko,unknown&language=en&open=1`,
    )

    expect(status).toBe(200)
    expect(comparisonsAnswerSchema.parse(body)).toMatchObject({
      asOf: '2026-11-16T00:00:00.000Z',
      isReport: false,
      filter: {
        channel: null,
        language: ['ko', 'unknown', 'en'],
        topic: null,
        group: null,
        hours: null,
        open: true,
        bot: null,
      },
      comparisons: [{ brand: { id: HANEUL }, metric: 'first_reply' }],
    })
    expect(body.comparisons[0].state).not.toBe('improved')
  })

  it('is none where a question is about days only, which is no part of the report either', async () => {
    const { body } = await admin.get('/api/v1/comparisons?metric=csat&from=2026-01-01')

    expect(body).toMatchObject({ isReport: false, filter: null })
  })

  it.each([
    ['hours=noon', 'hours', '"noon" is not known; use night, morning, afternoon, evening'],
    ['bot=maybe', 'bot', '"maybe" is not known; use yes, no, unknown'],
    ['bot=', 'bot', 'is empty; leave it out'],
    ['topic=delivery,', 'topic', 'is empty; leave it out'],
    ['open=yes', 'open', 'is not 0 or 1; use 1 for opening hours only'],
    ['channel=web', 'channel', '"web" is not known; use chat, chat_offline_message, native_messaging'],
  ])('%s is refused with what may be asked', async (query, field, message) => {
    const { status, body } = await admin.get(`/api/v1/comparisons?${query}`)

    expect(status).toBe(400)
    expect(body.fields).toEqual([{ field, message }])
  })

  it('names every bad value of a list, beside other bad fields', async () => {
    const { body } = await admin.get('/api/v1/comparisons?from=yesterday&hours=noon,night,dusk&bot=maybe')

    expect(body.fields.map(({ field }: { field: string }) => field)).toEqual([
      'from',
      'hours',
      'hours',
      'bot',
    ])
  })

  it.each(['topic=no such topic', 'language=xx', 'group=999', 'group=none'])(
    '%s is no mistake: nothing is found',
    async (query) => {
      const { status, body } = await admin.get(`/api/v1/comparisons?metric=demand&${query}`)

      expect(status).toBe(200)
      expect(body.comparisons.map(({ now }: { now: unknown }) => now)).toEqual([null, null, null])
    },
  )
})
