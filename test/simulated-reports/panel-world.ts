import type { Day } from '../../server/periods/day.ts'
import { addDays, daysBetween, weekdayOf } from '../../server/periods/day.ts'
import type { Dice } from '../support/dice.ts'
import { commonMovement } from '../statistics/simulated-weeks.ts'

/** What a brand's conversations are made of; each moves by itself. */
export const figures = ['first_reply', 'unserved_rate', 'recontact_rate', 'csat', 'demand'] as const
export type Figure = (typeof figures)[number]
/** On the figure's scale, by weeks since the first day of the move: a logarithm of a ratio, or a difference of shares. */
export type EffectOverTime = (weeks: number) => number

export type BrandPlan = {
  id: number
  /** First day on which customers write to messaging; null = never. */
  movesOn: Day | null
  effects?: Partial<Record<Figure, EffectOverTime>>
  /** Set in the account, and lived as the brand lives them: few customers, who wait long. */
  closedDays?: readonly Day[]
  /** Nothing was taken in. */
  silentDays?: readonly Day[]
}
export type WorldPlan = {
  brands: readonly BrandPlan[]
  from: Day
  /** The day after the last one with conversations; the present is its morning. */
  to: Day
  perDay: number
  /** Days over which the share of messaging rises evenly from nothing to all. */
  rampDays: number
  /** A yearly wave of 10 %, a trend of 0.3 % a week and weekly shocks of 8 % that all brands go through. */
  hasCommonMovement: boolean
  /** Standard deviation of how strongly a brand reacts to them: 0 = all alike, 0.3 = as unequally as brands do. */
  unequal: number
  /** Standard deviation of each brand's own slow wandering, carried over from week to week by 0.7. */
  drift: number
  /** Share of served customers who rate, by their opinion, before and after. */
  answers: { good: [number, number]; bad: [number, number] }
  /** Whether a median of 4 hours until solved is simulated, three in ten of which take about twelve days. */
  hasResolutions: boolean
}

type Share = { n: number; numerator: number }
/** One brand-local day of one era. */
export type SimulatedDay = {
  day: Day
  source: 'chat' | 'messaging'
  demand: number
  served: number
  firstReplySeconds: Float64Array
  recontact: Share
  csat: Share
  /** Infinity = not solved by the present. */
  resolutionSeconds: Float64Array
}

const WEEKDAY_VOLUME = [1.25, 1.15, 1.1, 1.05, 1.05, 0.75, 0.65]
const WEEKDAY_LOG_SECONDS = [0.15, 0.05, 0, 0, 0, -0.1, -0.1]
const usualLogits = { unserved_rate: logit(0.05), recontact_rate: logit(0.12), csat: logit(0.85) }
const REQUESTER_KNOWN = 0.8
const CARRIED_OVER = 0.3

/** Every brand's days, by brand. All brands are shaken by the same common movements, one for each figure. */
export function simulatePanel(plan: WorldPlan, dice: Dice): Map<number, SimulatedDay[]> {
  const weeks = Math.ceil(daysBetween(plan.from, plan.to) / 7)
  const common = figures.map(() => commonMovement(dice, 0, weeks))
  return new Map(
    plan.brands.map((brand) => {
      const levels = figures.map((_, i) => {
        const loading = 1 + plan.unequal * dice.normal()
        const drift = wandering(dice, weeks, plan.drift)
        return (week: number) =>
          (plan.hasCommonMovement ? loading * common[i](week) : 0) + drift[Math.min(week, drift.length - 1)]
      })
      return [brand.id, simulateBrand(plan, brand, levels, dice)]
    }),
  )
}

/** The true effect over some days: its mean. */
export function trueEffect({ movesOn, effects }: BrandPlan, figure: Figure, from: Day, to: Day): number {
  const effect = effects?.[figure]
  if (movesOn === null || effect === undefined) return 0
  let sum = 0
  for (let day = from; day < to; day = addDays(day, 1)) sum += effect(daysBetween(movesOn, day) / 7)
  return sum / daysBetween(from, to)
}

/** Share of a day's customers who write to messaging. */
export function messagingShare({ movesOn }: BrandPlan, rampDays: number, day: Day): number {
  if (movesOn === null || day < movesOn) return 0
  return Math.min(1, (daysBetween(movesOn, day) + 1) / Math.max(1, rampDays))
}

