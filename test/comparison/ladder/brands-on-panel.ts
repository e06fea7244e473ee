import type { BrandFacts, MetricFacts } from '../../../server/comparison/brand-facts.ts'
import type { Sum } from '../../../server/comparison/daily-facts.ts'
import { draftComparison } from '../../../server/comparison/draft-comparison.ts'
import type { EstimatedDraft } from '../../../server/comparison/draft.ts'
import type { MovedBrand } from '../../../server/comparison/ladder/moved-brand.ts'
import type { Panel } from '../../../server/comparison/panel.ts'
import { createPanel } from '../../../server/comparison/panel.ts'
import { silentDays } from '../../../server/comparison/silent-days.ts'
import { binsAround, daysOf } from '../../../server/comparison/windows.ts'
import type { Comparison, MetricKey } from '../../../server/contract.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { CsatFamily } from '../../../server/metrics/definition.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays, daysBetween, weekdayOf } from '../../../server/periods/day.ts'
import { createDice } from '../../support/dice.ts'

/** A Monday. */
export const movedOn: Day = '2026-06-01'
const today: Day = '2026-11-03'
const now = Date.parse('2026-11-03T12:00:00+09:00')

export type PanelStory = {
  id: number
  /** First day of the new channel; without one the brand never moved. */
  movedOn?: Day
  rampEnd?: Day
  /** Whole weeks of data before the first brand's move. */
  weeksBefore?: number
  /** The first day without any more data. */
  until?: Day
  /** Contacts of a day, in the week so many weeks from the first brand's move. */
  perDay?: (week: number, day: Day) => number
  /** Share of contacts that count, for a rate. */
  share?: (week: number) => number
  /** The question about satisfaction the brand asks. */
  family?: CsatFamily
  closedDays?: readonly Day[]
  redDays?: readonly Day[]
  /** Share of the contacts in the four weeks before the move that came over messaging already. */
  pilotShare?: number
  uncertainShare?: number
  /** Share of the contacts of which it is known whether a person replied. */
  repliesKnown?: number
}
export type PanelOptions = {
  /** The history is not all here: only from this day on. */
  coveredFrom?: Day
  messagingActivatedOn?: Day
  /** Share of agent hours that is shared, by the other brand's id. */
  sharedAgents?: ReadonlyMap<number, number>
}

/** Contacts whose weekly number swings, the same in every run; half as many on Saturdays and Sundays. */
export function unsteady(level: number, seed = 1, swing = 0.03): (week: number, day: Day) => number {
  const dice = createDice(seed)
  const shocks = new Map<number, number>()
  for (let week = -130; week < 40; week++) shocks.set(week, swing * dice.normal())
  return (week, day) => Math.round(level * weekdayFactor(day) * Math.exp(shocks.get(week) ?? 0))
}

function weekdayFactor(day: Day): number {
  return weekdayOf(day) > 5 ? 0.5 : 1
}

export function panelOf(stories: readonly PanelStory[], options: PanelOptions = {}): Panel {
  const facts = new Map(stories.map((story) => [story.id, factsOf(story)]))
  return createPanel({
    brands: stories.map(brandFacts),
    history: [
      ...metricOf('demand').streams,
      ...metricOf('csat').streams,
      ...metricOf('unserved_rate').streams,
    ].map((stream) => ({
      stream,
      progress: 1,
      coveredFrom: options.coveredFrom === undefined ? null : Date.parse(options.coveredFrom),
      completeTo: now,
      done: options.coveredFrom === undefined,
      rows: 0,
      isAbsent: false,
    })),
    limits: {},
    now,
    readDaysNotHeld: () => new Set(),
    messagingActivatedOn: options.messagingActivatedOn ?? null,
    readFacts: (brandId, metric) =>
      facts.get(brandId)?.(metric) ?? { main: none, satisfaction: null, shares: new Map(), closeLag: null },
    sharedAgents: (_, others) =>
      new Map([...(options.sharedAgents ?? [])].filter(([id]) => others.includes(id))),
  })
}

const none = { kind: 'count', sums: new Map<Day, Sum>() } as const

