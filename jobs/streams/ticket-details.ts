import { z } from 'zod'
import type { TicketDetail } from '../../server/metrics/conversation-row.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { readAgentIds } from '../../server/store/organisation.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import type { PendingDetail } from '../../server/store/ticket-details.ts'
import { readPendingDetails, storeTicketDetails } from '../../server/store/ticket-details.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import { readConversationLog } from './conversation-log.ts'
import type { Stream, SyncContext } from './stream.ts'
import { messagesOfAudits } from './ticket-audits.ts'
import { detailOf } from './ticket-messages.ts'

const TICKETS_PER_PAGE = 60
const AT_ONCE = 6
/** Of the account's requests per minute; people and other programs need the rest. */
const SHARE = 0.5

const pendingSchema = z.object({ ticket_id: z.number(), updated_at: z.number(), started_at: z.number() })

/** Messages of tickets a bot may have answered first: when people were needed, and who replied when. */
export const ticketDetails: Stream = {
  name: 'ticket-details',
  scope: '',
  walk: 'present',
  exclusionMs: 0,
  async readPage(sync, { cursor }) {
    const before = cursor === null ? null : pendingSchema.parse(JSON.parse(cursor))
    const pending = readPendingDetails(sync.db, TICKETS_PER_PAGE, before)
    const agentIds = readAgentIds(sync.db)
    const details: TicketDetail[] = []
    const quarantined: QuarantineEntry[] = []
    await inParallel(pending, async (ticket) => {
      const detail = await readDetail(sync, ticket, agentIds)
      if (detail === 'unreadable') quarantined.push(unreadable(ticket))
      else if (detail) details.push(detail)
    })
    const last = pending.at(-1)
    return {
      rows: details.length,
      quarantined,
      cursor: last ? JSON.stringify(last) : cursor,
      isLast: pending.length < TICKETS_PER_PAGE,
      reachedAt: null,
      write: () => storeTicketDetails(sync.db, details),
    }
  },
}

/** Null for a ticket that is gone. */
async function readDetail(
  { client }: SyncContext,
  ticket: PendingDetail,
  agentIds: ReadonlySet<number>,
): Promise<TicketDetail | 'unreadable' | null> {
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
    if (error instanceof UpstreamError && error.status === 404) return null
    if (error instanceof z.ZodError) return 'unreadable'
    throw error
  }
}

function unreadable(ticket: PendingDetail): QuarantineEntry {
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
