import type { MetricKey } from '../../server/contract.ts'
import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'
import type { Reports } from './judged-reports.ts'
import type { BrandPlan, EffectOverTime, Figure, WorldPlan } from './panel-world.ts'

/** What the engine is to be tried on; how often, is for whoever tries it. */
export type Scenario = Omit<Reports, 'runs' | 'seed'> & { name: string }

export const primary: MetricKey[] = [
  'first_reply',
  'unserved_rate',
  'recontact_rate',
  'csat',
  'demand',
  'human_workload',
]
/** A Monday. */
const FIRST_DAY: Day = '2025-01-06'
/** Moves begin on a Thursday: no brand's weeks are calendar weeks. */
const DAYS_INTO_WEEK = 3
const WEEKS_BEFORE = 28
/** Weeks between two moves. */
const APART = 3
/** Ramp, the ten weeks a comparison with other brands looks at, and two weeks until the last figure is mature. */
const WEEKS_AFTER = 15

type Change = Partial<Record<Figure, EffectOverTime>>
type Wanted = Partial<Omit<WorldPlan, 'brands'>> & { effects?: (brand: number) => Change }

const usual: Omit<WorldPlan, 'brands' | 'from' | 'to'> = {
  perDay: 80,
  rampDays: 10,
  hasCommonMovement: true,
  unequal: 0,
  drift: 0,
  answers: { good: [0.12, 0.12], bad: [0.12, 0.12] },
  hasResolutions: false,
}

/** Brands that move one after the other, and some that never do. */
export function movingBrands(moving: number, never: number, { effects, ...wanted }: Wanted = {}): WorldPlan {
  const brands = Array.from({ length: moving + never }, (_, i): BrandPlan => {
    const id = i + 1
    if (i >= moving) return { id, movesOn: null }
    return { id, movesOn: weekday(WEEKS_BEFORE + APART * i), effects: effects?.(id) ?? {} }
  })
  const to = weekday(WEEKS_BEFORE + APART * (moving - 1) + WEEKS_AFTER)
  return { ...usual, from: FIRST_DAY, to, ...wanted, brands }
}

/** One brand with nothing to compare it with. */
export function oneBrand(
  weeksBefore: number,
  weeksAfter: number,
  { effects, ...wanted }: Wanted = {},
): WorldPlan {
  const brands = [{ id: 1, movesOn: weekday(weeksBefore), effects: effects?.(1) ?? {} }]
  return { ...usual, from: FIRST_DAY, to: weekday(weeksBefore + weeksAfter), ...wanted, brands }
}

export const constant =
  (effect: number): EffectOverTime =>
  () =>
    effect
/** 1.5 % more with every week, down to −30 %. */
export const growing: EffectOverTime = (weeks) => Math.max(-0.015 * weeks, Math.log(0.7))

/** Nothing changed at any brand. */
export const unchanged = {
  year: { name: 'one brand, 78 weeks before', plan: oneBrand(78, 17), metrics: primary },
  yearDrifting: {
    name: 'the same, its level wandering by 6 %',
    plan: oneBrand(78, 17, { drift: 0.06 }),
    metrics: primary,
  },
  local: { name: 'one brand, 20 weeks before', plan: oneBrand(20, 13), metrics: primary },
  windows: {
    name: 'one brand, 9 weeks before, no season',
    plan: oneBrand(9.5, 13, { hasCommonMovement: false }),
    metrics: primary,
  },
  windowsInSeason: {
    name: 'one brand, 9 weeks before, in a season',
    plan: oneBrand(9.5, 13),
    metrics: primary,
  },
  three: { name: '2 of 3 brands move', plan: movingBrands(2, 1), metrics: primary },
  eight: { name: '6 of 8 brands move', plan: movingBrands(6, 2), metrics: primary },
  threeUnequal: {
    name: '2 of 3 brands, reacting unequally',
    plan: movingBrands(2, 1, { unequal: 0.3 }),
    metrics: primary,
  },
  eightUnequal: {
    name: '6 of 8 brands, reacting unequally',
    plan: movingBrands(6, 2, { unequal: 0.3 }),
    metrics: primary,
  },
  eightDrifting: {
    name: '6 of 8, reacting unequally and each wandering by 5 %',
    plan: movingBrands(6, 2, { unequal: 0.3, drift: 0.05 }),
    metrics: primary,
  },
  busy: {
    name: '2 of 3 brands, reacting unequally, 400 conversations a day',
    plan: movingBrands(2, 1, { unequal: 0.3, perDay: 400 }),
    metrics: primary,
    withNaive: true,
  },
} satisfies Record<string, Scenario>

