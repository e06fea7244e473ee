import { isOpenAt, openMinutesBetween } from '../periods/opening-hours.ts'
import { dayOf, hourOfWeek } from '../periods/zone.ts'
import type { AccountKnowledge } from './account-knowledge.ts'
import { botStartOf } from './account-knowledge.ts'
import { botResolutionOf } from './bot-resolution.ts'
import { brandOf, topicOf } from './conversation-brand.ts'
import type {
  ChatTicket,
  ConversationDerivation,
  ConversationFacts,
  ConversationRow,
  TicketDetail,
} from './conversation-row.ts'
import { copyFacts, joinRow } from './conversation-row.ts'

export type { ConversationFacts, ConversationRow } from './conversation-row.ts'

/** Everything beside the facts that a conversation's derived columns depend on. */
export type ConversationKnowledge = {
  account: AccountKnowledge
  /** The ticket a live chat left behind. */
  chatTicket: ChatTicket | null
  /** What the messages of a messaging ticket told. */
  detail: TicketDetail | null
  /** When Zendesk reported the ticket, or the chat, as deleted. */
  deletedAt: number | null
}

/** Change it with any change of meaning below: stored conversations are then derived anew. */
export const derivationVersion = 4

/** Shorter waits are not told apart: the sources' clocks are no better. */
const SHORTEST_REPLY_SECONDS = 0.5

/**
 * The whole row of a conversation from what its source said and what is known around it. A pure function of what
 * is stored, so the order in which facts arrive never shows.
 */
export function deriveConversation(
  facts: ConversationFacts,
  knowledge: ConversationKnowledge,
): ConversationRow {
  const known = knownFacts(facts, knowledge)
  const { account } = knowledge
  const brand = brandOf(known, knowledge.chatTicket, account)
  const hours = account.hoursOf(brand.brand_id)
  const botInvolved = botInvolvedOf(known, brand.brand_id, knowledge)
  const handedOffAt = handedOffAtOf(known, botInvolved, knowledge)
  const reply = humanReplyOf(known, knowledge)
  const clockStart = handedOffAt === null ? null : Math.max(handedOffAt, known.first_customer_message_at ?? 0)
  const ended = isEnded(known)
  const served = servedOf(known, reply, knowledge)
  const outcome = outcomeOf(known, served, botInvolved, ended)
  return joinRow(known, {
    source: known.scope === null ? 'chat' : known.scope === 'agent' ? 'messaging' : 'bot',
    requester_key: knowledge.chatTicket?.requester_key ?? known.source_requester_key,
    brand_id: brand.brand_id,
    brand_source: brand.brand_source,
    day: dayOf(known.started_at, hours.zone),
    hour_of_week: hourOfWeek(known.started_at, hours.zone),
    language: known.locale === null ? null : known.locale.split(/[-_]/)[0].toLowerCase(),
    topic: topicOf(known, account),
    bot_involved: botInvolved,
    first_responder: firstResponderOf(known, reply, botInvolved, knowledge.detail),
    handed_off_at: handedOffAt,
    first_human_reply_at: reply,
    served,
    first_reply_seconds:
      clockStart === null || reply === null
        ? null
        : Math.max(SHORTEST_REPLY_SECONDS, (reply - clockStart) / 1000),
    open_minutes_to_reply:
      clockStart === null || reply === null ? null : openMinutesBetween(clockStart, reply, hours),
    left_after_open_minutes:
      known.scope !== null ||
      standsIn(known) ||
      clockStart === null ||
      reply !== null ||
      known.ended_at === null
        ? null
        : openMinutesBetween(clockStart, known.ended_at, hours),
    transferred: known.agent_count === null ? null : known.agent_count > 1 ? 1 : 0,
    reopened: known.reopens === null ? null : known.reopens > 0 ? 1 : 0,
    outcome,
    resolved_by: outcome === 'bot_contained' ? 'bot' : outcome === 'served' && ended ? 'agent' : null,
    deleted: isDeleted(known, knowledge) || !isCounted(known, account) ? 1 : 0,
    continued_by_email: knowledge.detail?.continued_by_email ?? null,
    handed_back_at: knowledge.detail?.handed_back_at ?? null,
    outside_hours: isOpenAt(known.started_at, hours) ? 0 : 1,
    bot_resolved:
      known.scope === null
        ? null
        : botResolutionOf(known.resolution_field, known.resolution_tier_field, account.settings.readings),
  })
}

