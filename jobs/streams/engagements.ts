import { z } from 'zod'
import { readAccountSettings } from '../../server/store/settings.ts'
import { holdEngagements } from '../../server/store/engagements-held.ts'
import { storeEngagements } from '../../server/store/engagements.ts'
import { queryOf } from '../zendesk/list-page.ts'
import { engagementSchema, rowOfEngagement } from './engagement-rows.ts'
import { pageCursor, parsePageCursor } from './page-cursor.ts'
import type { Page, Position, Stream, SyncContext } from './stream.ts'
import { understand } from './understand.ts'

/** Asked for; the service may give fewer. */
const PAGE_ROWS = 100
/** An engagement is listed once it has ended, and is given up after fourteen days: one more for clocks. */
const TRAILING_DAYS = 15
const DAY_MS = 86_400_000

const envelopeSchema = z.object({
  agent_engagement_data: z.array(z.unknown()),
  next_page_url: z.string().nullish(),
  has_more: z.boolean().nullish(),
})

/**
 * Agents' work on messaging tickets. Zendesk forgets it after 90 days, so what is held begins 90 days before the
 * first run and grows from there.
 */
export const engagements: Stream = {
  name: 'engagements',
  scope: '',
  lane: 'omnichannel',
  walk: 'creation',
  trailingDays: () => TRAILING_DAYS,
  keptDays: ({ engagementsKeptDays }) => engagementsKeptDays,
  absentOn: [403, 404],
  exclusionMs: 0,
  async readPage(sync, position) {
    const now = sync.clock.now()
    const { engagementsKeptDays } = readAccountSettings(sync.db).readings
    const from = Math.max(position.startsAt, now - engagementsKeptDays * DAY_MS)
    // Grown too old while it waited: there is nothing left to ask for, and nothing is claimed.
    if (position.endsAt !== null && position.endsAt <= from) return nothingLeft
    return readEngagements(sync, position, { from, to: position.endsAt ?? now }, now)
  },
}

const nothingLeft: Page = {
  rows: 0,
  quarantined: [],
  cursor: null,
  isLast: true,
  reachedAt: null,
  write: () => 0,
}

async function readEngagements(
  { client, db }: SyncContext,
  { cursor }: Position,
  span: { from: number; to: number },
  now: number,
): Promise<Page> {
  const first = {
    start_time: String(Math.floor(span.from / 1000)),
    end_time: String(Math.ceil(span.to / 1000)),
    page_size: String(PAGE_ROWS),
  }
  const query = { ...first, ...parsePageCursor(cursor) }
  const body = await client.get({
    path: '/api/v2/engagements',
    query,
    bucket: 'omnichannel',
    subject: 'engagements',
  })
  const envelope = envelopeSchema.parse(body)
  const { rows, quarantined } = understand(envelope.agent_engagement_data.map(named), engagementSchema)
  // The link names another host: only its query is used.
  const next = envelope.next_page_url ? { ...first, ...queryOf(envelope.next_page_url) } : null
  const saysMore = envelope.has_more === true
  const isStuck = next === null || leadsTo(next, query)
  const isLast = envelope.has_more === false || (isStuck && !saysMore)
  return {
    rows: envelope.agent_engagement_data.length,
    quarantined,
    cursor: isLast ? null : pageCursor(next ?? query),
    isLast,
    repeatsItself: isStuck,
    hasMore: saysMore,
    reachedAt: null,
    write: () => {
      if (isLast) holdEngagements(db, span, now)
      return storeEngagements(db, rows.map(rowOfEngagement))
    },
  }
}

/** The quarantine knows rows by `id`. */
function named(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('engagement_id' in record)) return record
  return { ...record, id: record.engagement_id }
}

function leadsTo(next: Record<string, string>, present: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(next), ...Object.keys(present)])
  return [...keys].every((key) => next[key] === present[key])
}
