import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Language } from '../../contract.ts'
import { dayOf } from '../../periods/zone.ts'
import type { PdfContent } from '../../report/pdf/pdf-content.ts'
import type { Caller } from '../caller.ts'
import { everyRole, nothing } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { admit } from '../endpoint.ts'
import { parseRequest } from '../parse-request.ts'
import { brandContent, compareContent, overviewContent } from '../pdf/contents.ts'
import { disposition, drawAway, pdfType, takingTurns } from '../pdf/pdf-file.ts'
import { brandPdfSchema, comparePdfSchema, overviewPdfSchema, pdfBrandSchema } from '../pdf/schemas.ts'

export const downloadOverviewPdf = pdfEndpoint({
  path: '/api/v1/pdf/overview',
  summary: 'The Overview as a PDF for meetings',
  params: nothing,
  query: overviewPdfSchema,
  contentOf: (ctx, asked, { query }) => overviewContent(ctx, asked, query),
})

export const downloadBrandPdf = pdfEndpoint({
  path: '/api/v1/pdf/brands/:brand',
  summary: 'A brand’s page as a PDF for meetings',
  params: pdfBrandSchema,
  query: brandPdfSchema,
  contentOf: (ctx, asked, { params, query }) => brandContent(ctx, asked, params.brand, query),
})

export const downloadComparePdf = pdfEndpoint({
  path: '/api/v1/pdf/compare',
  summary: 'The comparison of brands by one metric as a PDF for meetings',
  params: nothing,
  query: comparePdfSchema,
  contentOf: (ctx, asked, { query }) => compareContent(ctx, asked, query),
})

type Asked = Caller & { request: Request; response: Response }

function pdfEndpoint<Params, Query extends { lang: Language }>(declaration: {
  path: string
  summary: string
  params: z.ZodType<Params>
  query: z.ZodType<Query>
  contentOf(ctx: Context, asked: Asked, input: { params: Params; query: Query }): Promise<PdfContent>
}): Endpoint {
  const { path, summary, params, query, contentOf } = declaration
  const endpoint: Endpoint = {
    ...{ method: 'get', path, summary, params, query },
    access: everyRole,
    body: null,
    success: { status: 200, schema: z.string(), mediaType: pdfType },
    problems: [429, 503],
    async serve(ctx, request, response) {
      const caller = admit(ctx, request, everyRole)
      const input = parseRequest<Params, Query, unknown>(endpoint, request)
      await takingTurns(ctx, caller.person, async () => {
        const content = await contentOf(ctx, { ...caller, request, response }, input)
        response.type(pdfType).set('Content-Disposition', dispositionOf(content))
        response.set('Cache-Control', 'private, no-store')
        if (request.method === 'HEAD') return void response.end()
        response.send(Buffer.from(await drawAway(ctx, response, content)))
      })
    },
  }
  return endpoint
}

/** Product, page, day and language, so that files tell themselves apart. */
function dispositionOf(content: PdfContent): string {
  const { page, language, zone, comparisons } = content
  const day = dayOf(Date.parse(comparisons.asOf), zone)
  const [plain, full] = namesOf(content)
  return disposition(
    ['cutover', page, ...plain, day, language].join('-'),
    ['Cutover', ...full, day, language].join('-'),
  )
}

function namesOf(content: PdfContent): [plain: string[], full: string[]] {
  if (content.page === 'brand') return [[String(content.brand.id)], [content.brand.name]]
  if (content.page === 'compare')
    return [[content.metric.key], ['compare', content.metric.name[content.language]]]
  return [[], ['overview']]
}
