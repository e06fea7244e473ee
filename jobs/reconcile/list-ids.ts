import { z } from 'zod'
import type { ReconciliationKind } from '../../server/metrics/reconciliation.ts'
import { plainWord } from '../../server/settings/zendesk-readings.ts'
import { engagementSchema } from '../streams/engagement-rows.ts'
import { ulidTime } from '../streams/ulid.ts'
import type { ZendeskClient } from '../zendesk/client.ts'
import { queryOf, readWholeList } from '../zendesk/list-page.ts'
import { id, instant } from '../zendesk/wire.ts'

/** A row Zendesk lists, by the id it is stored under. */
export type ListedRow = {
  id: string
  /** When it came to be listed, where that can be told: a row that came after the last sync is not missing. */
  listedAt: number | null
}

/** Reads the ids of one span (epoch ms, half-open). Rows that cannot be read are in no list: the sync names them. */
export type ReadIds = (client: ZendeskClient, from: number, to: number) => Promise<ListedRow[]>

const PAGE_ROWS = 100
const MOST_PAGES = 1_000

const ratingSchema = z.object({ id, score: z.string(), created_at: instant })
const surveySchema = z.object({ id: z.string().min(1) })
const engagementsSchema = z.object({
  agent_engagement_data: z.array(z.unknown()),
  next_page_url: z.string().nullish(),
  has_more: z.boolean().nullish(),
})

/** How each kind that is compared row by row is listed. */
export const readIdsOf: Record<
  Extract<ReconciliationKind, 'ratings' | 'surveys' | 'engagements'>,
  ReadIds
> = {
  ratings: readRatings,
  surveys: readSurveys,
  engagements: readEngagements,
}

async function readRatings(client: ZendeskClient, from: number, to: number): Promise<ListedRow[]> {
  const records = await readWholeList(client, {
    path: '/api/v2/satisfaction_ratings',
    key: 'satisfaction_ratings',
    query: { start_time: Math.floor(from / 1000), end_time: Math.ceil(to / 1000) },
    bucket: 'account',
    subject: 'satisfaction-ratings',
    share: 0.5,
  })
  return understood(records, ratingSchema)
    .filter(({ created_at }) => created_at >= from && created_at < to)
    .filter(({ score }) => plainWord(score) !== 'unoffered')
    .map((rating) => ({ id: `rating:${rating.id}`, listedAt: rating.created_at }))
}

async function readSurveys(client: ZendeskClient, from: number, to: number): Promise<ListedRow[]> {
  const records = await readWholeList(client, {
    path: '/api/v2/guide/survey_responses',
    key: 'survey_responses',
    query: { 'filter[created_at_start]': from, 'filter[created_at_end]': to },
    bucket: 'account',
    subject: 'survey-responses',
    share: 0.5,
  })
  return understood(records, surveySchema)
    .map((survey) => ({ id: `survey:${survey.id}`, listedAt: ulidTime(survey.id) }))
    .filter(({ listedAt }) => listedAt === null || (listedAt >= from && listedAt < to))
}

async function readEngagements(client: ZendeskClient, from: number, to: number): Promise<ListedRow[]> {
  const first = {
    start_time: String(Math.floor(from / 1000)),
    end_time: String(Math.ceil(to / 1000)),
    page_size: String(PAGE_ROWS),
  }
  const rows: ListedRow[] = []
  let query: Record<string, string> = first
  for (let page = 0; page < MOST_PAGES; page++) {
    const body = engagementsSchema.parse(
      await client.get({
        path: '/api/v2/engagements',
        query,
        bucket: 'omnichannel',
        subject: 'engagements',
        share: 0.5,
      }),
    )
    for (const record of understood(body.agent_engagement_data, engagementSchema)) {
      const startedAt = record.engagement_start_time
      if (startedAt < from || startedAt >= to) continue
      rows.push({ id: record.engagement_id, listedAt: record.engagement_end_time ?? null })
    }
    if (body.has_more === false || !body.next_page_url) break
    query = { ...first, ...queryOf(body.next_page_url) }
  }
  return rows
}

function understood<Row>(records: readonly unknown[], schema: z.ZodType<Row>): Row[] {
  return records.flatMap((record) => {
    const parsed = schema.safeParse(record)
    return parsed.success ? [parsed.data] : []
  })
}
