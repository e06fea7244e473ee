import type { MetricDescription } from '../server/contract.ts'

export type OverviewFigures = {
  /** The figures of the report. */
  all: MetricDescription[]
  /** Those the address asks for; all of them where it asks for none there is. */
  shown: MetricDescription[]
  /** Parts of the address that are no figure of the report. */
  unknown: string[]
}

/** The columns of the grid: `metric=csat,demand` shows two of them. */
export function chooseFigures(
  query: URLSearchParams,
  metrics: readonly MetricDescription[],
): OverviewFigures {
  const all = metrics.filter(({ primary }) => primary)
  const wanted = query
    .getAll('metric')
    .flatMap((text) => text.split(','))
    .filter(Boolean)
  const shown = all.filter(({ key }) => wanted.includes(key))
  return {
    all,
    shown: shown.length > 0 ? shown : all,
    unknown: [...new Set(wanted)].filter((one) => !all.some(({ key }) => key === one)),
  }
}
