import type { Database } from '../../store/database.ts'
import type { ListedRow } from '../../store/conversation-list/details.ts'
import { readListedRows } from '../../store/conversation-list/details.ts'
import type { PageQuestion } from '../../store/conversation-list/page.ts'
import { readListKeys } from '../../store/conversation-list/page.ts'
import type {
  Counted,
  LengthRange,
  ListFilter,
  ListQuestion,
  ListStep,
  ListTeam,
} from '../../store/conversation-list/question.ts'
import type { ListTotals } from '../../store/conversation-list/totals.ts'
import { readListTotals } from '../../store/conversation-list/totals.ts'
import type { MeasureFilter } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import { readFunnelDays } from '../../store/bot-funnel.ts'
import { readHistoryProgress } from '../../store/checkpoints.ts'
import type { BotFunnel } from '../../contract-bot.ts'
import type { MetricKey } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { Day } from '../../periods/day.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { coverageOf } from '../covered-weeks.ts'
import { daysWithoutCount, readTeamDaysKnown } from '../team/team-window.ts'
import type { FigureQuestion, FigureRows } from './figure-rows.ts'
import { findFigureRows } from './figure-rows.ts'

/** A list as it is asked for: `metric` narrows it to what a figure is made of. */
export type RowsQuestion = Omit<FigureQuestion, 'metric' | 'filter'> & {
  filter: ListFilter
  /** `took`: of a duration, only those of this length. */
  metric: { key: MetricKey; counted: Counted; took?: LengthRange } | null
  /** Narrows it to what a step of the bot's funnel counts. */
  step?: keyof BotFunnel
  /** Narrows it to what the hours of the team count. */
  team?: ListTeam['count']
}
export type ConversationsQuestion = RowsQuestion &
  Pick<PageQuestion, 'sorting' | 'start' | 'isBackwards' | 'limit'>
export type ConversationsFound = {
  rows: ListedRow[]
  /** Whether there are more in the direction that was asked for. */
  hasMore: boolean
  totals: ListTotals
  figure: FigureRows | null
}

/** One page of conversations, how many there are, and the figure they stand behind. */
export function answerConversations(db: Database, question: ConversationsQuestion): ConversationsFound {
  const { sorting, start, isBackwards, limit } = question
  const { list, figure } = resolveRows(db, question)
  const keys = readListKeys(db, {
    ...list,
    sorting,
    start,
    ...(isBackwards && { isBackwards }),
    limit: limit + 1,
  })
  const hasMore = keys.length > limit
  const page = !hasMore ? keys : isBackwards ? keys.slice(1) : keys.slice(0, limit)
  return { rows: readListedRows(db, page), hasMore, totals: readListTotals(db, list), figure }
}

/** What to read for a list, once it is known which days its figure is made of. */
export function resolveRows(
  db: Database,
  { brandIds, from, to, filter, metric, step, team, ...asked }: RowsQuestion,
): { list: ListQuestion; figure: FigureRows | null } {
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  if (metric === null) {
    const narrowed = {
      ...(step && { step: stepOf(db, { step, brandIds, days, now: asked.now }) }),
      ...(team && { team: teamOf(db, team, brandIds) }),
    }
    return { list: { brandIds, ...days, filter, figure: null, ...narrowed }, figure: null }
  }
  const figure = findFigureRows(db, {
    ...asked,
    brandIds,
    metric: metric.key,
    ...days,
    ...comparedFilter(filter),
  })
  const measure = {
    measure: measureKeyOf(metric.key),
    counted: metric.counted,
    countedDays: figure.countedDays,
    ...(metric.took && { took: metric.took }),
  }
  return { list: { brandIds, ...days, filter, figure: measure }, figure }
}

/** The days of each brand that its funnel counts, as the page of the bot shows it at that moment. */
function stepOf(
  db: Database,
  {
    step,
    brandIds,
    days,
    now,
  }: Pick<RowsQuestion, 'brandIds' | 'now'> & { step: keyof BotFunnel; days: { from?: Day; to?: Day } },
): ListStep {
  const settings = readAccountSettings(db)
  const history = readHistoryProgress(db)
  const brands = brandIds.map((brandId) => {
    const { zone } = brandSettingsOf(settings, brandId)
    const { knownTo } = coverageOf(history, metricOf('containment_rate'), zone, now)
    return [brandId, { days: readFunnelDays(db, { brandId, ...days }), knownTo }]
  })
  return { step, brands: Object.fromEntries(brands) }
}

function teamOf(db: Database, count: ListTeam['count'], brandIds: readonly number[]): ListTeam {
  const daysLeftOut = brandIds.map((id) => [id, [...daysWithoutCount(readTeamDaysKnown(db, id))]])
  return { count, daysLeftOut: Object.fromEntries(daysLeftOut) }
}

/** What the comparison itself can be narrowed to; nothing where it is not. */
function comparedFilter({ sources: _, ratings: __, weekdays: ___, hours: ____, ...filter }: ListFilter): {
  filter?: MeasureFilter
} {
  return Object.keys(filter).length === 0 ? {} : { filter }
}
