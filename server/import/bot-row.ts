import { exportedResolutionOf } from '../metrics/bot-resolution.ts'
import { dayOf, startOfDay } from '../periods/zone.ts'
import type { RowCells, RowKnowledge } from './row-cells.ts'

/** One row for table `bot_conversation`, without what the import itself adds. */
export type ImportedBotRow = {
  /** The same for the same row of every later file. */
  key: string
  bot_id: string | null
  brand_id: number | null
  day: string
  started_at: number
  ended_at: number | null
  language: string | null
  channel: string | null
  status: string | null
  resolution_tier: string | null
  last_resolution: string | null
  resolved: 0 | 1 | null
  escalated: 0 | 1 | null
  count: number
}

type Verdict = Pick<ImportedBotRow, 'resolved' | 'escalated' | 'count'> & { part: string }

/** The rows one line of a file stands for: one, or one for each outcome it counts. Problems are noted in `cells`. */
export function botRowsOf(cells: RowCells, knowledge: RowKnowledge): ImportedBotRow[] {
  const bot_id = cells.word('bot_id')
  const brand_id = cells.brand('brand') ?? (bot_id === null ? null : knowledge.brandOfBot(bot_id))
  const at = startOf(cells, knowledge.zoneOfBrand(brand_id))
  const shared = {
    bot_id,
    brand_id,
    ended_at: cells.moment('ended_at'),
    language: cells.language('language'),
    channel: cells.word('channel'),
    status: cells.word('status'),
    resolution_tier: cells.word('tier'),
    last_resolution: resolutionWord(cells.text('resolved')),
  }
  const verdicts = verdictsOf(cells, shared, knowledge)
  if (at && shared.ended_at !== null && shared.ended_at < at.started_at)
    cells.refuse('ended_at', 'ends_before_start')
  if (!at || cells.problems.length > 0) return []
  const key = keyOf(cells, { ...shared, ...at }, knowledge)
  return verdicts.map(({ part, ...verdict }) => ({ key: key + part, ...shared, ...at, ...verdict }))
}

function startOf(cells: RowCells, zone: string): { day: string; started_at: number } | null {
  const started_at = cells.moment('started_at')
  const day = cells.day('day')
  if (started_at !== null) return { started_at, day: dayOf(started_at, zone) }
  if (day !== null) return { started_at: startOfDay(day, zone), day }
  const isTold = cells.problems.some(({ field }) => field === 'started_at' || field === 'day')
  return isTold ? null : cells.refuse(cells.has('started_at') ? 'started_at' : 'day', 'moment_needed')
}

function verdictsOf(
  cells: RowCells,
  {
    status,
    resolution_tier,
    last_resolution,
  }: Pick<ImportedBotRow, 'status' | 'resolution_tier' | 'last_resolution'>,
  { readings }: RowKnowledge,
): Verdict[] {
  const count = cells.has('count') ? cells.whole('count') : 1
  const resolvedCount = cells.whole('resolved_count')
  const escalatedCount = cells.whole('escalated_count')
  if (count === null) {
    if (!cells.problems.some(({ field }) => field === 'count')) cells.refuse('count', 'value_missing')
    return []
  }
  if (resolvedCount === null && escalatedCount === null) {
    const said = exportedResolutionOf(
      { status, resolution_tier, last_resolution, automated_resolution: null },
      readings,
    )
    const resolved = cells.resolved('resolved') ?? (cells.has('resolved') ? null : said.resolved)
    const escalated = cells.yesNo('escalated') ?? said.escalated
    return count === 0 ? [] : [{ part: '', resolved, escalated, count }]
  }
  const rest = count - (resolvedCount ?? 0) - (escalatedCount ?? 0)
  if (rest < 0)
    cells.refuse(resolvedCount === null ? 'escalated_count' : 'resolved_count', 'parts_exceed_count')
  const neither: Verdict = {
    part: ':rest',
    resolved: resolvedCount === null ? null : 0,
    escalated: escalatedCount === null ? null : 0,
    count: rest,
  }
  const parts: Verdict[] = [
    { part: ':resolved', resolved: 1, escalated: 0, count: resolvedCount ?? 0 },
    { part: ':escalated', resolved: 0, escalated: 1, count: escalatedCount ?? 0 },
    neither,
  ]
  return parts.filter((part) => part.count > 0)
}

/** Kept as the raw verdict where it is a word and not just yes or no. */
function resolutionWord(text: string | null): string | null {
  return text !== null && text.length > 5 && text.length <= 80 && !text.includes('@') ? text : null
}

function keyOf(
  cells: RowCells,
  row: Omit<ImportedBotRow, 'key' | 'resolved' | 'escalated' | 'count'>,
  { hash }: RowKnowledge,
): string {
  const id = cells.text('external_id')
  if (id !== null) return hash(`id:${id}`)
  const outcome = ['resolved', 'escalated'].map((field) => cells.text(field))
  const { day, started_at, brand_id, bot_id, resolution_tier, language, channel, status } = row
  return hash(
    JSON.stringify([
      day,
      started_at,
      brand_id,
      bot_id,
      resolution_tier,
      language,
      channel,
      status,
      ...outcome,
    ]),
  )
}

/** Whether a line names its own conversation, so that a second line with the same name is a mistake. */
export function namesItself(cells: RowCells): boolean {
  return cells.text('external_id') !== null
}
