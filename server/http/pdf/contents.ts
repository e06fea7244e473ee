import type { Request, Response } from 'express'
import type { z } from 'zod'
import { mostLines } from '../../charts/line-looks.ts'
import type { Context } from '../../context.ts'
import type { BrandSummary } from '../../contract.ts'
import { catalog } from '../../metrics/catalog.ts'
import type { BrandContent, CompareContent, OverviewContent, PdfFrame } from '../../report/pdf/pdf-content.ts'
import { seesAllBrands } from '../../store/people.ts'
import { brandsInScope } from '../brand-scope.ts'
import type { Caller } from '../caller.ts'
import { dataHealthFor } from '../data-health/answer.ts'
import { listAligned } from '../routes/aligned.ts'
import { listBrands } from '../routes/brands.ts'
import { readComparison } from '../routes/comparison.ts'
import { listComparisons } from '../routes/comparisons.ts'
import { listGoals } from '../routes/goals.ts'
import { listMetrics } from '../routes/metrics.ts'
import type { brandPdfSchema, comparePdfSchema, overviewPdfSchema } from './schemas.ts'

type Asked = Caller & { request: Request; response: Response }
type Narrowing = Omit<z.output<typeof overviewPdfSchema>, 'lang' | 'order'>

/** What stands on the Overview as this person sees it. */
export async function overviewContent(
  ctx: Context,
  asked: Asked,
  { lang, order, ...narrowing }: z.output<typeof overviewPdfSchema>,
): Promise<OverviewContent> {
  const [frame, comparisons] = await Promise.all([
    frameOf(ctx, asked, lang, narrowing),
    listComparisons.handle(ctx, {
      ...call(asked),
      query: { brand: 'all', metric: 'all', ...narrowing },
    }),
  ])
  return { ...frame, page: 'overview', comparisons, order }
}

/** What stands on a brand's page. @throws ForbiddenError for a brand the person may not see */
export async function brandContent(
  ctx: Context,
  asked: Asked,
  id: number,
  { lang, metric, ...narrowing }: z.output<typeof brandPdfSchema>,
): Promise<BrandContent> {
  brandsInScope(ctx, asked.person, [id])
  // Narrowed, the page is about one figure: all of them would have to be worked out anew.
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined)
  const single = metric ?? catalog[0].key
  const drawn = catalog.filter(({ key, primary }) =>
    isNarrowed ? key === single : primary || key === metric,
  )
  const [frame, comparisons, ...series] = await Promise.all([
    frameOf(ctx, asked, lang, narrowing),
    listComparisons.handle(ctx, {
      ...call(asked),
      query: { brand: [id], metric: isNarrowed ? [single] : 'all', ...narrowing },
    }),
    ...drawn.map(({ key }) =>
      readComparison.handle(ctx, { ...call(asked), params: { brand: id, metric: key }, query: narrowing }),
    ),
  ])
  const brand = frame.brands.find((one) => one.id === id)
  if (!brand) throw new Error(`brandContent: brand ${id} was removed meanwhile`)
  // A goal is about the report's figure.
  const { goals } = isNarrowed
    ? { goals: [] }
    : await listGoals.handle(ctx, { ...call(asked), query: { brand: [id] } })
  return { ...frame, page: 'brand', brand, comparisons, series, goals }
}

/** What stands on the page that compares brands. @throws ForbiddenError for a brand the person may not see */
export async function compareContent(
  ctx: Context,
  asked: Asked,
  { lang, metric: key = catalog[0].key, brands, ...narrowing }: z.output<typeof comparePdfSchema>,
): Promise<CompareContent> {
  const chosen = brandsInScope(ctx, asked.person, brands)
  const [frame, comparisons, aligned] = await Promise.all([
    frameOf(ctx, asked, lang, narrowing),
    listComparisons.handle(ctx, {
      ...call(asked),
      query: { brand: 'all', metric: [key], ...narrowing },
    }),
    listAligned.handle(ctx, { ...call(asked), query: { metric: key, ...narrowing } }),
  ])
  const metric = frame.metrics.find((one) => one.key === key)
  if (!metric) throw new Error(`compareContent: ${key} is not in the catalogue`)
  const lined = aligned.brands.filter(({ move }) => (move?.level ?? null) !== null)
  const lines = lined.map(({ brand }) => brand.id).filter((id) => chosen.includes(id))
  return { ...frame, page: 'compare', metric, comparisons, aligned, lines: lines.slice(0, mostLines) }
}

/** The other endpoints are asked as the same person, so that scope and errors are theirs. */
function call({ person, session, request, response }: Asked) {
  return { person, session, request, response, params: {}, body: undefined }
}

async function frameOf(
  ctx: Context,
  asked: Asked,
  language: PdfFrame['language'],
  { from, to }: Narrowing,
): Promise<PdfFrame> {
  const { person } = asked
  const [{ brands }, { metrics }] = await Promise.all([
    listBrands.handle(ctx, { ...call(asked), query: {} }),
    listMetrics.handle(ctx, { ...call(asked), query: {} }),
  ])
  return {
    language,
    zone: sharedZone(brands) ?? ctx.config.defaultZone ?? 'UTC',
    reader: { name: person.name, seesAllBrands: seesAllBrands(person) },
    brands,
    metrics,
    now: ctx.clock.now(),
    historyComplete: dataHealthFor(ctx, person).historyComplete,
    publicUrl: ctx.config.publicUrl,
    days: { ...(from && { from }), ...(to && { to }) },
  }
}

/** The zone all brands share; null where they share none. */
function sharedZone(brands: readonly BrandSummary[]): string | null {
  const zones = new Set(brands.map(({ zone }) => zone))
  return zones.size === 1 ? [...zones][0] : null
}
