import { isInDetailSample } from '../detail-rank.ts'

/**
 * A set of rows `c`, each with a brand_id, a brand-local day, and the columns that filters and strata look at: channel,
 * language, topic, group_id, hour_of_week, outside_hours, bot_involved (null where the source does not tell).
 */
export type Rows = {
  from: string
  where: string
  /** Which of a brand's sources a row is of: its era, or the system that asked for a rating. */
  source: string
  /** How many things one row stands for. */
  weight: string
}

/** One way to the figure, as expressions over a row `c`. */
export type MeasurePart = {
  rows: Rows
  /** Whether the row counts. */
  n: string
  /** Whether it counts in the numerator too; in a load, how much it adds to it (a whole number). */
  numerator?: string
  amount?: string
  /** The duration; `9e999` while it has not ended. */
  seconds?: string
  /** The source of all of its rows, where that is not the rows' own. */
  source?: string
}

/**
 * What one figure is made of: the daily sums, a filtered question and the rows behind a figure all use these same
 * expressions. `:unservedAfterMinutes` and `:sampleBelow` stand for the setting and for the sample of the row's week.
 */
export type Measure = {
  /** The metric, or `<metric>.<what>` for a share that decides whether the metric can be compared. */
  key: string
  parts: readonly MeasurePart[]
  /** Only days count of which this share (a measure's key) is at least so large; a day of which nothing is said does. */
  needs?: { key: string; least: number }
  /**
   * Sources that tell the same thing twice are not added up: the one that tells most stands. A day before that source
   * first told anything (a numerator of this measure) is unknown.
   */
  toldBy?: string
}

/** Conversations and offline messages, by era: chat, messaging, bot. */
export const conversationRows: Rows = {
  from: 'conversation c',
  where: 'c.deleted = 0',
  source: 'c.source',
  weight: '1',
}

/** A measure over conversations, offline messages left out. */
export function ofConversations(
  key: string,
  { n, ...part }: Omit<MeasurePart, 'rows'>,
  more: Omit<Measure, 'key' | 'parts'> = {},
): Measure {
  return { key, parts: [{ rows: conversationRows, n: `c.kind = 'conversation' and ${n}`, ...part }], ...more }
}

/** True for a row whose week is known from its messages: all of them, or the week's fixed sample. */
export const isInSample = `(:sampleBelow is null or ${isInDetailSample})`

/** True for a row that reached, or should have reached, a person. */
export const isForPeople = "c.source <> 'bot'"

/** The source's clocks are no better. */
export const SHORTEST_SECONDS = 0.5
/** Seconds between two moments (epoch ms). */
export function secondsBetween(from: string, to: string): string {
  return `max(${SHORTEST_SECONDS}, (${to} - ${from}) / 1000.0)`
}
/** Seconds from one moment to another that may not have come yet. */
export function secondsUntil(from: string, to: string): string {
  return `case when ${to} is null then 9e999 else ${secondsBetween(from, to)} end`
}
