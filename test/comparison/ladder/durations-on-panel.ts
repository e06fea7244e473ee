import type { BrandFacts } from '../../../server/comparison/brand-facts.ts'
import type { Panel } from '../../../server/comparison/panel.ts'
import { createPanel } from '../../../server/comparison/panel.ts'
import { daysOf } from '../../../server/comparison/windows.ts'
import { metricOf } from '../../../server/metrics/catalog.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import { createDice } from '../../support/dice.ts'
import { movedOn, weekOf } from './brands-on-panel.ts'

const today: Day = '2026-11-03'
const now = Date.parse('2026-11-03T12:00:00+09:00')

export type DurationStory = {
  id: number
  /** Whether it moved on the day all brands here move on. */
  hasMoved?: boolean
  /** Whole weeks of data before the move. */
  weeksBefore?: number
  /** Conversations of a week. */
  perWeek?: number
  /** How many of them have not ended, in the week so many weeks from the move. */
  unfinished?: (week: number) => number
}

/** Brands of whose conversations it is known how long they took to be solved, Infinity where they are not yet. */
export function durationsOf(stories: readonly DurationStory[]): Panel {
  const facts = new Map(stories.map((story) => [story.id, secondsOf(story)]))
  return createPanel({
    brands: stories.map(brandFacts),
    history: [...metricOf('resolution_time').streams, ...metricOf('demand').streams].map((stream) => ({
      stream,
      progress: 1,
      coveredFrom: null,
      completeTo: now,
      done: true,
      rows: 0,
      isAbsent: false,
    })),
    limits: {},
    now,
    readDaysNotHeld: () => new Set(),
    messagingActivatedOn: null,
    readFacts: (brandId) => ({
      main: { kind: 'duration', seconds: facts.get(brandId) ?? new Map<Day, Float64Array>() },
      satisfaction: null,
      shares: new Map(),
      closeLag: null,
    }),
    sharedAgents: () => new Map(),
  })
}

function brandFacts(story: DurationStory): BrandFacts {
  const { id, hasMoved = false } = story
  const span = spanOf(story)
  return {
    brand: { id, name: `Brand ${id}` },
    zone: 'Asia/Seoul',
    cutover: hasMoved ? { day: movedOn, rampEnd: movedOn } : null,
    span,
    channelDays: daysOf(span).map((day) =>
      hasMoved && day >= movedOn ? { day, chat: 0, messaging: 9 } : { day, chat: 9, messaging: 0 },
    ),
    maskedDays: new Set(),
    redDays: new Map(),
    unrecorded: null,
    uncertainShare: null,
    hoursSince: null,
    lacksCosts: false,
    details: [],
  }
}

function spanOf({ weeksBefore = 9 }: DurationStory): { from: Day; to: Day } {
  return { from: addDays(movedOn, -7 * weeksBefore), to: today }
}

/** The conversations that have not ended are spread over the week's days, the same in every run. */
function secondsOf(story: DurationStory): Map<Day, Float64Array> {
  const { id, perWeek = 140, unfinished = () => 0 } = story
  const dice = createDice(id)
  const days = daysOf(spanOf(story))
  return new Map(
    days.map((day, place) => {
      const share = (whole: number) => Math.floor(((place % 7) + 1) * (whole / 7)) - Math.floor((place % 7) * (whole / 7)) // prettier-ignore
      const pending = share(unfinished(weekOf(day)))
      const all = share(perWeek)
      const seconds = Array.from({ length: all }, (_, i) =>
        i < all - pending ? 600 * Math.exp(0.8 * dice.normal()) : Infinity,
      )
      return [day, Float64Array.from(seconds).sort()] as const
    }),
  )
}
