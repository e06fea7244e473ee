/**
 * The simulated account's truth: who wrote when, and what became of it. The routes render it in Zendesk's wire
 * format as it would look at a given moment. Instants are epoch milliseconds.
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

/** One message; text never matters, the routes invent some. */
export type WorldMessage = { at: number; by: 'customer' | 'agent' | 'bot' | 'system'; agentId: number | null }

export type WorldRating =
  | { system: 'chat_rating'; offeredAt: number; answeredAt: number; category: 'good' | 'bad' }
  | {
      system: 'legacy_rating'
      id: number
      offeredAt: number
      answeredAt: number | null
      category: 'good' | 'bad' | null
    }
  | {
      system: 'survey'
      id: string
      offeredAt: number
      answeredAt: number | null
      /** 1…5; null while unanswered. */
      rating: number | null
      category: 'good' | 'neutral' | 'bad' | null
      /** A later change of mind: moves updated_at of the answer only. */
      changedTo: { at: number; rating: number; category: 'good' | 'neutral' | 'bad' } | null
    }

type Common = {
  brandId: number
  requesterId: number
  /** First contact: chat start, or first customer message. */
  startedAt: number
  tags: string[]
  messages: WorldMessage[]
  agentIds: number[]
  rating: WorldRating | null
}

export type WorldChat = Common & {
  kind: 'chat' | 'offline_message'
  id: string
  departmentId: number | null
  pageHost: string | null
  /** Ticket made from the chat; null for some missed chats. */
  ticketId: number | null
  /** Brand on that ticket: old chats fell to the account's default brand. */
  ticketBrandId: number | null
  endedAt: number
  missed: boolean
  dropped: boolean
  /** Every moment at which the export shows the chat anew, ascending; the first is its end. */
  updateTimes: number[]
  deletedAt: number | null
}

export type WorldTicket = Common & {
  kind: 'ticket'
  id: number
  channel: string
  groupId: number | null
  /** True while or because only the bot talked: export scope `ai_agent` until `handedOffAt`. */
  bot: boolean
  /** When control passed to people: startedAt without a bot, null = never (bot-only). */
  handedOffAt: number | null
  firstHumanReplyAt: number | null
  solvedAt: number | null
  reopenedAt: number | null
  closedAt: number | null
  deletedAt: number | null
  resolution: 'automated' | null
  /** Moments at which the ticket changes (generated_timestamp), ascending; the first is its creation. */
  updateTimes: number[]
}

export type World = {
  seed: number
  subdomain: string
  zone: string
  /** Monday 00:00 Asia/Seoul of the week of "now": everything is an offset from it. */
  anchor: number
  startsAt: number
  endsAt: number
  aiAgentTicketsSince: number
  /** Legacy CSAT until here, surveys after it (account-wide switches are per brand here, for the story). */
  brands: WorldBrand[]
  groups: { id: number; name: string }[]
  agents: WorldAgent[]
  requesters: Map<number, WorldRequester>
  chats: WorldChat[]
  tickets: WorldTicket[]
}
