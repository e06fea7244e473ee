import type { MetricDescription } from '../server/contract.ts'
import { readAgreement } from './agreement.ts'
import type { Api } from './api.ts'
import { AnswerError } from './api.ts'
import type { BrandAnswer, Figure, FurtherFigure } from './brand-answer.ts'
import { countLeft } from './count-left.ts'
import { narrowingNames, needsChoices, parseNarrowing } from './narrowing.ts'

type Asked = { brandId: number; query: URLSearchParams }
/** What the page of a brand shows whether it is narrowed or not. */
type Frame = Omit<BrandAnswer, 'figures' | 'further' | 'opened' | 'levels' | 'narrowed' | 'unknownMetric'>

/** Everything a brand's page shows at an address. */
export async function loadBrand(
  api: Api,
  { brandId, query }: Asked,
  signal: AbortSignal,
): Promise<BrandAnswer> {
  const agreement = readAgreement(api, String(brandId), signal)
  const [{ brands }, { metrics }, { comparisons, asOf, dataCompleteTo }, health, events, goals, choices] =
    await Promise.all([
      api.readBrands(signal),
      api.readMetrics(signal),
      api.readComparisons(brandId, signal),
      api.readDataHealth(signal),
      api.events.list(brandId, signal),
      api.goals.list(brandId, signal),
      needsChoices(query) ? api.readFilterChoices(String(brandId), signal) : null,
    ])
  const brand = brands.find(({ id }) => id === brandId)
  if (!brand) throw new AnswerError(403, null, null)
  const narrowing = parseNarrowing(query, narrowingNames, choices)
  const known = metrics.flatMap((metric) => {
    const comparison = comparisons.find((cell) => cell.metric === metric.key)
    return comparison ? [{ metric, comparison }] : []
  })
  const wanted = query.get('metric')
  const asked = metrics.find(({ key }) => key === wanted)
  const unknownMetric = wanted === null || wanted === '' || asked ? null : wanted
  const read = { brand, brands, asOf, dataCompleteTo, events, goals, health, metrics, narrowing, choices }
  const frame = { ...read, agreement: await agreement }
  return {
    ...(narrowing.query.size > 0
      ? await loadNarrowed(api, frame, known, asked ?? metrics[0], signal)
      : await loadReport(api, frame, known, asked ?? null, signal)),
    unknownMetric,
  }
}

/** The report's own figures with their weeks, and beside them the one that is opened. */
async function loadReport(
  api: Api,
  frame: Frame,
  known: readonly FurtherFigure[],
  asked: MetricDescription | null,
  signal: AbortSignal,
): Promise<Omit<BrandAnswer, 'unknownMetric'>> {
  const further = known.filter(({ metric }) => !metric.primary)
  const wanted = further.find(({ metric }) => metric.key === asked?.key)
  const read = async (figure: FurtherFigure): Promise<Figure> => ({
    ...figure,
    series: await api.readSeries(frame.brand.id, figure.metric.key, signal),
    goal: frame.goals.goals.find(({ metric }) => metric === figure.metric.key) ?? null,
  })
  const [levels, opened, ...figures] = await Promise.all([
    api.readLevels(frame.brand.id, signal),
    wanted ? read(wanted) : null,
    ...known.filter(({ metric }) => metric.primary).map(read),
  ])
  return { ...frame, figures, further, opened, levels, narrowed: null }
}

/** One figure, worked out anew: several would take as many times as long. */
async function loadNarrowed(
  api: Api,
  frame: Frame,
  known: readonly FurtherFigure[],
  metric: MetricDescription,
  signal: AbortSignal,
): Promise<Omit<BrandAnswer, 'unknownMetric'>> {
  const { query } = frame.narrowing
  const [series, left] = await Promise.all([
    api.readSeries(frame.brand.id, metric.key, signal, query),
    countLeft(api, query, signal, frame.brand.id),
  ])
  const figure: Figure = { metric, comparison: series.comparison, series, narrowed: query }
  const report = known.find((one) => one.metric.key === metric.key)?.comparison ?? null
  return { ...frame, figures: [figure], further: [], opened: null, levels: null, narrowed: { left, report } }
}
