import type { PageWindow } from './contract-bot.ts'
import type { Comparison, QuestionFilter, SeriesMark, SeriesWeek } from './contract.ts'

/** Who asked: the live chat itself, the ticket's one-question rating, or the newer survey. */
export type CsatSource = 'chat_rating' | 'legacy_rating' | 'survey'
/** Ratings of one source over some days; `asked` of chats: all served, of legacy ratings: all solved, of surveys: offered. */
export type CsatSourceFigures = {
  source: CsatSource
  good: number
  neutral: number
  bad: number
  /** Good among good and bad; null without either. */
  score: number | null
  asked: number
  answered: number
  responseRate: number | null
}
/** One group of those asked; the share is null where too few were. */
export type CsatGroup = { value: string | null; asked: number; answered: number; responseRate: number | null }
export type CsatDimension = 'channel' | 'language' | 'hours' | 'bot'
export type CsatSide = {
  side: 'before' | 'after' | 'only'
  window: PageWindow
  /** Days of the window the figures leave out: closed, or without data. */
  daysLeftOut: number
  sources: CsatSourceFigures[]
  /** Who answers, of the source that asked most; null where nobody was asked. */
  whoAnswers: {
    source: CsatSource
    /** Groups with fewer asked have no share. */
    leastAsked: number
    dimensions: { dimension: CsatDimension; groups: CsatGroup[] }[]
  } | null
}
/** Shares by which good ratings could have changed, in points, had equally many answered on both sides. */
export type CsatBounds = { before: number; after: number; low: number; high: number }

export type CsatAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** Where it is narrowed to some conversations the report's cells are left out. */
  filter: QuestionFilter | null
  /** Null for all brands the person sees. */
  brand: { id: number; name: string } | null
  /** `off`: Zendesk says the account does not ask; `none`: no rating or offer has been read. */
  state: 'asked' | 'none' | 'off'
  sides: CsatSide[]
  /** Whether both sides asked the same kind of question; null with one side, or without ratings on one. */
  isSameQuestion: boolean | null
  /** Where the share of those who answer moved by more than ten points; else null. */
  bounds: CsatBounds | null
  /** Monday–Sunday weeks of each source, from its first to its last. */
  trend: { source: CsatSource; score: SeriesWeek[]; responseRate: SeriesWeek[] }[]
  marks: SeriesMark[]
  /** The report's cells of satisfaction and of the response rate. */
  comparisons: Comparison[]
}
