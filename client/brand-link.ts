import type { MetricDescription } from '../server/contract.ts'
import { narrowingOf } from './narrowing.ts'
import { brandPath } from './route.ts'
import type { View } from './view.ts'

/**
 * Where a figure of a brand is: on the brand's page, narrowed to the same days and conversations as this page is.
 * @param metric null: the brand itself
 */
export function brandLink(
  { link, route }: Pick<View, 'link' | 'route'>,
  brandId: number,
  metric: Pick<MetricDescription, 'key' | 'primary'> | null,
): string {
  const narrowing = narrowingOf('query' in route ? route.query : new URLSearchParams())
  if (narrowing.size > 0) return link(brandPath(brandId, undefined, metric?.key ?? null, narrowing))
  if (metric === null) return link(brandPath(brandId))
  return link(brandPath(brandId, metric.primary ? metric.key : undefined, metric.primary ? null : metric.key))
}
