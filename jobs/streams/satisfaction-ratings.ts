import { z } from 'zod'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import { storeCsatAnswers } from '../../server/store/csat-answers.ts'
import { plainWord } from '../../server/settings/zendesk-readings.ts'
import { readListPage } from '../zendesk/list-page.ts'
import { id, instant } from '../zendesk/wire.ts'
import { pageCursor, parsePageCursor } from './page-cursor.ts'
import type { Stream } from './stream.ts'
import { understand } from './understand.ts'

const ratingSchema = z.object({
  id,
  ticket_id: id.nullish(),
  score: z.string(),
  reason: z.string().nullish(),
  created_at: instant,
  updated_at: instant,
})

/** Legacy CSAT: good or bad, offered and given on a ticket. The list knows no time of change. */
export const satisfactionRatings: Stream = {
  name: 'satisfaction-ratings',
  scope: '',
  lane: 'lists',
  walk: 'creation',
  trailingDays: ({ ratingLookbackDays }) => ratingLookbackDays,
  absentOn: [403, 404],
  exclusionMs: 0,
  async readPage({ client, db }, { startsAt, endsAt, cursor }) {
    const { records, next } = await readListPage(
      client,
      {
        path: '/api/v2/satisfaction_ratings',
        key: 'satisfaction_ratings',
        query: {
          start_time: Math.floor(startsAt / 1000),
          ...(endsAt !== null && { end_time: Math.ceil(endsAt / 1000) }),
        },
        bucket: 'account',
        subject: 'satisfaction-ratings',
      },
      parsePageCursor(cursor),
    )
    const { rows, quarantined } = understand(records, ratingSchema)
    const answers = rows.filter(({ score }) => plainWord(score) !== 'unoffered').map(answerOf)
    return {
      rows: records.length,
      quarantined,
      cursor: pageCursor(next),
      isLast: next === null,
      repeatsItself: next !== null && pageCursor(next) === cursor,
      hasMore: next !== null,
      reachedAt: null,
      write: () => storeCsatAnswers(db, answers),
    }
  },
}

/** `offered` is an offer nobody answered: it is kept, for the response rate. */
function answerOf(rating: z.infer<typeof ratingSchema>): CsatAnswer {
  const score = plainWord(rating.score)
  const category = score === 'good' || score === 'bad' ? score : null
  return {
    id: `rating:${rating.id}`,
    source: 'legacy_rating',
    ticket_id: rating.ticket_id ?? null,
    conversation_id: null,
    offered_at: rating.created_at,
    answered_at: category === null ? null : rating.updated_at,
    raw_rating: rating.score,
    category,
    reason: category === null ? null : (rating.reason ?? null),
    updated_at: rating.updated_at,
  }
}
