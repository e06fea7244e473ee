import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { ZendeskReadings } from '../../../server/settings/zendesk-readings.ts'
import type { Database } from '../../../server/store/database.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { freshDatabase, syncByName } from './sync-support.ts'

const DAY_MS = 86_400_000
const SURVEYS = '/api/v2/guide/survey_responses'
const RATINGS = '/api/v2/satisfaction_ratings'
const brand = { id: 1, name: 'A', default: true, created_at: '2026-11-01T00:00:00Z' }
const surveyId = '01J58C8KXG6HXTYWE6Q0C93RNW'
const given = { created_at: '2026-11-10T00:00:00.000Z', updated_at: '2026-11-10T00:00:00.000Z' }
const rated = {
  type: 'rating_scale',
  rating: 4,
  rating_category: 'good',
  question: { id: 'q1', type: 'rating_scale_numeric', sub_type: 'customer_satisfaction' },
  ...given,
}
const other = {
  ...rated,
  rating: 1,
  rating_category: 'bad',
  question: { id: 'q2', type: 'rating_scale_emoji', sub_type: 'other' },
}

describe('a survey response', () => {
  it('without answers is an offer nobody took up', async () => {
    expect(await answerOf([])).toMatchObject({
      ticket_id: 99,
      answered_at: null,
      raw_rating: null,
      category: null,
    })
  })

  it('counts by the question about satisfaction, wherever it stands', async () => {
    expect(await answerOf([other, rated])).toMatchObject({ raw_rating: '4', category: 'good' })
  })

  it('that answers only other questions is unanswered', async () => {
    expect(await answerOf([other])).toMatchObject({ answered_at: null, raw_rating: null, category: null })
  })

  it('counts by other questions where the settings name them', async () => {
    const db = withReadings({ surveyQuestions: ['Other'] })

    expect(await answerOf([rated, other], db)).toMatchObject({ raw_rating: '1', category: 'bad' })
  })

  it('of long ago is read anew once the settings name other questions', async () => {
    const long = { created_at: '2026-03-10T00:00:00.000Z', updated_at: '2026-03-10T00:00:00.000Z' }
    const ofMarch = '01KKAS3WMG6HXTYWE6Q0C93RNW'
    const answers = [
      { ...rated, ...long },
      { ...other, ...long },
    ]
    const db = withReadings({})
    const read = () => {
      const { sync } = scripted(
        ({ path, query }) => {
          if (path !== SURVEYS) return accountAnswer(path, [brand])
          const offeredAt = Date.parse(long.created_at)
          const isListed =
            Number(query?.['filter[created_at_start]']) <= offeredAt &&
            Number(query?.['filter[created_at_end]']) >= offeredAt
          return page('survey_responses', isListed ? [{ id: ofMarch, subject_zrns: [], answers }] : [])
        },
        { db },
      )
      return syncByName(sync, 'survey-responses')
    }
    await read()
    expect(storedAnswer(db)).toMatchObject({ category: 'good', raw_rating: '4' })

    ask(db, { surveyQuestions: ['other'] })
    await read()
    expect(storedAnswer(db)).toMatchObject({ category: 'bad', raw_rating: '1' })

    ask(db, { surveyQuestions: ['none of these'] })
    await read()
    expect(storedAnswer(db)).toMatchObject({ category: null, raw_rating: null })

    expect((await read()).changed).toBe(0)
  })

  it('whose question was skipped is unanswered', async () => {
    const skipped = { type: 'skipped', question: rated.question, ...given }

    expect(await answerOf([skipped])).toMatchObject({ answered_at: null, category: null })
  })

  it('keeps neutral, and a rating whose category is unknown keeps the rating', async () => {
    expect(await answerOf([{ ...rated, rating: 3, rating_category: 'neutral' }])).toMatchObject({
      raw_rating: '3',
      category: 'neutral',
    })
    expect(await answerOf([{ ...rated, rating: '5', rating_category: 'splendid' }])).toMatchObject({
      raw_rating: '5',
      category: null,
      answered_at: Date.parse(given.created_at),
    })
  })

  it('changed later is followed, and an older copy does not undo that', async () => {
    const db = freshDatabase()
    const changed = { ...rated, rating: 2, rating_category: 'bad', updated_at: '2026-11-12T00:00:00.000Z' }

    await answerOf([rated], db)
    expect(await answerOf([changed], db)).toMatchObject({
      raw_rating: '2',
      category: 'bad',
      answered_at: Date.parse(given.created_at),
      updated_at: Date.parse('2026-11-12T00:00:00.000Z'),
    })
    expect(await answerOf([rated], db)).toMatchObject({ raw_rating: '2', category: 'bad' })
  })

  it('about a conversation without a ticket is kept without one', async () => {
    expect(await answerOf([rated], freshDatabase(), ['zen:conversation:abc'])).toMatchObject({
      ticket_id: null,
      category: 'good',
    })
  })

  it('about a conversation and its ticket belongs to the ticket', async () => {
    const subjects = ['zen:conversation:abc', 'zen:ticket:12']

    expect(await answerOf([rated], freshDatabase(), subjects)).toMatchObject({ ticket_id: 12 })
  })

  it('may name its subjects in a list of their own only', async () => {
    const { sync } = scripted(({ path }) =>
      path === SURVEYS
        ? page('survey_responses', [{ id: surveyId, subjects: [{ zrn: 'zen:request:31' }], answers: [] }])
        : accountAnswer(path, [brand]),
    )

    await syncByName(sync, 'survey-responses')

    expect(storedAnswer(sync.db)).toMatchObject({ ticket_id: 31 })
  })
})

