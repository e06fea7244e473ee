import { afterEach, describe, expect, it } from 'vitest'
import { stableUlid } from '../../zendesk-sim/stable-number.ts'
import type { LegacyRating, SurveyRating, WorldTicket } from '../../zendesk-sim/world/types.ts'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import { aTicket, aWorld, day, hour, now } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function open(tickets: WorldTicket[], options: Parameters<typeof openSimulator>[0] = {}) {
  const simulator = await openSimulator({ world: aWorld([], tickets), ...options })
  close = simulator.close
  return simulator
}

function legacy(id: number, offeredAt: number, rest: Partial<LegacyRating> = {}): LegacyRating {
  return { system: 'legacy_rating', id, offeredAt, answeredAt: null, category: null, ...rest }
}

function survey(offeredAt: number, rest: Partial<SurveyRating> = {}): SurveyRating {
  return {
    system: 'survey',
    id: stableUlid(offeredAt, 'test'),
    offeredAt,
    answeredAt: null,
    rating: null,
    category: null,
    changedTo: null,
    secondRating: null,
    ...rest,
  }
}

describe('legacy ratings', () => {
  const path = '/api/v2/satisfaction_ratings'

  it('are listed from the moment they were asked for, answered or not', async () => {
    const { support } = await open([
      aTicket(now - 3 * day, { id: 11, rating: legacy(501, now - 2 * day) }),
      aTicket(now - 3 * day, {
        id: 12,
        rating: legacy(502, now - day, { answeredAt: now - hour, category: 'good' }),
      }),
      aTicket(now - 3 * day, { id: 13, rating: legacy(503, now + hour) }),
    ])

    const { json } = await support(`${path}?page[size]=100`)

    expect(each(json, 'satisfaction_ratings', 'score')).toEqual(['offered', 'good'])
    expect(at(json, 'satisfaction_ratings', 1)).toMatchObject({
      ticket_id: 12,
      created_at: '2026-11-15T00:00:00Z',
      updated_at: '2026-11-15T23:00:00Z',
    })
    expect(at(json, 'satisfaction_ratings', 1)).not.toHaveProperty('brand_id')
  })

  it('are filtered by when they were asked for, in seconds, and counted alike', async () => {
    const { support } = await open([
      aTicket(now - 3 * day, { id: 11, rating: legacy(501, now - 2 * day) }),
      aTicket(now - 3 * day, { id: 12, rating: legacy(502, now - day) }),
    ])
    const window = `start_time=${(now - 2 * day) / 1000}&end_time=${(now - day) / 1000 - 1}`

    expect(each((await support(`${path}?${window}`)).json, 'satisfaction_ratings', 'id')).toEqual([501])
    expect(at((await support(`${path}/count?${window}`)).json, 'count', 'value')).toBe(1)
  })

  it('are refused on a plan without them', async () => {
    const { support } = await open([], { features: { satisfactionRatings: false } })

    const answer = await support(path)

    expect(answer.status).toBe(403)
    expect(at(answer.json, 'error', 'title')).toBe('Forbidden')
  })
})

describe('surveys', () => {
  const path = '/api/v2/guide/survey_responses'

  it('are listed with no answers until one is given', async () => {
    const answered = survey(now - day, { answeredAt: now - hour, rating: 3, category: 'neutral' })
    const { support } = await open([
      aTicket(now - 3 * day, { id: 11, rating: survey(now - 2 * day) }),
      aTicket(now - 3 * day, { id: 12, rating: answered }),
    ])

    const { json } = await support(path)

    expect(at(json, 'survey_responses', 0, 'answers')).toEqual([])
    expect(at(json, 'survey_responses', 1, 'subject_zrns')).toContain('zen:ticket:12')
    expect(at(json, 'survey_responses', 1, 'answers', 1)).toMatchObject({
      type: 'rating_scale',
      rating: 3,
      rating_category: 'neutral',
      question: { sub_type: 'customer_satisfaction' },
    })
  })

  it('put another rating question beside the satisfaction one', async () => {
    const rating = survey(now - day, { answeredAt: now - hour, rating: 5, category: 'good', secondRating: 1 })
    const { support } = await open([aTicket(now - 3 * day, { id: 11, rating })])

    const { json } = await support(path)

    expect(at(json, 'survey_responses', 0, 'answers', 0)).toMatchObject({
      type: 'rating_scale',
      rating: 1,
      question: { sub_type: 'other' },
    })
    expect(at(json, 'survey_responses', 0, 'answers', 2)).toMatchObject({ type: 'skipped' })
  })

  it('follow a change of mind in updated_at only', async () => {
    const rating = survey(now - 2 * day, {
      answeredAt: now - day,
      rating: 2,
      category: 'bad',
      changedTo: { at: now - hour, rating: 4, category: 'good' },
    })
    const { support } = await open([aTicket(now - 3 * day, { id: 11, rating })])

    const { json } = await support(path)

    expect(at(json, 'survey_responses', 0, 'answers', 1)).toMatchObject({
      rating: 4,
      rating_category: 'good',
      created_at: '2026-11-15T00:00:00.000Z',
      updated_at: '2026-11-15T23:00:00.000Z',
    })
  })

  it('are filtered by when they were offered, in milliseconds, sorted and paged', async () => {
    const tickets = [4, 3, 2, 1].map((daysAgo) =>
      aTicket(now - 5 * day, { id: 10 + daysAgo, rating: survey(now - daysAgo * day) }),
    )
    const { support } = await open(tickets)
    const window = `filter[created_at_start]=${now - 3 * day}&filter[created_at_end]=${now - day}`

    const first = await support(`${path}?${window}&sort=-id&page[size]=2`)
    const cursor = String(at(first.json, 'meta', 'after_cursor'))
    const next = await support(follow(path, `?${window}&sort=-id&page[size]=2&page[after]=${cursor}`))

    expect(each(first.json, 'survey_responses', 'subjects', 0, 'id')).toEqual(['11', '12'])
    expect(at(first.json, 'meta', 'has_more')).toBe(true)
    expect(each(next.json, 'survey_responses', 'subjects', 0, 'id')).toEqual(['13'])
    expect(at(next.json, 'meta', 'has_more')).toBe(false)
  })

  it('are refused on a plan without them, in the shape of their own', async () => {
    const { support } = await open([], { features: { surveys: false } })

    const answer = await support(path)

    expect(answer.status).toBe(403)
    expect(at(answer.json, 'errors', 0, 'code')).toBe('Forbidden')
  })
})
