import { z } from 'zod'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import { storeCsatAnswers } from '../../server/store/csat-answers.ts'
import { isOneOf, plainWord } from '../../server/settings/zendesk-readings.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import { readListPage } from '../zendesk/list-page.ts'
import { amount, instant } from '../zendesk/wire.ts'
import { pageCursor, parsePageCursor } from './page-cursor.ts'
import type { Stream } from './stream.ts'
import { ulidTime } from './ulid.ts'
import { understand } from './understand.ts'

const answerSchema = z.object({
  type: z.string(),
  rating: amount.nullish(),
  rating_category: z.string().nullish(),
  question: z.object({ sub_type: z.string().nullish() }).nullish(),
  selections: z.array(z.object({ option_id: z.string().nullish() })).nullish(),
  created_at: instant.nullish(),
  updated_at: instant.nullish(),
})

const surveyResponseSchema = z.object({
  id: z.string().min(1),
  subject_zrns: z.array(z.string()).nullish(),
  subjects: z.array(z.object({ zrn: z.string().nullish() })).nullish(),
  answers: z.array(answerSchema).nullish(),
})

/** The newer CSAT: a survey per conversation. It is listed once offered and may be answered, and changed, later. */
export const surveyResponses: Stream = {
  name: 'survey-responses',
  scope: '',
  lane: 'lists',
  walk: 'creation',
  trailingDays: ({ surveyLookbackDays }) => surveyLookbackDays,
  absentOn: [403, 404],
  exclusionMs: 0,
  // Answers to other questions are not kept, so with other questions all of them are read again.
  readsWith: (db) => [`questions ${JSON.stringify(readAccountSettings(db).readings.surveyQuestions)}`],
  async readPage({ client, db }, { startsAt, endsAt, cursor }) {
    const { records, next } = await readListPage(
      client,
      {
        path: '/api/v2/guide/survey_responses',
        key: 'survey_responses',
        query: {
          // Windows share a border: whichever side of it the filter leaves out, one of them lists it.
          'filter[created_at_start]': Math.max(0, startsAt - 1),
          ...(endsAt !== null && { 'filter[created_at_end]': endsAt + 1 }),
        },
        bucket: 'account',
        subject: 'survey-responses',
      },
      parsePageCursor(cursor),
    )
    const { rows, quarantined } = understand(records, surveyResponseSchema)
    const { surveyQuestions } = readAccountSettings(db).readings
    return {
      rows: records.length,
      quarantined,
      cursor: pageCursor(next),
      isLast: next === null,
      repeatsItself: next !== null && pageCursor(next) === cursor,
      hasMore: next !== null,
      reachedAt: null,
      write: () =>
        storeCsatAnswers(
          db,
          rows.map((response) => csatOf(response, surveyQuestions)),
        ),
    }
  },
}

/** Only the question about satisfaction counts; Zendesk's own category is kept, never recomputed from the scale. */
function csatOf(
  response: z.infer<typeof surveyResponseSchema>,
  surveyQuestions: readonly string[],
): CsatAnswer {
  const answers = response.answers ?? []
  const rated = answers.find(
    ({ type, question }) => type === 'rating_scale' && isOneOf(question?.sub_type ?? '', surveyQuestions),
  )
  const times = answers.flatMap((answer) => [answer.created_at, answer.updated_at]).filter(isKnown)
  const offeredAt = ulidTime(response.id) ?? (times.length > 0 ? Math.min(...times) : null)
  const category = categoryOf(rated?.rating_category)
  return {
    id: `survey:${response.id}`,
    source: 'survey',
    ticket_id: ticketOf(subjectsOf(response)),
    conversation_id: null,
    offered_at: offeredAt,
    answered_at: rated?.created_at ?? null,
    raw_rating: isKnown(rated?.rating) ? String(rated.rating) : null,
    category,
    reason: answers.find(({ type }) => type === 'closed_ended')?.selections?.[0]?.option_id ?? null,
    updated_at: Math.max(offeredAt ?? 0, ...times),
  }
}

function categoryOf(text: string | null | undefined): CsatAnswer['category'] {
  const word = plainWord(text ?? '')
  return word === 'good' || word === 'neutral' || word === 'bad' ? word : null
}

function subjectsOf({ subject_zrns, subjects }: z.infer<typeof surveyResponseSchema>): string[] {
  return subject_zrns ?? (subjects ?? []).map(({ zrn }) => zrn).filter(isKnown)
}

/** A survey about a conversation without a ticket belongs to none of ours; a request is its ticket, as customers see it. */
function ticketOf(subjects: readonly string[]): number | null {
  for (const subject of subjects) {
    const match = /^zen:(?:ticket|request):(\d+)$/.exec(subject)
    if (match) return Number(match[1])
  }
  return null
}

function isKnown<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined
}
