import { describe, expect, it } from 'vitest'
import { readWhoAnswers } from '../../server/store/csat-who-answers.ts'
import type { Database } from '../../server/store/database.ts'
import { createDice } from '../support/dice.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { emptyDatabase, insertTicket, sumsOf } from './measures/measured.ts'

const days = { brandIds: [1], from: '2026-03-02', to: '2026-03-03' }

describe('who answers', () => {
  it('is told for each source by channel, language, time of day and bot', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', language: 'ko', hour_of_week: 10 })
    insertConversation(db, { id: 'chat:2', language: 'ko', hour_of_week: 20 })
    insertConversation(db, { id: 'chat:3', language: null, hour_of_week: 10 })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1' })

    expect(readWhoAnswers(db, days)).toEqual([
      {
        source: 'chat_rating',
        dimensions: [
          { dimension: 'channel', groups: [{ value: 'chat', asked: 3, answered: 1 }] },
          {
            dimension: 'language',
            groups: [
              { value: 'ko', asked: 2, answered: 1 },
              { value: null, asked: 1, answered: 0 },
            ],
          },
          {
            dimension: 'hours',
            groups: [
              { value: 'morning', asked: 2, answered: 1 },
              { value: 'evening', asked: 1, answered: 0 },
            ],
          },
          { dimension: 'bot', groups: [{ value: 'no', asked: 3, answered: 1 }] },
        ],
      },
    ])
  })

  it('is nobody where nobody was asked, and knows no other brand or day', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', brand_id: 2 })
    insertConversation(db, { id: 'chat:2', day: '2026-03-03' })

    expect(readWhoAnswers(db, days)).toEqual([])
  })

  it.each([1, 2, 3])('adds up to the response rate of the report in every dimension (seed %i)', (seed) => {
    const db = mixedRatings(seed)
    const report = sumsOf(db, 'csat.response').filter(([, n]) => n > 0)

    const found = readWhoAnswers(db, days)

    expect(found.length).toBe(3)
    for (const { source, dimensions } of found)
      for (const { groups } of dimensions) {
        const asked = groups.reduce((sum, group) => sum + group.asked, 0)
        const answered = groups.reduce((sum, group) => sum + group.answered, 0)
        expect([source, asked, answered]).toEqual(report.find(([name]) => name === source))
      }
  })
})

/** Chats and tickets of one day, some with a rating, some with a survey sent, some with one answered. */
function mixedRatings(seed: number): Database {
  const db = emptyDatabase()
  const dice = createDice(seed)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(dice.uniform() * values.length)]
  for (let i = 1; i <= 120; i++) {
    const given = {
      language: pick(['ko', 'en', null]),
      hour_of_week: Math.floor(dice.uniform() * 24),
      served: pick([0, 1]),
      bot_involved: pick([0, 1, null]),
    }
    const category = pick(['good', 'neutral', 'bad', null])
    if (i % 3 === 0) {
      insertConversation(db, { id: `chat:${i}`, ...given, bot_involved: 0 })
      if (pick([true, false])) insertAnswer(db, { id: `chat:${i}`, conversation_id: `chat:${i}`, category })
      continue
    }
    insertTicket(db, i, given)
    const source = i % 3 === 1 ? 'legacy_rating' : 'survey'
    insertAnswer(db, { id: `${source}:${i}`, source, ticket_id: i, offered_at: 1, category })
  }
  return db
}
