import type { BotFunnel } from '../../contract-bot.ts'
import type { Day } from '../../periods/day.ts'
import type { MeasureFilter } from '../measures/index.ts'

export const conversationSources = ['chat', 'messaging', 'bot'] as const
export type ConversationSource = (typeof conversationSources)[number]

export const ratingChoices = ['good', 'neutral', 'bad', 'none'] as const
/** `none`: nobody answered. */
export type RatingChoice = (typeof ratingChoices)[number]

export const countedChoices = ['all', 'yes', 'no'] as const
/** Of the conversations a share is made of: all, those that count, or the others. */
export type Counted = (typeof countedChoices)[number]

export type ListFilter = MeasureFilter & {
  sources?: readonly ConversationSource[]
  ratings?: readonly RatingChoice[]
  /** Of the brand-local moment it began: 1 (Monday) … 7. */
  weekdays?: readonly number[]
  /** Of the same: 0 … 23. */
  hours?: readonly number[]
}

/** Seconds, half-open, open where null; or what has not ended. */
export type LengthRange = { least: number; below: number | null } | 'unended'

/** The conversations (or ratings) a figure is made of. */
export type ListFigure = {
  /** A measure's key. */
  measure: string
  counted: Counted
  /** By brand: the days and sources that count, each as `<day> <source>`. */
  countedDays: Readonly<Record<number, readonly string[]>>
  /** Of a duration: only those of this length. */
  took?: LengthRange
}

export const teamCounts = ['people', 'all'] as const
/** The conversations the hours of the team count: those for people, or with them those of the bot alone. */
export type ListTeam = {
  count: (typeof teamCounts)[number]
  /** By brand: the days that are left out. */
  daysLeftOut: Readonly<Record<number, readonly Day[]>>
}

/** The conversations a step of the bot's funnel counts. */
export type ListStep = {
  step: keyof BotFunnel
  /** By brand: the days that count, and the moment (epoch ms) everything is here to. */
  brands: Readonly<Record<number, { days: readonly Day[]; knownTo: number }>>
}

export type ListQuestion = {
  /** The caller's scope: nothing else is ever read. */
  brandIds: readonly number[]
  /** Brand-local days, half-open. */
  from?: Day
  to?: Day
  filter: ListFilter
  /** Null: every conversation and offline message. */
  figure: ListFigure | null
  step?: ListStep
  team?: ListTeam
}

export const listOrders = ['started', 'first_reply', 'wait', 'resolution', 'messages', 'figure'] as const
/** What the list may be sorted by; `figure`: what each row adds to the figure, or how long it took. */
export type ListOrder = (typeof listOrders)[number]
export type Sorting = { by: ListOrder; isDescending: boolean }
