import type { Comparison } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { NewsItem } from './report.ts'

export function isNews(cell: Comparison): cell is NewsItem {
  return (cell.state === 'improved' || cell.state === 'worse') && cell.effect !== null
}

/** Size of an effect in margins of its metric, so that seconds and points can be ranked together. */
export function strengthOf({ effect, metric }: Comparison): number {
  if (effect === null) return 0
  const { margin } = metricOf(metric)
  return effect.unit === 'ratio'
    ? Math.abs(Math.log(effect.value)) / Math.log1p(margin)
    : Math.abs(effect.value) / (margin * 100)
}

/** The strongest, with at least one of each kind where there are both: good news must not hide bad news. */
export function pickNews(news: readonly NewsItem[], most: number): NewsItem[] {
  const firsts = (['worse', 'improved'] as const).flatMap(
    (state) => news.find((item) => item.state === state) ?? [],
  )
  const others = news.filter((item) => !firsts.includes(item))
  const chosen = new Set([...firsts, ...others].slice(0, most))
  return news.filter((item) => chosen.has(item))
}