function simulateBrand(
  plan: WorldPlan,
  brand: BrandPlan,
  levels: readonly ((week: number) => number)[],
  dice: Dice,
): SimulatedDay[] {
  const level = (figure: Figure, week: number) => levels[figures.indexOf(figure)](week)
  const shocks = dayShocks(dice)
  const all: SimulatedDay[] = []
  for (let day = plan.from; day < plan.to; day = addDays(day, 1)) {
    const week = Math.floor(daysBetween(plan.from, day) / 7)
    const shock = shocks()
    if (brand.silentDays?.includes(day)) continue
    const isClosed = brand.closedDays?.includes(day) ?? false
    const weekday = weekdayOf(day) - 1
    const share = messagingShare(brand, plan.rampDays, day)
    const since = brand.movesOn === null ? 0 : daysBetween(brand.movesOn, day) / 7
    const effectOf = (figure: Figure, source: SimulatedDay['source']) =>
      source === 'messaging' ? (brand.effects?.[figure]?.(since) ?? 0) : 0
    const usual =
      plan.perDay *
      WEEKDAY_VOLUME[weekday] *
      Math.exp(level('demand', week) + 0.12 * shock.volume) *
      (isClosed ? 0.2 : 1)
    for (const [source, part] of [
      ['chat', 1 - share],
      ['messaging', share],
    ] as const) {
      const demand = part === 0 ? 0 : dice.poisson(usual * part * Math.exp(effectOf('demand', source)))
      if (demand === 0) continue
      const shareOf = (figure: keyof typeof usualLogits, own: number) =>
        clamp(logistic(usualLogits[figure] + level(figure, week) + 0.35 * own) + effectOf(figure, source))
      const served = demand - binomial(dice, demand, shareOf('unserved_rate', shock.unserved))
      const logSeconds =
        Math.log(90) +
        WEEKDAY_LOG_SECONDS[weekday] +
        level('first_reply', week) +
        0.25 * shock.seconds +
        (isClosed ? 1 : 0) +
        effectOf('first_reply', source)
      const known = binomial(dice, demand, REQUESTER_KNOWN)
      const recontact = binomial(dice, known, shareOf('recontact_rate', shock.recontact))
      all.push({
        day,
        source,
        demand,
        served,
        firstReplySeconds: drawn(served, () => Math.exp(logSeconds + heavyNoise(dice))),
        recontact: { n: known, numerator: recontact },
        csat: answersOf(plan, source, served, shareOf('csat', shock.csat), dice),
        resolutionSeconds: plan.hasResolutions
          ? drawn(served, () => resolution(dice, 0.25 * shock.seconds, daysBetween(day, plan.to)))
          : new Float64Array(0),
      })
    }
  }
  return all
}

/** One in ten conversations is of another kind: longer, and less alike. */
export function heavyNoise(dice: Dice): number {
  return dice.uniform() < 0.9 ? dice.normal() : 1 + 1.5 * dice.normal()
}

function resolution(dice: Dice, shock: number, ageDays: number): number {
  const isSlow = dice.uniform() < 0.3
  const logSeconds = isSlow
    ? Math.log(12 * 86_400) + dice.normal()
    : Math.log(4 * 3600) + shock + 0.8 * dice.normal()
  const seconds = Math.exp(logSeconds)
  return seconds > ageDays * 86_400 ? Infinity : seconds
}

function answersOf(
  { answers }: WorldPlan,
  source: SimulatedDay['source'],
  served: number,
  satisfied: number,
  dice: Dice,
): Share {
  const side = source === 'chat' ? 0 : 1
  const content = binomial(dice, served, satisfied)
  const good = binomial(dice, content, answers.good[side])
  return { n: good + binomial(dice, served - content, answers.bad[side]), numerator: good }
}

type DayShock = Record<'seconds' | 'volume' | 'unserved' | 'recontact' | 'csat', number>
/** Standard shocks that carry over to the next day; busy days are slow days. */
function dayShocks(dice: Dice): () => DayShock {
  const names = ['volume', 'seconds', 'unserved', 'recontact', 'csat'] as const
  const state = names.map(() => dice.normal())
  return () => {
    const fresh = names.map(() => dice.normal())
    fresh[1] = 0.5 * fresh[0] + Math.sqrt(0.75) * fresh[1]
    fresh.forEach((one, i) => (state[i] = CARRIED_OVER * state[i] + Math.sqrt(1 - CARRIED_OVER ** 2) * one))
    const [volume, seconds, unserved, recontact, csat] = state
    return { volume, seconds, unserved, recontact, csat }
  }
}

function wandering(dice: Dice, weeks: number, deviation: number): number[] {
  if (deviation === 0) return [0]
  let drift = deviation * dice.normal()
  return Array.from(
    { length: weeks + 1 },
    () => (drift = 0.7 * drift + Math.sqrt(1 - 0.49) * deviation * dice.normal()),
  )
}

export function binomial(dice: Dice, trials: number, share: number): number {
  let hits = 0
  for (let i = 0; i < trials; i++) if (dice.uniform() < share) hits++
  return hits
}

function drawn(length: number, draw: () => number): Float64Array {
  const values = new Float64Array(length)
  for (let i = 0; i < length; i++) values[i] = draw()
  return values
}

function logit(share: number): number {
  return Math.log(share / (1 - share))
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function clamp(share: number): number {
  return Math.min(0.999, Math.max(0.001, share))
}
