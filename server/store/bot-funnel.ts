import type { BotFunnel } from '../contract-bot.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { containmentRate } from './measures/bot.ts'
import { keepKnown } from './measures/keep-known.ts'
import { HANDOFF_MS, isHandedOff, isWithBot } from './measures/with-bot.ts'

export type BotFunnelQuestion = {
  brandId: number
  /** Brand-local days, half-open. */
  from: Day
  to: Day
  /** Everything the sources changed before this moment (epoch ms) is here. */
  knownTo: number
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

const steps = [
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

/** What became of one brand's conversations with a bot, on the days on which enough is known of the bot's part. */
export function readBotFunnel(db: Database, question: BotFunnelQuestion): BotFunnelFound {
  const rows = statement<Row>(db, sql).all(question)
  const kept = keepKnown(db, question.brandId, containmentRate, rows)
  const funnel = Object.fromEntries(
    steps.map((step) => [step, kept.reduce((sum, row) => sum + row[step], 0)]),
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
    steps.map((step) => [step, known.reduce((sum, funnel) => sum + funnel[step], 0)]),
  ) as BotFunnel
}

const count = (condition: string) => `sum((${condition}) is true)`

const sql = `
  select c.day, 'ticket' as source, count(*) as started,
    ${Object.entries(ends)
      .map(([end, condition]) => `${count(condition)} as ${end}`)
      .join(',\n    ')},
    ${count(isHandedOff)} as handedOff,
    ${count(`${ends.answered} and ${hasEnded}`)} as resolved,
    ${count(`${ends.answered} and c.handed_back_at is not null`)} as handedBack,
    max(w.sample_below is not null) as sampled
  from conversation c
    left join detail_week w
      on w.brand_id = c.brand_id and w.week_start = date(c.day, '-6 days', 'weekday 1')
  where c.brand_id = :brandId and c.day >= :from and c.day < :to
    and c.deleted = 0 and c.kind = 'conversation' and ${isWithBot}
  group by c.day`.replaceAll(':sampleBelow', 'w.sample_below')