/** The first brand with the weeks around its move. */
export function movedBrand(
  panel: Panel,
  metric: MetricKey = 'demand',
  family: CsatFamily | null = null,
): MovedBrand {
  const [brand] = panel.brands
  const definition = metricOf(metric)
  const { main, satisfaction } = panel.factsOf(brand.brand.id, metric)
  const around = {
    cutover: brand.cutover?.day ?? movedOn,
    rampEnd: brand.cutover?.rampEnd ?? movedOn,
    usable: panel.usableDays(brand, definition),
    weeksLeftOut: 0,
    maskedDays: panel.maskedDays(brand, definition),
    unrecorded: null,
  }
  return {
    panel,
    brand,
    metric: definition,
    facts: family === null || satisfaction === null ? main : satisfaction[family].answers,
    family,
    around,
    bins: binsAround(around),
    minimumWeekly: definition.minimumWeekly,
  }
}

/** The first brand's estimate, as the engine makes it. */
export function draftOf(panel: Panel, metric: MetricKey = 'demand'): EstimatedDraft {
  const draft = draftComparison({
    panel,
    brand: panel.brands[0],
    metric: metricOf(metric),
    adjust: () => ({ kind: 'not_applicable' }),
  })
  if (draft.kind === 'settled') throw new Error(`draftOf: ${draft.comparison.sentence.en}`)
  return draft
}

/** The first brand's cell where there is no estimate. */
export function settledOf(panel: Panel, metric: MetricKey = 'demand'): Comparison {
  const draft = draftComparison({
    panel,
    brand: panel.brands[0],
    metric: metricOf(metric),
    adjust: () => ({ kind: 'not_applicable' }),
  })
  if (draft.kind !== 'settled') throw new Error('settledOf: there is an estimate')
  return draft.comparison
}

export function weekOf(day: Day): number {
  return Math.floor(daysBetween(movedOn, day) / 7)
}

function brandFacts(story: PanelStory): BrandFacts {
  const { id, closedDays = [], redDays = [] } = story
  const from = addDays(movedOn, -7 * (story.weeksBefore ?? 30))
  const moved = story.movedOn
  return {
    brand: { id, name: `Brand ${id}` },
    zone: 'Asia/Seoul',
    cutover: moved === undefined ? null : { day: moved, rampEnd: story.rampEnd ?? moved },
    span: { from, to: today },
    channelDays: channelDays(story),
    maskedDays: new Set([...closedDays, ...silentDays(contactsOf(story), from, today)]),
    redDays: new Map(metricOf('demand').streams.map((stream) => [stream, new Set(redDays)])),
    unrecorded: null,
    uncertainShare: story.uncertainShare ?? null,
    hoursSince: null,
    lacksCosts: false,
    details: [],
  }
}

function channelDays(story: PanelStory): BrandFacts['channelDays'] {
  const { movedOn: moved = today, pilotShare = 0 } = story
  const pilotFrom = addDays(moved, -28)
  return [...contactsOf(story)].map(([day, n]) => {
    const messaging = day >= moved ? n : day >= pilotFrom ? n * pilotShare : 0
    return { day, chat: n - messaging, messaging }
  })
}

/** By day; days without any are absent. */
function contactsOf({
  id,
  perDay = unsteady(100, id),
  weeksBefore = 30,
  until = today,
  closedDays = [],
}: PanelStory): Map<Day, number> {
  const from = addDays(movedOn, -7 * weeksBefore)
  const days = daysOf({ from, to: until }).filter((day) => !closedDays.includes(day))
  return new Map(days.map((day) => [day, perDay(weekOf(day), day)] as const).filter(([, n]) => n > 0))
}

function factsOf(story: PanelStory): (metric: MetricKey) => MetricFacts {
  const { share = () => 0.2, family = 'two_point', repliesKnown } = story
  const contacts = contactsOf(story)
  const sums = new Map<Day, Sum>(
    [...contacts].map(([day, n]) => [day, { n, numerator: n * share(weekOf(day)) }]),
  )
  const known = new Map<Day, Sum>(
    [...contacts].map(([day, n]) => [day, { n, numerator: n * (repliesKnown ?? 1) }]),
  )
  const answers = { kind: 'rate', sums } as const
  const asked = {
    kind: 'rate',
    sums: new Map([...sums].map(([day, { n }]) => [day, { n: n * 3, numerator: n }])),
  } as const
  const empty = { kind: 'rate', sums: new Map<Day, Sum>() } as const
  const either = (own: CsatFamily) => (own === family ? { answers, asked } : { answers: empty, asked: empty })
  return (metric) => ({
    main: { kind: metricOf(metric).kind === 'count' ? 'count' : 'rate', sums },
    satisfaction: metric === 'csat' ? { two_point: either('two_point'), survey: either('survey') } : null,
    shares:
      metric === 'human_workload'
        ? new Map([['human_workload.known', { kind: 'rate', sums: known }]])
        : new Map(),
    closeLag: null,
  })
}
