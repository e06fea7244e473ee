import type { Bilingual, BrandSummary, Comparison } from './contract.ts'

/** The shapes of the Team load page that cross the HTTP border. Types only, as in contract.ts. */

/** One number per hour of the week, brand-local: 0 = Monday 00:00 … 167 = Sunday 23:00. */
export type ByHour = number[]

/**
 * What agents did in some weeks, by hour of the week, added up over all days used. Divided by how often the hour's
 * weekday is among these days, each is a mean for one such hour; `engagedSeconds` / `agentSeconds` is how many
 * conversations a working agent had open at once.
 */
export type WorkByHour = {
  /** How many Mondays … Sundays it rests on. */
  weekdays: number[]
  /** Days of whose engagements too few are stored, or that Zendesk counts differently: left out. */
  daysLeftOut: number
  /** How many people worked. */
  agents: number
  /** Begun in the hour. */
  engagements: ByHour
  engagedSeconds: ByHour
  agentSeconds: ByHour
}

export type TeamWindow = {
  from: string
  to: string
  weeks: number
  /** How many Mondays … Sundays it rests on: days on which the brand was closed or that are not to be believed are not. */
  weekdays: number[]
  daysClosed: number
  /** Days on which Zendesk counts other numbers than are stored. */
  daysRed: number
  /** Begun in the hour, those of the bot alone included. */
  conversations: ByHour
  /** Of these, the ones that reached a person or should have. */
  forPeople: ByHour
  /** Of the conversations of which it is known, those that began outside opening hours. */
  outsideHours: { n: number; outside: number }
  /** Null where no engagements are stored. */
  work: WorkByHour | null
  /** Conversations agents served, and how many of these have their engagements stored. */
  cover: { served: number; held: number }
}

export type TeamAnswer = {
  asOf: string
  dataCompleteTo: string | null
  brand: Pick<BrandSummary, 'id' | 'name' | 'zone'>
  /** False where the days were asked for: not the windows of the report. */
  isReport: boolean
  /** The day after the last whole one: windows end here at the latest. */
  lastDay: string
  /** The verdicts of the report on what agents do. */
  comparisons: Comparison[]
  /** As many weeks on both sides of the move. */
  before: TeamWindow | null
  after: TeamWindow | null
  /** The latest weeks of a brand that has not moved. */
  now: TeamWindow | null
  /** Whether the brand is open in any part of an hour of an ordinary week. */
  open: boolean[]
  /** The hours in sentences. */
  summary: Bilingual[]
  sharing: {
    /** The part of the agents' hours (0…1) worked by people who also serve another brand, largest first. */
    brands: { brand: { id: number; name: string }; share: number }[]
    /** False where some brands of the account are outside the reader's scope: of these nothing is said. */
    isWhole: boolean
  }
  sources: {
    /** For how long Zendesk keeps the engagements of messaging. */
    keptDays: number
    /** The moment from which they are stored here without a gap; null while none are. */
    heldFrom: string | null
  }
}
