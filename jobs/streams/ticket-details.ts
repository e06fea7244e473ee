import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { TicketDetail } from '../../server/metrics/conversation-row.ts'
import { detailShare } from '../../server/metrics/detail-sample.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { refreshDetailPlan, refreshTicketWeeks } from '../../server/store/detail-weeks.ts'
import { readAgentIds } from '../../server/store/organisation.ts'
import type { PendingDetail } from '../../server/store/pending-details.ts'
import { countPendingDetails, readPendingDetails } from '../../server/store/pending-details.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { retryUnreadableDetails, storeUnreadableDetails } from '../../server/store/unreadable-details.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import type { BoundedLog } from './bounded-log.ts'
import { boundedLog } from './bounded-log.ts'
import type { ReadingFailure } from './reading-failure.ts'
import { errorOfFailure, isOfTicketAlone, readingFailureOf, readingFailureSchema } from './reading-failure.ts'
import type { Page, Stream, SyncContext } from './stream.ts'
import { messagesOfAudits } from './ticket-audits.ts'
import { detailOf } from './ticket-messages.ts'

/** Change it when messages of another form are understood: those nobody could read are then asked for again. */
const READING_VERSION = 1

const TICKETS_PER_PAGE = 60
const AT_ONCE = 6

/** Tickets without an answer: one may be too much for Zendesk, several are a fault of all. */
const MOST_UNANSWERED = 5

/** Real time after which the other streams have their turn again; the next run begins with what matters most. */
const LONGEST_WALK_MS = 240_000

/** Lives as long as the walk, so that its beginning can be a reading of this process's own clock. */
const walkSchema = z.object({
  /** Null = from the first ticket on. */
  place: z
    .object({ tier: z.number(), week: z.string(), ticket_id: z.number(), started_at: z.number() })
    .nullable(),
  walkBeganAt: z.number(),
  today: z.string(),
  logFailure: readingFailureSchema.nullable(),
  /** What was said instead of the audits of tickets that got no answer. */
  unanswered: z.array(readingFailureSchema),
})
type Walk = z.infer<typeof walkSchema>

type Read = { details: TicketDetail[]; unreadable: PendingDetail[]; quarantined: QuarantineEntry[] }

/** Messages of tickets a bot may have answered first: when people were needed, and who replied when. */
export const ticketDetails: Stream = {
  name: 'ticket-details',
  scope: '',
  lane: 'last',
  walk: 'present',
  exclusionMs: 0,
  async readPage(sync, { cursor }) {
    // The page before is being stored: what it tells of bots may change what is to be read.
    await setImmediate()
    const walk = cursor === null ? beginWalk(sync) : walkSchema.parse(JSON.parse(cursor))
    const pending = isOutOfTime(walk) ? [] : readPending(sync, walk)
    if (pending.length === 0) return endOfWalk(sync, walk)
    const log = boundedLog(sync, walk.logFailure)
    const unanswered = [...walk.unanswered]
    const { details, unreadable, quarantined } = await readAll(sync, pending, log, unanswered)
    const { tier, week, ticket_id, started_at } = pending[pending.length - 1]
    return {
      rows: details.length,
      quarantined,
      cursor: JSON.stringify({
        ...walk,
        place: { tier, week, ticket_id, started_at },
        logFailure: log.failure(),
        unanswered,
      } satisfies Walk),
      isLast: false,
      reachedAt: null,
      write: () => {
        const changed = storeTicketDetails(sync.db, details) + storeUnreadableDetails(sync.db, unreadable)
        refreshTicketWeeks(
          sync.db,
          pending.map((ticket) => ticket.ticket_id),
        )
        return changed
      },
    }
  },
}

function beginWalk({ db, clock }: SyncContext): Walk {
  retryUnreadableDetails(db, `form ${READING_VERSION}`)
  refreshDetailPlan(db)
  return {
    place: null,
    walkBeganAt: performance.now(),
    today: dayOf(clock.now(), 'UTC'),
    logFailure: null,
    unanswered: [],
  }
}

function isOutOfTime({ walkBeganAt }: Walk): boolean {
  return performance.now() - walkBeganAt >= LONGEST_WALK_MS
}

/** At the end of the plan its beginning is looked at again: a bot that was found has made more tickets wait. */
function readPending({ db }: SyncContext, { place, today, logFailure, unanswered }: Walk) {
  const next = readPendingDetails(db, TICKETS_PER_PAGE, today, place)
  return next.length > 0 || place === null || logFailure !== null || unanswered.length > 0
    ? next
    : readPendingDetails(db, TICKETS_PER_PAGE, today)
}

/** @throws UpstreamError where the log, or a ticket, failed on the way: everything else has been read by then */
function endOfWalk({ db }: SyncContext, { place, logFailure, unanswered }: Walk): Page {
  const failure = logFailure ?? unanswered.at(0)
  if (failure) throw errorOfFailure(failure)
  const left = place === null ? 0 : countPendingDetails(db)
  return {
    rows: 0,
    quarantined: [],
    cursor: null,
    isLast: true,
    ...(left > 0 && { left }),
    reachedAt: null,
    write: () => 0,
  }
}

/** Adds to `unanswered` what was said of tickets that are left to the next run. */
async function readAll(
  sync: SyncContext,
  pending: readonly PendingDetail[],
  log: BoundedLog,
  unanswered: ReadingFailure[],
): Promise<Read> {
  const agentIds = readAgentIds(sync.db)
  const read: Read = { details: [], unreadable: [], quarantined: [] }
  await inParallel(pending, async (ticket) => {
    const detail = await readDetail(sync, ticket, agentIds, log).catch((error: unknown) => {
      if (!(error instanceof UpstreamError) || error.code !== 'no_answer') throw error
      if (unanswered.push(readingFailureOf(error)) >= MOST_UNANSWERED) throw error
      return 'later' as const
    })
    if (detail === 'later') return
    if (detail === 'gone' || detail === 'unreadable') read.unreadable.push(ticket)
    else read.details.push(detail)
    if (detail === 'unreadable') read.quarantined.push(putAside(ticket))
  })
  return read
}

async function readDetail(
  { client }: SyncContext,
  ticket: PendingDetail,
  agentIds: ReadonlySet<number>,
  log: BoundedLog,
): Promise<TicketDetail | 'gone' | 'unreadable' | 'later'> {
  try {
    const audits = await readWholeList(client, {
      path: `/api/v2/tickets/${ticket.ticket_id}/audits`,
      key: 'audits',
      bucket: 'account',
      subject: 'ticket-details',
      share: detailShare,
    })
    const read = messagesOfAudits(audits, agentIds)
    const messages = read.messages.length > 0 ? read.messages : await log.read(ticket.ticket_id)
    if (messages === null) return 'later'
    return detailOf({ ...ticket, version: ticket.updated_at }, { ...read, messages })
  } catch (error) {
    if (error instanceof UpstreamError && error.status === 404) return 'gone'
    if (error instanceof z.ZodError || isOfTicketAlone(error)) return 'unreadable'
    throw error
  }
}

function putAside(ticket: PendingDetail): QuarantineEntry {
  return {
    id: String(ticket.ticket_id),
    path: 'audits',
    reason: 'the messages cannot be read, or are in a form this version does not know',
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