/** First replies change by a factor, nothing else does. */
export function repliesFaster(moving: number, never: number, factor: number, unequal = 0): Scenario {
  const effects = () => ({ first_reply: constant(Math.log(factor)) })
  return {
    name: `${moving} of ${moving + never} brands reply in ${factor} of the time`,
    plan: movingBrands(moving, never, { effects, unequal }),
    metrics: primary,
  }
}

export const growingEffect: Scenario = {
  name: 'an effect that grows by 1.5 % a week',
  plan: movingBrands(2, 1, { effects: () => ({ first_reply: growing }) }),
  metrics: ['first_reply'],
}

export const SPREAD = { mean: Math.log(0.8), deviation: 0.15 }
/** Every brand has an effect of its own, drawn anew for each report. */
export const differing: Scenario = {
  name: 'effects that differ by brand',
  plan: movingBrands(6, 2),
  metrics: ['first_reply'],
  planOf: (run) => {
    const dice = createDice(777_000 + run)
    const drawn = Array.from({ length: 6 }, () => SPREAD.mean + SPREAD.deviation * dice.normal())
    return movingBrands(6, 2, { effects: (id) => ({ first_reply: constant(drawn[id - 1]) }) })
  },
}

/** Brands that move lose a week and most weeks a day or two after it; before, and where nobody moves, few. */
export const holidays: Scenario = withDays('holidays and lost days', (brand, dice) => ({
  ...brand,
  closedDays: brand.movesOn === null ? lostDays(dice, 0.2, 0.2) : ownHolidays(brand.movesOn, dice),
}))

/** Of each brand nothing was taken in for a week before and for one after, each its own. */
export const silentWeeks: Scenario = withDays('two weeks without data', (brand) => ({
  ...brand,
  silentDays: [...wholeWeek(weekday(18 + brand.id)), ...wholeWeek(weekday(33 + brand.id))],
}))

/** Three conversations in ten take weeks to be solved: of the youngest weeks many are still open. */
export const censored: Scenario = {
  name: 'conversations that are still open',
  plan: { ...movingBrands(2, 1, { hasResolutions: true }), to: weekday(WEEKS_BEFORE + APART + 13) },
  metrics: ['resolution_time'],
}

/** Satisfaction is what it was, but three times as many of the unhappy answer. */
export const otherPeopleAnswer: Scenario = {
  name: 'other customers answer than before',
  plan: movingBrands(2, 1, { perDay: 200, answers: { good: [0.12, 0.25], bad: [0.12, 0.45] } }),
  metrics: ['csat'],
}

/** The share of messaging rises over so many days; replies take 0.7 of the time there. */
export function rising(rampDays: number): Scenario {
  return {
    name: `a ramp of ${rampDays} days`,
    plan: movingBrands(2, 1, {
      rampDays,
      effects: () => ({ first_reply: constant(Math.log(0.7)) }),
    }),
    metrics: ['first_reply'],
  }
}

function withDays(name: string, change: (brand: BrandPlan, dice: Dice) => BrandPlan): Scenario {
  const plan = movingBrands(2, 1)
  return {
    name,
    plan: { ...plan, brands: plan.brands.map((brand) => change(brand, createDice(brand.id))) },
    metrics: ['first_reply', 'csat', 'demand'],
  }
}

function ownHolidays(movesOn: Day, dice: Dice): Day[] {
  const week = wholeWeek(addDays(movesOn, 6 * 7))
  return [...lostDays(dice, 0.2, 0.7, movesOn).filter((day) => !week.includes(day)), ...week]
}

/** One or two days of so many weeks, before a day and from then on. */
function lostDays(dice: Dice, before: number, after: number, from: Day = FIRST_DAY): Day[] {
  const days: Day[] = []
  for (let week = 0; week < WEEKS_BEFORE + WEEKS_AFTER + 2 * APART; week++) {
    const monday = addDays(FIRST_DAY, week * 7)
    if (dice.uniform() > (monday < from ? before : after)) continue
    const first = Math.floor(6 * dice.uniform())
    const length = dice.uniform() < 0.5 ? 1 : 2
    for (let day = first; day < first + length; day++) days.push(addDays(monday, day))
  }
  return days
}

function wholeWeek(from: Day): Day[] {
  return Array.from({ length: 7 }, (_, i) => addDays(from, i))
}

function weekday(week: number): Day {
  return addDays(FIRST_DAY, Math.round(week * 7) + DAYS_INTO_WEEK)
}
