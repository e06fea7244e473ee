import type { Comparison, QuestionFilter, SeriesMark, SeriesWeek } from './contract.ts'

/** Which days a page speaks of, and why these: asked for, the weeks compared, or the latest whole weeks. */
export type PageWindow = { from: string; to: string; chosen: 'asked' | 'compared' | 'latest' }

/**
 * What became of the conversations a bot took part in. Each has exactly one end: `contained`, `answered`, `unanswered`,
 * `waiting`, `undecided` or `silent`; together they are `started`.
 */
export type BotFunnel = {
  started: number
  /** No person replied or was asked for within five days. */
  contained: number
  /** The customer wrote nothing. */
  silent: number
  /** Younger than five days and with the bot so far: it may still be handed over. */
  undecided: number
  /** A person was asked for, or replied, within five days: `answered`, `unanswered` and `waiting` together. */
  handedOff: number
  answered: number
  /** Ended without a person's reply. */
  unanswered: number
  /** Not answered yet, or not known. */
  waiting: number
  /** Of the answered: solved. */
  resolved: number
  /** Of the answered: given back to the bot afterwards. */
  handedBack: number
}
/** Where the records of a figure come from: tickets, a ticket's field, the AI agents export, an imported file. */
export type BotSource = 'tickets' | 'ticket_field' | 'export' | 'import'
export type BotMetricKey = 'containment_rate' | 'handoff_rate' | 'automated_resolution_rate' | 'bot_csat'
/** What one figure of one brand is read from, and the first and the last day of which it tells anything. */
export type BotFigureSource = {
  brand: { id: number; name: string }
  metric: BotMetricKey
  source: BotSource
  from: string
  lastDay: string
}
export type BotGap =
  /** The bot answered before Zendesk kept tickets of bots: contacts of the bot alone were never recorded. Half-open. */
  | { code: 'bot_only_not_recorded'; brand: { id: number; name: string }; from: string; to: string | null }
  /** Days of the window left out: of too many conversations it is not known whether a bot took part. */
  | { code: 'involvement_unknown'; brand: { id: number; name: string }; days: number }
  /** Some weeks of the window are told by a fixed sample of their tickets. */
  | { code: 'sampled'; brand: { id: number; name: string } }
  /** The AI agents export is not read: no key for it, or no bot named in the settings. */
  | { code: 'export_not_read'; missing: 'key' | 'bots' }
  /** The settings name no bot of this brand, so that none of the export's records are counted here. */
  | { code: 'no_bot_named'; brand: { id: number; name: string } }

export type BotAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** Where it is narrowed to some conversations the report's cells are left out. */
  filter: QuestionFilter | null
  /** Null for all brands the person sees. */
  brand: { id: number; name: string } | null
  window: PageWindow
  /** Whether a bot takes part: `unrecorded` where somebody says so and no record shows it. */
  state: 'recorded' | 'unrecorded' | 'none'
  /** Null where the window holds no conversation with a bot. */
  funnel: BotFunnel | null
  /** Brands with a bot, each with its own funnel over the same question. */
  brands: { brand: { id: number; name: string }; window: PageWindow; funnel: BotFunnel | null }[]
  /** Monday–Sunday weeks since the first record of a bot. */
  trend: { metric: BotMetricKey; weeks: SeriesWeek[] }[]
  marks: SeriesMark[]
  /** The report's cells of the bot's figures. */
  comparisons: Comparison[]
  sources: BotFigureSource[]
  /** The bot's own records there are, by where they came from. */
  records: { source: 'export' | 'import'; conversations: number; from: string; lastDay: string }[]
  gaps: BotGap[]
  /** The day of the move; live chats before it kept no record of a bot. Null for all brands, or where none moved. */
  liveChatUntil: string | null
}
