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
  'open',
  'bot',
  'rating',
] as const
export type FilterName = (typeof filterNames)[number]
const figureNames = ['metric', 'counted', 'step'] as const
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

/** @example listPath(new URLSearchParams({ brand: '3' })) // '/conversations?brand=3' */
export function listPath(query: URLSearchParams): string {
  const text = query.toString()
  return text === '' ? '/conversations' : `/conversations?${text}`
}

/** The conversations a figure is made of, in exactly its window. */
export function figurePath(
  brandId: number,
  metric: MetricKey,
  window: { from: string; to: string },
  narrowed = new URLSearchParams(),
): string {
  const { from, to } = window
  const filters = narrowingOf(narrowed, false)
  return listPath(
    new URLSearchParams([...Object.entries({ brand: String(brandId), metric, from, to }), ...filters]),
  )
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
