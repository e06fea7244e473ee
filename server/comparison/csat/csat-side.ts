import type { PageWindow } from '../../contract-bot.ts'
import type { CsatSide, CsatSource, CsatSourceFigures } from '../../contract-csat.ts'
import type { DailySum } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import { readWhoAnswers } from '../../store/csat-who-answers.ts'
import type { CsatSums } from './csat-sums.ts'
import type { UsedDays } from './used-days.ts'

/** Of fewer, one answer more or less would show as another kind of customer. */
const LEAST_ASKED = 30

type SideQuestion = {
  side: CsatSide['side']
  window: PageWindow
  /** Only the ratings of these conversations. */
  filter?: MeasureFilter
  brandIds: readonly number[]
  ofBrands: readonly ({ sums: CsatSums } & UsedDays)[]
}

/** What was asked and answered on one side, apart for each source. */
export function sideOf(db: Database, { side, window, brandIds, ofBrands, filter }: SideQuestion): CsatSide {
  const sources = (['chat_rating', 'legacy_rating', 'survey'] as const)
    .map((source) => figuresOf(source, ofBrands))
    .filter(({ asked, answered }) => asked + answered > 0)
  return {
    side,
    window,
    daysLeftOut: Math.max(0, ...ofBrands.map(({ daysLeftOut }) => daysLeftOut)),
    sources,
    whoAnswers: whoAnswers(db, { ...window, brandIds, filter }, sources),
  }
}

function figuresOf(source: CsatSource, ofBrands: SideQuestion['ofBrands']): CsatSourceFigures {
  const sumOf = (kind: keyof CsatSums) => {
    const rows = ofBrands.flatMap(({ sums, isUsed }) =>
      sums[kind].filter((row) => row.source === source && isUsed(row.day)),
    )
    return { n: total(rows, 'n'), numerator: total(rows, 'numerator') }
  }
  const score = sumOf('score')
  const response = sumOf('response')
  return {
    source,
    good: score.numerator,
    neutral: sumOf('neutral').n,
    bad: score.n - score.numerator,
    score: score.n === 0 ? null : score.numerator / score.n,
    asked: response.n,
    answered: response.numerator,
    responseRate: response.n === 0 ? null : response.numerator / response.n,
  }
}

function total(rows: readonly DailySum[], key: 'n' | 'numerator'): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

/** Of the source with most answers, else with most asked: the others are exceptions. */
function whoAnswers(
  db: Database,
  { brandIds, from, to, filter }: Pick<PageWindow, 'from' | 'to'> & Pick<SideQuestion, 'brandIds' | 'filter'>,
  sources: readonly CsatSourceFigures[],
): CsatSide['whoAnswers'] {
  const [main] = [...sources].sort((one, other) => other.answered - one.answered || other.asked - one.asked)
  if (!main) return null
  const found = readWhoAnswers(db, { brandIds, from, to, filter }).find(
    ({ source }) => source === main.source,
  )
  if (!found) return null
  return {
    source: main.source,
    leastAsked: LEAST_ASKED,
    dimensions: found.dimensions.map(({ dimension, groups }) => ({
      dimension,
      groups: groups.map((group) => ({
        ...group,
        responseRate: group.asked < LEAST_ASKED ? null : group.answered / group.asked,
      })),
    })),
  }
}
