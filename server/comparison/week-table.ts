import type { Day } from '../periods/day.ts'
import { quantilesOfWindows } from '../statistics/quantiles-of-windows.ts'
import type { DailyFacts } from './daily-facts.ts'
import { valueOfSum } from './daily-facts.ts'
import type { DaySums } from './day-table.ts'
import { daySecondsOf, dayTableOf, identityOf } from './day-table.ts'
import { levelOf } from './level.ts'
import type { MaskedTable } from './masked-table.ts'
import { isMasked, maskedTableOf } from './masked-table.ts'

/** What the weeks of a brand hold before lost days are restored, by the number of their first day. */
export type WeekTable = {
  /** The first day of the earliest week that holds anything. */
  first: number
  /** Conversations of the week's used days. */
  counts: Float64Array
  numerators: Float64Array
  /** As it is shown; Infinity where durations have not ended, NaN without one, and of a number. */
  values: Float64Array
  /** The same on the metric's scale. */
  levels: Float64Array
  /** The used days one by one: those that are lost hold nothing. */
  used: DaySums
}

const DAYS_OF_WEEK = 7
const MEDIAN = 0.5
const tables = new WeakMap<ReadonlySet<Day>, WeakMap<object, Map<number, WeekTable>>>()

/** Worked out once: every brand that moved asks for other weeks. Neither facts nor masked days may change afterwards. */
export function weekTableOf(facts: DailyFacts, maskedDays: ReadonlySet<Day>): WeekTable {
  const { source, quantile } = identityOf(facts)
  let ofFacts = tables.get(maskedDays)
  if (!ofFacts) tables.set(maskedDays, (ofFacts = new WeakMap()))
  let byQuantile = ofFacts.get(source)
  if (!byQuantile) ofFacts.set(source, (byQuantile = new Map()))
  let table = byQuantile.get(quantile)
  if (!table) byQuantile.set(quantile, (table = createTable(facts, maskedTableOf(maskedDays))))
  return table
}

function createTable(facts: DailyFacts, masked: MaskedTable): WeekTable {
  const days = dayTableOf(facts)
  const used = withoutMasked(days, masked)
  const counts = weeksOf(used.n)
  const numerators = weeksOf(used.numerator)
  const values = valuesOf(facts, masked, { counts, numerators, used })
  const levels = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) levels[i] = levelOf(facts.kind, values[i]) ?? NaN
  return { first: days.first - DAYS_OF_WEEK + 1, counts, numerators, values, levels, used }
}

function valuesOf(
  facts: DailyFacts,
  masked: MaskedTable,
  { counts, numerators, used }: Pick<WeekTable, 'counts' | 'numerators' | 'used'>,
): Float64Array {
  if (facts.kind === 'duration')
    return quantilesOfWindows(daySecondsOf(facts), DAYS_OF_WEEK, facts.quantile ?? MEDIAN, (place) =>
      isMasked(masked, used.first + place),
    )
  const { kind } = facts
  const values = new Float64Array(counts.length).fill(NaN)
  if (kind === 'count') return values
  const denominators = used.denominator === used.n ? counts : weeksOf(used.denominator)
  const sum = { n: 0, numerator: 0, denominator: 0 }
  for (let i = 0; i < values.length; i++) {
    sum.n = counts[i]
    sum.numerator = numerators[i]
    sum.denominator = denominators[i]
    values[i] = valueOfSum(kind, sum) ?? NaN
  }
  return values
}

function withoutMasked({ first, n, numerator, denominator }: DaySums, masked: MaskedTable): DaySums {
  const kept = (sums: Float64Array) => {
    const own = sums.slice()
    for (let place = 0; place < own.length; place++) if (isMasked(masked, first + place)) own[place] = 0
    return own
  }
  const counts = kept(n)
  // Of shares it is the very same list.
  return {
    first,
    n: counts,
    numerator: kept(numerator),
    denominator: denominator === n ? counts : kept(denominator),
  }
}

/** The sum of each seven days, from six days before the first to the last. */
function weeksOf(days: Float64Array): Float64Array {
  const weeks = new Float64Array(days.length === 0 ? 0 : days.length + DAYS_OF_WEEK - 1)
  // Day by day anew, in order: a sum that is carried on would end in another last digit.
  for (let week = 0; week < weeks.length; week++) {
    const last = Math.min(week, days.length - 1)
    let sum = 0
    for (let day = Math.max(0, week - DAYS_OF_WEEK + 1); day <= last; day++) sum += days[day]
    weeks[week] = sum
  }
  return weeks
}
