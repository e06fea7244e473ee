/**
 * The simulated account's truth: who wrote when, and what became of it. The routes render it in Zendesk's wire
 * format as it would look at a given moment. Instants are epoch milliseconds. Starts, ends and everything on a
 * ticket fall on whole seconds; messages inside a live chat have fractions.
 */

export type WorldBrand = {
  id: number
  /** The story it tells: 'never_moved', 'recent', 'faster', … */
  key: string
  name: string
  subdomain: string
  isDefault: boolean
  zone: string
  createdAt: number
  /** Live-chat department (= Support group) of the brand. */
  departmentId: number
  hosts: string[]
  /** Local midnight of the day messaging went live; null = never moved. */
  wentLiveAt: number | null
  /** From when a bot answers first; null = no bot. */
  botSince: number | null
  botId: string | null
}

export type WorldAgent = { id: number; name: string; email: string; groupId: number; active: boolean }

export type WorldRequester = {
  id: number
  name: string
  /** Anonymous messaging users and some chat visitors have none. */
  email: string | null
  externalId: string | null
  locale: string
}

/** One message; text never matters, the routes invent some. 'system' = a trigger's greeting, never a person. */
export type WorldMessage = { at: number; by: 'customer' | 'agent' | 'bot' | 'system'; agentId: number | null }

export type ChatRating = {
  system: 'chat_rating'
  offeredAt: number
  /** After the chat's end in some cases: then it is an update of its own. */
  answeredAt: number
  category: 'good' | 'bad'
}

export type LegacyRating = {
  system: 'legacy_rating'
  id: number
  offeredAt: number
  answeredAt: number | null
  category: 'good' | 'bad' | null
}

export type SurveyCategory = 'good' | 'neutral' | 'bad'
export type SurveyRating = {
  system: 'survey'
  /** ULID: its first ten characters decode to `offeredAt`. */
  id: string
  offeredAt: number
  answeredAt: number | null
  /** 1…5; null while unanswered. */
  rating: number | null
  category: SurveyCategory | null
  /** A later change of mind: moves updated_at of the answer only. */
  changedTo: { at: number; rating: number; category: SurveyCategory } | null
  /** Answer to the second, non-CSAT rating question (1…5); null = skipped or not answered. */
  secondRating: number | null
}

export type WorldRating = ChatRating | LegacyRating | SurveyRating

type Common = {
  /** Seed of what is made on demand: `messagesOf(world, conversation)`, texts, browsers, … (unsigned 32 bit). */
  seed: number
  brandId: number
  requesterId: number
  /** Chat start; first customer message of a ticket. */
  startedAt: number
  firstCustomerMessageAt: number
  /** First message by a person the customer can read; null = none. */
  firstHumanReplyAt: number | null
  /** Last customer or agent message of the first session (before the end of a chat, or before a ticket is solved). */
  lastMessageAt: number
  customerMessages: number
  agentMessages: number
  botMessages: number
  /** Agents in the order in which they spoke; shared between conversations, never change it. */
  agentIds: readonly number[]
  tags: readonly string[]
}

export type WorldChat = Common & {
  kind: 'chat' | 'offline_message'
  id: string
  departmentId: number | null
  pageHost: string | null
  /** Ticket made from the chat at its end (`endedAt`); null for some. See `chatTicketTimes`. */
  ticketId: number | null
  /** Brand on that ticket: old chats fell to the account's default brand. Null without a ticket. */
  ticketBrandId: number | null
  /** Equals startedAt for an offline message. */
  endedAt: number
  missed: boolean
  dropped: boolean
  /** A trigger greeted the visitor: `messagesOf` then begins with a 'system' message. */
  triggered: boolean
  rating: ChatRating | null
  /** Added after the end. */
  lateTag: { at: number; tag: string } | null
  /** The chat and its ticket go together. */
  deletedAt: number | null
  /** Every moment at which the export shows the chat anew, ascending; the first is its end. */
  updateTimes: readonly number[]
}

export type WorldTicket = Common & {
  kind: 'ticket'
  id: number
  channel: string
  groupId: number | null
  /** A bot answered first: export scope `ai_agent` until `handedOffAt`. */
  bot: boolean
  /** When control passed to people: startedAt without a bot, null = never (bot-only). */
  handedOffAt: number | null
  solvedAt: number | null
  /** The customer wrote again into the solved ticket; `solvedAgainAt` is its second solution. */
  reopenedAt: number | null
  solvedAgainAt: number | null
  closedAt: number | null
  /** Deleted tickets have no rating. */
  deletedAt: number | null
  /** Set when solved. */
  resolution: 'automated' | null
  /** Opened by a message seconds after this ticket closed: no bot answers it. */
  followUpOf: number | null
  /** Brand put right by hand: the ticket was under `from` until `at`, under `brandId` since. */
  brandChange: { at: number; from: number } | null
  rating: LegacyRating | SurveyRating | null
  /**
   * Moments at which the ticket changes (generated_timestamp), ascending; the first is its creation. An entry that
   * is none of the instants above is a system update: it moves generated_timestamp, not updated_at.
   */
  updateTimes: readonly number[]
}

export type WorldConversation = WorldChat | WorldTicket

export type World = {
  seed: number
  subdomain: string
  /** The account number inside chat ids. */
  accountId: number
  zone: string
  /** Monday 00:00 Asia/Seoul of the week of "now": everything is an offset from it. */
  anchor: number
  startsAt: number
  endsAt: number
  /** First moment at which bot-only conversations leave tickets. */
  aiAgentTicketsSince: number
  brands: WorldBrand[]
  groups: { id: number; name: string }[]
  agents: WorldAgent[]
  /** Made on demand from the id; a Map will do in a hand-made world. */
  requesters: { get(id: number): WorldRequester | undefined; values(): Iterable<WorldRequester> }
  /** Ascending by startedAt. */
  chats: WorldChat[]
  /** Messaging tickets only, ascending by startedAt; chat tickets are told by their chat. */
  tickets: WorldTicket[]
}
