import type { MetricDefinition } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import { addDays, daysBetween } from '../../periods/day.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { Panel } from '../panel.ts'

const WEEK = 7
/** The longest ramp that is tried out instead of the measured one. */
const LONGEST_OTHER_RAMP = 28
/** Weeks after the ramp within which a cell looks at the last usable day itself, and not at whole weeks only. */
const YOUNG = 77

/**
 * The day before which everything lies that a cell can read. A cell of a brand that moved is made of whole weeks from
 * its cutover on, the brands it is compared with too: what was added since the last such week ended is not read. Soon
 * after the move, and while the days after it were not recorded, the last day itself decides.
 */
export function lastDayRead(panel: Panel, brand: BrandFacts, metric: MetricDefinition): Day {
  const { to } = panel.usableDays(brand, metric)
  if (brand.cutover === null) return to
  const { day, rampEnd } = brand.cutover
  const weeksEnd = addDays(day, WEEK * Math.floor(daysBetween(day, to) / WEEK))
  const longestRamp = addDays(day, LONGEST_OTHER_RAMP)
  const young = addDays(rampEnd > longestRamp ? rampEnd : longestRamp, YOUNG)
  const isUnrecorded = brand.unrecorded !== null && brand.unrecorded.to > weeksEnd
  return weeksEnd < young || isUnrecorded ? to : weeksEnd
}