describe('a rating', () => {
  it('nobody gave is an offer; one that was never asked for is nothing', async () => {
    const db = await readRatings([rating(1, 'offered'), rating(2, 'unoffered'), rating(3, 'Bad')])

    expect(db.prepare('select id, category, raw_rating from csat_answer order by id').all()).toEqual([
      { id: 'rating:1', category: null, raw_rating: 'offered' },
      { id: 'rating:3', category: 'bad', raw_rating: 'Bad' },
    ])
  })

  it('changed later is followed', async () => {
    const db = await readRatings([rating(1, 'bad')])

    await readRatings([{ ...rating(1, 'good'), updated_at: '2026-11-12T00:00:00Z' }], db)

    expect(storedAnswer(db)).toMatchObject({ category: 'good', raw_rating: 'good' })
  })
})

describe('a list that promises more and leads to itself', () => {
  it.each([
    ['survey-responses', SURVEYS],
    ['satisfaction-ratings', RATINGS],
  ])('of %s is neither read for ever nor taken for read', async (name, path) => {
    const key = path.split('/').at(-1) ?? ''
    const { sync, requests } = scripted((request) =>
      request.path === path
        ? { [key]: [], meta: { has_more: true, after_cursor: 'same' } }
        : accountAnswer(request.path, [brand]),
    )

    await expect(syncByName(sync, name)).rejects.toThrow(/names the same page/)

    expect(requests.length).toBeLessThan(20)
  })
})

describe('what is read again', () => {
  it.each([
    { name: 'survey-responses', path: SURVEYS, key: 'filter[created_at_start]', unit: 1, days: 30 },
    { name: 'satisfaction-ratings', path: RATINGS, key: 'start_time', unit: 1000, days: 30 },
  ])(
    'by $name are thirty days unless the settings say otherwise',
    async ({ name, path, key, unit, days }) => {
      const early = unit === 1 ? 1 : 0
      expect(await secondStart(name, path, key, freshDatabase())).toBe(
        (testNow - days * DAY_MS) / unit - early,
      )
      const db = withReadings({ surveyLookbackDays: 45, ratingLookbackDays: 45 })
      expect(await secondStart(name, path, key, db)).toBe((testNow - 45 * DAY_MS) / unit - early)
    },
  )
})

/** Where the second run begins to read. */
async function secondStart(name: string, path: string, key: string, db: Database): Promise<unknown> {
  const answer = (request: { path: string }) =>
    request.path === path ? page(path.split('/').at(-1) ?? '', []) : accountAnswer(request.path, [brand])
  await syncByName(scripted(answer, { db }).sync, name)
  const later = scripted(answer, { db, clock: frozenClock(testNow + DAY_MS) })
  await syncByName(later.sync, name)
  return later.requests.find((request) => request.path === path)?.query?.[key]
}

async function answerOf(answers: readonly unknown[], db = freshDatabase(), subject_zrns = ['zen:ticket:99']) {
  const { sync } = scripted(
    ({ path }) =>
      path === SURVEYS
        ? page('survey_responses', [{ id: surveyId, subject_zrns, answers }])
        : accountAnswer(path, [brand]),
    { db },
  )
  await syncByName(sync, 'survey-responses')
  return storedAnswer(db)
}

async function readRatings(ratings: readonly unknown[], db = freshDatabase()): Promise<Database> {
  const { sync } = scripted(
    ({ path }) => (path === RATINGS ? page('satisfaction_ratings', ratings) : accountAnswer(path, [brand])),
    { db },
  )
  await syncByName(sync, 'satisfaction-ratings')
  return db
}

function rating(id: number, score: string) {
  return {
    id,
    ticket_id: 5,
    score,
    created_at: '2026-11-10T00:00:00Z',
    updated_at: '2026-11-11T00:00:00Z',
  }
}

function page(key: string, rows: readonly unknown[]) {
  return { [key]: rows, meta: { has_more: false, after_cursor: null } }
}

function storedAnswer(db: Database): unknown {
  return db.prepare('select * from csat_answer').get()
}

function withReadings(readings: Partial<ZendeskReadings>): Database {
  const db = freshDatabase()
  ask(db, readings)
  return db
}

function ask(db: Database, readings: Partial<ZendeskReadings>): void {
  const settings = readAccountSettings(db)
  writeAccountSettings(db, { ...settings, readings: { ...settings.readings, ...readings } }, testNow)
}
