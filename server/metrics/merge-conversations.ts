import type { ConversationFacts } from './conversation-row.ts'

/**
 * One conversation from two copies of it, the same whichever came first: the newer copy wins, scope `agent` is
 * never lost again, and having been an AI agent ticket is remembered.
 */
export function mergeConversations(first: ConversationFacts, second: ConversationFacts): ConversationFacts {
  const winner = compareCopies(second, first) >= 0 ? second : first
  const scope = first.scope === 'agent' || second.scope === 'agent' ? 'agent' : winner.scope
  const seenAiAgent = first.seen_ai_agent === 1 || second.seen_ai_agent === 1 ? 1 : 0
  if (winner.scope === scope && winner.seen_ai_agent === seenAiAgent) return winner
  return { ...winner, scope, seen_ai_agent: seenAiAgent }
}

/**
 * Which of two copies of a conversation is the later: above 0 the first, below 0 the second, 0 where they tell the same.
 * Of the same second the one a person took over is the later, else any fixed order will do. Nobody can tell by its scope:
 * that of a merged copy may be another one's.
 */
export function compareCopies(one: ConversationFacts, other: ConversationFacts): number {
  if (one.updated_at !== other.updated_at) return one.updated_at - other.updated_at
  const [said, saidByOther] = [fingerprint(one), fingerprint(other)]
  return said === saidByOther ? 0 : said < saidByOther ? -1 : 1
}

/**
 * What only people do comes first. Only columns no neighbouring table can overwrite, so that a stored row compares with a
 * fresh copy. What is not said sorts first: of two copies of one second the one that says more wins, as when a newer
 * version reads more of it.
 */
function fingerprint(facts: ConversationFacts): string {
  const said = [
    facts.first_agent_at,
    facts.source_first_human_reply_at,
    facts.source_reply_known,
    facts.status,
    facts.ended_at,
    facts.reopens,
    facts.reopened_before,
    facts.source_requester_key,
    facts.device_key,
    facts.started_at,
    facts.ticket_brand_id,
    facts.department_id,
    facts.page_host,
    facts.tags,
    facts.resolution_field,
    facts.resolution_tier_field,
    facts.import_id,
    facts.locale,
    ...(facts.scope === null
      ? [
          facts.channel,
          facts.ticket_id,
          facts.first_customer_message_at,
          facts.first_any_reply_at,
          facts.customer_messages,
          facts.agent_messages,
          facts.agent_count,
          facts.missed,
          facts.dropped,
          facts.reply_gaps,
          facts.reply_gap_seconds,
        ]
      : [
          facts.group_id,
          facts.form_id,
          facts.agent_replies,
          facts.assignee_stations,
          facts.pending_minutes,
          facts.on_hold_minutes,
          facts.status_updated_at,
        ]),
  ]
  return JSON.stringify(said.map((value) => value ?? ''))
}