/** The facts with what the neighbouring tables know better. */
function knownFacts(
  facts: ConversationFacts,
  { chatTicket, detail }: ConversationKnowledge,
): ConversationFacts {
  const known = copyFacts(facts)
  if (facts.scope === null) {
    known.group_id = chatTicket?.group_id ?? facts.department_id
    known.form_id = chatTicket?.form_id ?? null
    if (!standsIn(facts)) return known
  }
  // The export has no messages: what is counted on a ticket comes from its detail alone.
  known.first_customer_message_at = detail?.first_customer_message_at ?? facts.started_at
  known.first_any_reply_at = detail && earliest(detail.first_bot_message_at, detail.first_human_reply_at)
  known.customer_messages = detail?.customer_messages ?? null
  known.agent_messages = detail?.agent_messages ?? null
  known.agent_count = detail?.agent_count ?? null
  return known
}

function botInvolvedOf(
  facts: ConversationFacts,
  brandId: number | null,
  { account, detail }: ConversationKnowledge,
): 0 | 1 | null {
  if (facts.scope === null) return 0
  if (facts.scope === 'ai_agent' || facts.seen_ai_agent === 1) return 1
  if (detail) return detail.bot_involved === 1 ? 1 : 0
  const botSince = brandId === null ? null : botStartOf(account, brandId)
  return botSince !== null && botSince <= facts.started_at ? null : 0
}

function handedOffAtOf(
  facts: ConversationFacts,
  botInvolved: 0 | 1 | null,
  { detail }: ConversationKnowledge,
): number | null {
  if (facts.kind === 'offline_message' || facts.scope === 'ai_agent') return null
  if (facts.scope === null) return detail?.handed_off_at ?? facts.started_at
  return botInvolved === 0 ? facts.first_customer_message_at : (detail?.handed_off_at ?? null)
}

function humanReplyOf(facts: ConversationFacts, { detail }: ConversationKnowledge): number | null {
  if (facts.scope === 'ai_agent') return null
  if (!detail) return facts.source_first_human_reply_at
  return detail.first_human_reply_at ?? (isCurrent(detail, facts) ? null : facts.source_first_human_reply_at)
}

/** Silence is no refusal: without a word from the source or the present messages, null. */
function servedOf(
  facts: ConversationFacts,
  reply: number | null,
  { detail }: ConversationKnowledge,
): 0 | 1 | null {
  if (reply !== null) return 1
  if (facts.scope === 'ai_agent' || facts.source_reply_known === 1) return 0
  return detail && isCurrent(detail, facts) ? 0 : null
}

/** True where the messages that were read are those of the ticket's present version. */
function isCurrent(detail: TicketDetail, facts: ConversationFacts): boolean {
  return detail.generated_at >= facts.updated_at
}

function firstResponderOf(
  facts: ConversationFacts,
  reply: number | null,
  botInvolved: 0 | 1 | null,
  detail: TicketDetail | null,
): 'agent' | 'bot' | null {
  const botAt = detail?.first_bot_message_at ?? null
  if (botAt !== null) return reply !== null && reply < botAt ? 'agent' : 'bot'
  if (facts.scope === 'ai_agent') return 'bot'
  return reply !== null && (botInvolved === 0 || detail) ? 'agent' : null
}

function outcomeOf(
  facts: ConversationFacts,
  served: 0 | 1 | null,
  botInvolved: 0 | 1 | null,
  ended: boolean,
): ConversationDerivation['outcome'] {
  if (served === null) return 'open'
  if (served === 1) return 'served'
  if (facts.scope === 'ai_agent') return ended ? 'bot_contained' : 'open'
  if (ended) return 'unserved'
  return botInvolved === 1 ? 'handed_off' : 'open'
}

/** A live chat's ticket, where there is no Chat API to tell of the chat itself. */
function standsIn({ id, scope }: ConversationFacts): boolean {
  return scope === null && id.startsWith('ticket:')
}

/** Tickets of a channel that was taken from the settings stay stored, and in no count. */
function isCounted({ scope, channel }: ConversationFacts, { messagingChannels }: AccountKnowledge): boolean {
  return scope === null || messagingChannels.has(channel)
}

/** A chat is exported once it has ended; a ticket may be reopened until it is closed. */
function isEnded(facts: ConversationFacts): boolean {
  if (facts.scope === null && !standsIn(facts)) return true
  return facts.status === 'solved' || facts.status === 'closed'
}

/** A live copy that is newer than the deletion means that the ticket was restored. */
function isDeleted(facts: ConversationFacts, { deletedAt }: ConversationKnowledge): boolean {
  if (facts.scope === null && facts.status === 'deleted') return true
  return deletedAt !== null && deletedAt >= facts.updated_at
}

function earliest(first: number | null, second: number | null): number | null {
  if (first === null || second === null) return first ?? second
  return Math.min(first, second)
}
