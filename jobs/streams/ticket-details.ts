import { z } from 'zod'
import type { TicketDetail } from '../../server/metrics/conversation-row.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { readAgentIds } from '../../server/store/organisation.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import type { PendingDetail } from '../../server/store/ticket-details.ts'
import {
  countPendingDetails,
  readPendingDetails,
  storeTicketDetails,
} from '../../server/store/ticket-details.ts'
import { storeUnreadableDetails } from '../../server/store/unreadable-details.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import { readConversationLog } from './conversation-log.ts'
import type { Stream, SyncContext } from './stream.ts'
import { messagesOfAudits } from './ticket-audits.ts'
import { detailOf } from './ticket-messages.ts'

const TICKETS_PER_PAGE = 60
const AT_ONCE = 6
/** Of the account's requests per minute; people and other programs need the rest. */
const SHARE = 0.5

/** Real time after which the other streams have their turn again; the next run begins with the newest. */
const LONGEST_WALK_MS = 240_000

/** Lives as long as the walk, so that its beginning can be a reading of this process's own clock. */
const cursorSchema = z.object({
  ticket_id: z.number(),
  updated_at: z.number(),
  started_at: z.number(),
  walkBeganAt: z.number(),
})

/** Messages of tickets a bot may have answered first: when people were needed, and who replied when. */
export const ticketDetails: Stream = {
  name: 'ticket-details',
  scope: '',
  lane: 'last',
  walk: 'present',
  exclusionMs: 0,
  async readPage(sync, { cursor }) {
    const before = cursor === null ? null : cursorSchema.parse(JSON.parse(cursor))
    const walkBeganAt = before?.walkBeganAt ?? performance.now()
    const pending = readPendingDetails(sync.db, TICKETS_PER_PAGE, before)
    const agentIds = readAgentIds(sync.db)
    const details: TicketDetail[] = []
    const unreadable: PendingDetail[] = []
    const quarantined: QuarantineEntry[] = []
    await inParallel(pending, async (ticket) => {
      const detail = await readDetail(sync, ticket, agentIds)
      if (detail === 'gone' || detail === 'unreadable') unreadable.push(ticket)
      else details.push(detail)
      if (detail === 'unreadable') quarantined.push(putAside(ticket))
    })
    const last = pending.at(-1)
    const isEnd = pending.length < TICKETS_PER_PAGE
    const isOutOfTime = performance.now() - walkBeganAt >= LONGEST_WALK_MS
    return {
      rows: details.length,
      quarantined,
      cursor: last ? JSON.stringify({ ...last, walkBeganAt }) : cursor,
      isLast: isEnd || isOutOfTime,
      ...(isOutOfTime && !isEnd && last && { left: countPendingDetails(sync.db, last) }),
      reachedAt: null,
      write: () => storeTicketDetails(sync.db, details) + storeUnreadableDetails(sync.db, unreadable),
    }
  },
}

async function readDetail(
  { client }: SyncContext,
  ticket: PendingDetail,
  agentIds: ReadonlySet<number>,
): Promise<TicketDetail | 'gone' | 'unreadable'> {
  try {
    const audits = await readWholeList(client, {
      path: `/api/v2/tickets/${ticket.ticket_id}/audits`,
      key: 'audits',
      bucket: 'account',
      subject: 'ticket-details',
      share: SHARE,
    })
    const read = messagesOfAudits(audits, agentIds)
    const messages =
      read.messages.length > 0 ? read.messages : await readConversationLog(client, ticket.ticket_id)
    return detailOf({ ...ticket, version: ticket.updated_at }, { ...read, messages })
  } catch (error) {
    if (error instanceof UpstreamError && error.status === 404) return 'gone'
    if (error instanceof z.ZodError) return 'unreadable'
    throw error
  }
}

function putAside(ticket: PendingDetail): QuarantineEntry {
  return {
    id: String(ticket.ticket_id),
    path: 'audits',
    reason: 'the messages are in a form this version does not know',
    sample: null,
  }
}

/** Works through a list, a few at a time; the first error ends it once those under way have ended. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  const failed = ended.find((worker) => worker.status === 'rejected')
  if (failed) throw failed.reason
}
