import type { Bilingual, MetricKey, MetricKind, QuestionFilter, WindowValue } from './contract.ts'

export type ConversationRow = {
  /** `chat:<chat id>` or `ticket:<ticket id>`. */
  id: string
  kind: 'conversation' | 'offline_message'
  source: 'chat' | 'messaging' | 'bot'
  brand: { id: number; name: string }
  channel: string
  /** Brand-local. */
  day: string
  startedAt: string
  endedAt: string | null
  handedOffAt: string | null
  /** From when a person was needed to the first person's reply. */
  firstReplySeconds: number | null
  /** From when a person was needed until one was there. */
  waitSeconds: number | null
  /** Until it was first solved; of a live chat how long it was. */
  resolutionSeconds: number | null
  rating: { category: 'good' | 'neutral' | 'bad'; source: string } | null
  language: string | null
  topic: string
  group: { id: number; name: string | null } | null
  /** Null: not known, here and below. */
  botInvolved: boolean | null
  humanReplied: boolean | null
  inOpeningHours: boolean | null
  outcome: string
  status: string | null
  resolvedBy: 'agent' | 'bot' | null
  transferred: boolean | null
  reopened: boolean | null
  continuedByEmail: boolean | null
  missed: boolean | null
  dropped: boolean | null
  customerMessages: number | null
  agentMessages: number | null
  agents: number | null
  ticketId: number | null
  zendeskUrl: string | null
  /** What it is in the figure that was asked for; null without one. */
  inFigure: {
    /** Of a share: whether it counts in it. */
    counted: boolean | null
    /** Of a duration its seconds, null while it has not ended; of a load what it adds. */
    value: number | null
  } | null
}

/** Why a day of a window is in none of its figures: closed or without any data, not as Zendesk counts, a week left out. */
export type LeftOutReason = 'closed' | 'differs' | 'week'
export type ListedFigure = {
  metric: MetricKey
  kind: MetricKind
  name: Bilingual
  counted: 'all' | 'yes' | 'no'
  /** The figure the comparison shows for exactly these days: its `n` is `total` unless the list is narrowed further. */
  window: (WindowValue & { side: 'before' | 'after' | 'now' }) | null
  /** Of a share the rows that count; of a load what all of them add up to. */
  numerator: number | null
  /** Of a duration: of all rows that have ended. */
  totalSeconds: number | null
  /** Days of the window whose conversations are left out, here as in the figure. */
  leftOut: { day: string; why: LeftOutReason }[]
}

export type ConversationSort = 'started' | 'first_reply' | 'wait' | 'resolution' | 'messages' | 'figure'

export type ConversationsAnswer = {
  asOf: string
  dataCompleteTo: string | null
  filter: QuestionFilter | null
  sort: ConversationSort
  order: 'asc' | 'desc'
  /** Of the whole list. */
  total: number
  /** Place of the first row in the list, counted from 1; null where there is none. */
  first: number | null
  rows: ConversationRow[]
  /** What to send as `cursor` for the page after and the page before; null where there is none. */
  next: string | null
  previous: string | null
  figure: ListedFigure | null
}

/** What the conversations of some brands can be narrowed to, the most frequent first. */
export type FilterChoicesAnswer = {
  channels: string[]
  /** Codes; `unknown` where some conversations have none. */
  languages: string[]
  topics: string[]
  /** `id`: `unknown` for conversations without a group. */
  groups: { id: string; name: string | null }[]
}
