import type { BrandFacts, MetricFacts } from '../../../server/comparison/brand-facts.ts'
import type { DailyFacts, Sum } from '../../../server/comparison/daily-facts.ts'
import { climb } from '../../../server/comparison/ladder/climb.ts'
import type { Rung } from '../../../server/comparison/ladder/climb.ts'
import type { MovedBrand } from '../../../server/comparison/ladder/moved-brand.ts'
import type { MixAnswer } from '../../../server/comparison/mix/adjust-for-mix.ts'
import { adjustForMix } from '../../../server/comparison/mix/adjust-for-mix.ts'
import type { ReadStrata, StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import { createPanel } from '../../../server/comparison/panel.ts'
import { binsAround } from '../../../server/comparison/windows.ts'
import type { MetricKey } from '../../../server/contract.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays, weekdayOf } from '../../../server/periods/day.ts'
import type { Stratum } from '../../../server/store/measures/index.ts'
import type { Dice } from '../../support/dice.ts'
import { createDice } from '../../support/dice.ts'

/** A Wednesday: weeks around the move do not begin on Mondays. */
export const movedOn: Day = '2026-06-03'
const rampEnd: Day = '2026-06-17'
const lastDay: Day = '2026-08-25'

type Topic = 'delivery' | 'refund'
/** Before and after the day of the move. */
type BothSides = [before: number, after: number]
export type MixStory = {
  id: number
  weeksBefore?: number
  perDay?: number
  /** Share of the questions about deliveries: answered four times as fast, and back a third as often. */
  easyShare?: BothSides
  /** By what the time (and the share of those who come back) changes within every topic. */
  effect?: number
  languageKnown?: number
  /** Share of the conversations that the account's topic rules match. */
  sorted?: BothSides
  closedDays?: readonly Day[]
}

const SECONDS: Record<Topic, number> = { delivery: 60, refund: 240 }
const COMES_BACK: Record<Topic, number> = { delivery: 0.15, refund: 0.45 }

/** The first brand moved, the others did not; each is asked in two languages, by day and by night. */
export function mixedBrands(
  metric: 'first_reply' | 'recontact_rate',
  stories: readonly MixStory[],
  seed = 1,
): { moved: MovedBrand; readStrata: ReadStrata } {
  const season = seasonOf(createDice(seed))
  const rows = new Map(
    stories.map((story, place) => [
      story.id,
      rowsOf(story, place === 0, season, createDice(seed * 100 + place)),
    ]),
  )
  const facts = new Map([...rows].map(([id, own]) => [id, factsOf(metric, own)]))
  const brands = stories.map((story, place) => brandFacts(story, place === 0, rows.get(story.id) ?? []))
  const panel = createPanel({
    brands,
    history: metricOf(metric).streams.concat(metricOf('demand').streams).map(completeStream),
    limits: {},
    now: Date.parse('2026-08-26T12:00:00+09:00'),
    messagingActivatedOn: null,
    readFacts: (brandId) => facts.get(brandId) ?? factsOf(metric, []),
    readDaysNotHeld: () => new Set(),
    sharedAgents: () => new Map(),
  })
  const [brand] = brands
  const definition = metricOf(metric)
  const around = {
    cutover: movedOn,
    rampEnd,
    usable: { from: brand.span?.from ?? movedOn, to: lastDay },
    weeksLeftOut: 0,
    maskedDays: brand.maskedDays,
    unrecorded: null,
  }
  return {
    moved: {
      panel,
      brand,
      metric: definition,
      facts: panel.factsOf(brand.brand.id, metric).main,
      family: null,
      around,
      bins: binsAround(around),
      minimumWeekly: definition.minimumWeekly,
    },
    readStrata: (brandId, _metric, _family, from, to) =>
      (rows.get(brandId) ?? []).filter(({ day }) => day >= from && day < to),
  }
}

/** The rung the first brand reaches, and the same with its mix held equal. */
export function answerOf({ moved, readStrata }: ReturnType<typeof mixedBrands>): {
  rung: Rung
  mix: MixAnswer
} {
  const climbed = climb(moved)
  if (!climbed.isReached) throw new Error(`answerOf: only ${climbed.shortage.have} conversations a week`)
  return { rung: climbed.rung, mix: adjustForMix(moved, climbed.rung, readStrata) }
}

/** An answer that is an adjusted figure. */
export function adjustedOf(mix: MixAnswer): Extract<MixAnswer, { kind: 'adjusted' }> {
  if (mix.kind !== 'adjusted') throw new Error(`adjustedOf: the answer is ${mix.kind}`)
  return mix
}

/** Waves that all brands share, by day. */
function seasonOf(dice: Dice): Map<Day, number> {
  const season = new Map<Day, number>()
  let wave = 0
  for (let day: Day = '2024-01-01'; day < lastDay; day = addDays(day, 1)) {
    wave = 0.9 * wave + 0.02 * dice.normal()
    season.set(day, wave)
  }
  return season
}

function rowsOf(story: MixStory, hasMoved: boolean, season: Map<Day, number>, dice: Dice): StratumDay[] {
  const { perDay = 40, weeksBefore = 16, easyShare = [0.45, 0.45], closedDays = [] } = story
  const all: StratumDay[] = []
  for (let day = addDays(movedOn, -7 * weeksBefore); day < lastDay; day = addDays(day, 1)) {
    const side = day < movedOn ? 0 : 1
    const isWeekend = weekdayOf(day) > 5
    if (closedDays.includes(day)) continue
    const wave = (season.get(day) ?? 0) + 0.05 * dice.normal() + (weekdayOf(day) === 1 ? 0.4 : 0)
    const byStratum = new Map<string, StratumDay & { seconds: number[] }>()
    for (let left = dice.poisson(perDay * (isWeekend ? 0.5 : 1)); left > 0; left--) {
      const topic: Topic = dice.uniform() < easyShare[side] ? 'delivery' : 'refund'
      const stratum = stratumOf(story, topic, side, isWeekend, dice)
      const key = JSON.stringify(stratum)
      const row = byStratum.get(key) ?? { day, stratum, n: 0, numerator: 0, seconds: [] }
      const effect = hasMoved && side === 1 ? (story.effect ?? 1) : 1
      row.n++
      row.numerator += dice.uniform() < COMES_BACK[topic] * effect ? 1 : 0
      row.seconds.push(SECONDS[topic] * effect * Math.exp(wave + 0.5 * dice.normal()))
      byStratum.set(key, row)
    }
    all.push(...byStratum.values())
  }
  return all
}

function stratumOf(story: MixStory, topic: Topic, side: number, isWeekend: boolean, dice: Dice): Stratum {
  const isKnown = dice.uniform() < (story.languageKnown ?? 1)
  const isSorted = dice.uniform() < (story.sorted ?? [1, 1])[side]
  return {
    language: !isKnown ? null : dice.uniform() < 0.7 ? 'ko' : 'en',
    topic: isSorted ? topic : 'other',
    hourBlock: dice.uniform() < 0.5 ? 'morning' : 'afternoon',
    isWeekend,
  }
}

function factsOf(metric: MetricKey, rows: readonly StratumDay[]): MetricFacts {
  return { main: dailyFacts(metric, rows), satisfaction: null, shares: new Map(), closeLag: null }
}

function dailyFacts(metric: MetricKey, rows: readonly StratumDay[]): DailyFacts {
  if (metric === 'first_reply') {
    const seconds = new Map<Day, Float64Array>()
    for (const row of rows)
      seconds.set(
        row.day,
        Float64Array.from([...(seconds.get(row.day) ?? []), ...Array.from(row.seconds ?? [])]).sort(),
      )
    return { kind: 'duration', seconds }
  }
  const sums = new Map<Day, Sum>()
  for (const { day, n, numerator } of rows) {
    const own = sums.get(day) ?? { n: 0, numerator: 0 }
    sums.set(day, { n: own.n + n, numerator: own.numerator + numerator })
  }
  return { kind: 'rate', sums }
}

function brandFacts(
  { id, closedDays }: MixStory,
  hasMoved: boolean,
  rows: readonly StratumDay[],
): BrandFacts {
  const from = rows[0]?.day
  return {
    brand: { id, name: `Brand ${id}` },
    zone: 'Asia/Seoul',
    cutover: hasMoved ? { day: movedOn, rampEnd } : null,
    span: from === undefined ? null : { from, to: lastDay },
    channelDays: [],
    maskedDays: new Set(closedDays),
    redDays: new Map(),
    unrecorded: null,
    uncertainShare: null,
    hoursSince: null,
    lacksCosts: false,
    details: [],
  }
}

function completeStream(stream: string) {
  return {
    stream,
    progress: 1,
    coveredFrom: null,
    completeTo: Date.parse('2026-08-26T12:00:00+09:00'),
    done: true,
    rows: 0,
    isAbsent: false,
  }
}
