import type { CsatSource } from '../server/contract-csat.ts'
import type { MetricKey } from '../server/contract.ts'
import { narrowingOf } from './narrowing.ts'

/** What narrows a list of conversations, by its names in the address; the interface knows the same names. */
export const filterNames = [
  'brand',
  'from',
  'to',
  'source',
  'channel',
  'language',
  'topic',
  'group',
  'hours',
  'weekday',
  'hour',
  'open',
  'bot',
  'rating',
] as const
export type FilterName = (typeof filterNames)[number]
/** What a figure or a chart that leads here adds; each stands beside the filters. */
const figureNames = ['metric', 'counted', 'asked', 'took', 'step', 'team'] as const
const orderNames = ['sort', 'order'] as const
const allNames = [...filterNames, ...figureNames, ...orderNames, 'cursor'] as const
export type ListName = (typeof allNames)[number]

/** The choices in an address, each name once; what the list does not know is left out. */
export function listQueryOf(query: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams()
  for (const name of allNames) {
    const value = query.getAll(name).filter(Boolean).join(',')
    if (value !== '') known.set(name, value)
  }
  return known
}

/** Another choice begins at the first page again. @param changed null takes a choice away */
export function withChoices(
  query: URLSearchParams,
  changed: Partial<Record<ListName, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(query)
  next.delete('cursor')
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** What is chosen of a figure means nothing without it. */
export const choicesOfFigure = { counted: null, asked: null, took: null } as const

/** Every conversation, in the same order where that can be. */
export function withoutFilters(query: URLSearchParams): URLSearchParams {
  return withChoices(query, {
    ...Object.fromEntries([...filterNames, ...figureNames].map((name) => [name, null])),
    ...(query.get('sort') === 'figure' && { sort: null }),
  })
}

/** @example listPath(new URLSearchParams({ brand: '3' })) // '/conversations?brand=3' */
export function listPath(query: URLSearchParams): string {
  const text = query.toString()
  return text === '' ? '/conversations' : `/conversations?${text}`
}

/**
 * The conversations a figure is made of, in exactly its window.
 * @param brandId null for all the person sees
 */
export function figurePath(
  brandId: number | null,
  metric: MetricKey,
  window: { from: string; to: string },
  narrowed = new URLSearchParams(),
): string {
  const { from, to } = window
  const filters = narrowingOf(narrowed, false)
  const brand = brandId === null ? [] : [['brand', String(brandId)]]
  return listPath(new URLSearchParams([...brand, ...Object.entries({ metric, from, to }), ...filters]))
}

/** Of a figure that is a duration, only what took so long. @param took seconds, half-open; null for what has not ended */
export function lengthPath(path: string, took: { from: number; to: number | null } | null): string {
  return `${path}&took=${took === null ? 'unended' : `${took.from}-${took.to ?? ''}`}`
}

/** Of a figure of ratings, only those of one source. */
export function askedPath(path: string, source: CsatSource): string {
  return `${path}&asked=${source}`
}

/** The conversations an hour of the week of a team counts. @param hourOfWeek 0 = Monday 00:00 */
export function teamHourPath(
  brandId: number,
  count: 'people' | 'all',
  { from, to }: { from: string; to: string },
  hourOfWeek: number,
): string {
  const hour = { weekday: String(Math.floor(hourOfWeek / 24) + 1), hour: String(hourOfWeek % 24) }
  return listPath(new URLSearchParams({ brand: String(brandId), from, to, team: count, ...hour }))
}

/**
 * The conversations a step of the bot's funnel counts.
 * @param brandId null for all the person sees
 */
export function stepPath(
  brandId: number | null,
  step: string,
  { from, to }: { from: string; to: string },
  narrowed = new URLSearchParams(),
): string {
  const query = new URLSearchParams([...Object.entries({ from, to, step }), ...narrowingOf(narrowed, false)])
  if (brandId !== null) query.set('brand', String(brandId))
  return listPath(query)
}

/** Figures that no single conversations stand behind: agents' time, and the bot's own records. */
const withoutRows: ReadonlySet<MetricKey> = new Set<MetricKey>([
  'bot_csat',
  'concurrency',
  'conversations_per_agent_hour',
  'cost_per_resolution',
])

export function restsOnConversations(metric: MetricKey): boolean {
  return !withoutRows.has(metric)
}
