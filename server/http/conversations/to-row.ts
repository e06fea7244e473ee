import type { ConversationRow } from '../../contract-conversations.ts'
import type { MetricKind } from '../../contract.ts'
import type { ListedRow } from '../../store/conversation-list/details.ts'

/** What a row needs beside itself. */
export type RowContext = {
  brandNames: ReadonlyMap<number, string>
  /** Where the account's tickets are opened. */
  zendeskUrl: string
  /** Of the figure that was asked for; null without one. */
  kind: MetricKind | null
}

export function toRow(
  { conversation, adds, seconds }: ListedRow,
  { brandNames, zendeskUrl, kind }: RowContext,
): ConversationRow {
  const one = conversation
  return {
    id: one.id,
    kind: one.kind,
    source: one.source,
    brand: { id: one.brand_id, name: brandNames.get(one.brand_id) ?? String(one.brand_id) },
    channel: one.channel,
    day: one.day,
    startedAt: new Date(one.started_at).toISOString(),
    endedAt: isoOf(one.ended_at),
    handedOffAt: isoOf(one.handed_off_at),
    firstReplySeconds: one.first_reply_seconds,
    waitSeconds: one.wait_seconds,
    resolutionSeconds: one.resolution_seconds,
    rating: one.rating && { category: one.rating, source: one.rating_source ?? '' },
    language: one.language,
    topic: one.topic,
    group: one.group_id === null ? null : { id: one.group_id, name: one.group_name },
    botInvolved: flagOf(one.bot_involved),
    humanReplied: flagOf(one.served),
    inOpeningHours: one.outside_hours === null ? null : one.outside_hours === 0,
    outcome: one.outcome,
    status: one.status,
    resolvedBy: one.resolved_by,
    transferred: flagOf(one.transferred),
    reopened: flagOf(one.reopened),
    continuedByEmail: flagOf(one.continued_by_email),
    missed: flagOf(one.missed),
    dropped: flagOf(one.dropped),
    customerMessages: one.customer_messages,
    agentMessages: one.agent_messages,
    agents: one.agent_count,
    ticketId: one.ticket_id,
    zendeskUrl: one.ticket_id === null ? null : `${zendeskUrl}/agent/tickets/${one.ticket_id}`,
    inFigure: kind && inFigure(kind, adds, seconds),
  }
}

function inFigure(
  kind: MetricKind,
  adds: number | null,
  seconds: number | null,
): ConversationRow['inFigure'] {
  switch (kind) {
    case 'duration':
      return { counted: null, value: seconds !== null && Number.isFinite(seconds) ? seconds : null }
    case 'rate':
      return { counted: adds === 1, value: null }
    case 'count':
      return { counted: null, value: null }
    default:
      return { counted: null, value: adds }
  }
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

function flagOf(value: number | null): boolean | null {
  return value === null ? null : value === 1
}
