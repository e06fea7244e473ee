import type { BotFunnel } from '../contract-bot.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { containmentRate } from './measures/bot.ts'
import type { MeasureFilter } from './measures/filter.ts'
import { filterSql } from './measures/filter.ts'
import { keepKnown } from './measures/keep-known.ts'
import { HANDOFF_MS, isHandedOff, isWithBot } from './measures/with-bot.ts'

export type BotFunnelQuestion = {
  brandId: number
  /** Brand-local days, half-open. */
  from: Day
  to: Day
  /** Everything the sources changed before this moment (epoch ms) is here. */
  knownTo: number
  /** Only these conversations. */
  filter?: MeasureFilter
}
export type BotFunnelFound = {
  /** Null without a conversation a bot took part in. */
  funnel: BotFunnel | null
  /** Days with a bot that are left out: of too many conversations it is not known whether it took part. */
  daysLeftOut: number
  /** Whether some of the days are told by a sample of their tickets. */
  isSampled: boolean
}

type Row = BotFunnel & { day: Day; source: string; sampled: number }

/** The steps of a funnel, from the first. */
export const funnelSteps = [
  'started',
  'contained',
  'silent',
  'undecided',
  'handedOff',
  'answered',
  'unanswered',
  'waiting',
  'resolved',
  'handedBack',
] as const satisfies readonly (keyof BotFunnel)[]

const isSilent = 'coalesce(c.customer_messages, 1) = 0'
const isYoung = `c.started_at > :knownTo - ${HANDOFF_MS}`
const hasEnded = "coalesce(c.status in ('solved', 'closed'), 0)"

/** Of one conversation exactly one of the ends is true: what contains, hands over and counts is the measures' own. */
const ends = {
  silent: `not ${isHandedOff} and ${isSilent}`,
  undecided: `not ${isHandedOff} and not ${isSilent} and ${isYoung}`,
  contained: `not ${isHandedOff} and not ${isSilent} and not ${isYoung}`,
  answered: `${isHandedOff} and coalesce(c.served, 0) = 1`,
  unanswered: `${isHandedOff} and c.served is 0 and ${hasEnded}`,
  waiting: `${isHandedOff} and c.served is not 1 and not (c.served is 0 and ${hasEnded})`,
}

/** Which conversations a step counts, as expressions over a row `c` and `:knownTo`. */
const stepConditions: Record<keyof BotFunnel, string> = {
  started: '1',
  ...ends,
  handedOff: isHandedOff,
  resolved: `${ends.answered} and ${hasEnded}`,
  handedBack: `${ends.answered} and c.handed_back_at is not null`,
}

const isInFunnel = `c.deleted = 0 and c.kind = 'conversation' and ${isWithBot}`

/** True for a row `c` that a step counts, on a day that `readFunnelDays` tells; `:sampleBelow` as in measures. */
export function isInStep(step: keyof BotFunnel): string {
  return `${isInFunnel} and (${stepConditions[step]})`
}

/** The days of a brand on which enough is known of the bot's part, in their order; half-open, an open end is no bound. */
export function readFunnelDays(
  db: Database,
  { brandId, from, to }: Pick<BotFunnelQuestion, 'brandId'> & { from?: Day; to?: Day },
): Day[] {
  const rows = statement<{ day: Day; source: string }>(
    db,
    `select c.day, 'ticket' as source from conversation c
     where c.brand_id = :brandId and (:from is null or c.day >= :from) and (:to is null or c.day < :to)
       and c.deleted = 0 and c.kind = 'conversation' and c.source <> 'chat' and c.bot_involved = 1
     group by c.day order by c.day`,
  ).all({ brandId, from: from ?? null, to: to ?? null })
  return keepKnown(db, brandId, containmentRate, rows).map(({ day }) => day)
}

/** What became of one brand's conversations with a bot, on the days on which enough is known of the bot's part. */
export function readBotFunnel(db: Database, question: BotFunnelQuestion): BotFunnelFound {
  const { filter = {}, ...asked } = question
  const only = filterSql(filter)
  const rows = statement<Row>(db, sqlOf(only.sql)).all({ ...asked, ...only.parameters })
  const kept = keepKnown(db, question.brandId, containmentRate, rows)
  const funnel = Object.fromEntries(
    funnelSteps.map((step) => [step, kept.reduce((sum, row) => sum + row[step], 0)]),
  ) as BotFunnel
  return {
    funnel: funnel.started === 0 ? null : funnel,
    daysLeftOut: rows.length - kept.length,
    isSampled: kept.some(({ sampled }) => sampled > 0),
  }
}

/** Funnels of several brands together; null where none of them has one. */
export function addFunnels(funnels: readonly (BotFunnel | null)[]): BotFunnel | null {
  const known = funnels.filter((funnel) => funnel !== null)
  if (known.length === 0) return null
  return Object.fromEntries(
    funnelSteps.map((step) => [step, known.reduce((sum, funnel) => sum + funnel[step], 0)]),
  ) as BotFunnel
}

const count = (condition: string) => `sum((${condition}) is true)`

const sqlOf = (only: string) =>
  `
  select c.day, 'ticket' as source,
    ${funnelSteps.map((step) => `${count(stepConditions[step])} as ${step}`).join(',\n    ')},
    max(w.sample_below is not null) as sampled
  from conversation c
    left join detail_week w
      on w.brand_id = c.brand_id and w.week_start = date(c.day, '-6 days', 'weekday 1')
  where c.brand_id = :brandId and c.day >= :from and c.day < :to
    and c.deleted = 0 and c.kind = 'conversation' and ${isWithBot} and ${only}
  group by c.day`.replaceAll(':sampleBelow', 'w.sample_below')
