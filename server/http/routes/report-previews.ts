import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { ReportDraft, ReportPreviewAnswer } from '../../contract-report.ts'
import { nextOccasions } from '../../periods/cadence.ts'
import { workingDaysOf } from '../../report/delivery/working-day.ts'
import { nothing } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { admit, endpointFor } from '../endpoint.ts'
import { sendFramedMail, withPicturesWithin } from '../framed-mail.ts'
import { notFound } from '../http-problem.ts'
import { whileWaited } from '../ask.ts'
import { parseRequest } from '../parse-request.ts'
import { findPreview, keepPreview } from '../reports/kept-previews.ts'
import { nothingToTell } from '../reports/nothing-to-tell.ts'
import { RUNS_SHOWN, choicesOf } from '../reports/present-report.ts'
import { previewMail } from '../reports/preview-mail.ts'
import { findReport, refuseOutsideReach, schedulers } from '../reports/report-access.ts'
import { previewQuerySchema, reportDraftSchema, reportPreviewAnswerSchema } from '../reports/schemas.ts'

export const previewReport = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports/preview',
  summary: 'The mail that you, or a recipient it names, would get of a report that may not be kept yet',
  query: previewQuerySchema,
  body: reportDraftSchema,
  answer: reportPreviewAnswerSchema,
  problems: [404, 409, 503],
  async handle(ctx, { person, body: draft, query, response }): Promise<ReportPreviewAnswer> {
    const ownerId = query.report === undefined ? person.id : findReport(ctx, person, query.report).ownerId
    refuseOutsideReach(ctx, ownerId, draft, { mayNameNobody: true })
    const asked = { draft, ownerId, recipient: query.for ?? null, language: query.lang ?? null }
    const made = await whileWaited(response, (left) => previewMail(ctx, person, asked, left))
    if (made === null) throw nothingToTell()
    const { subject, html, text, attachments } = made.mail
    const files = attachments.filter(({ cid }) => cid === undefined)
    const pictures = attachments.flatMap(({ cid, ...file }) => (cid === undefined ? [] : { cid, ...file }))
    return {
      id: keepPreview(ctx, person, withPicturesWithin(html, pictures)),
      nextRuns: nextRunsOf(ctx, draft),
      subject,
      html,
      text,
      attachments: files.map(({ filename, contentType, content }) => ({
        name: filename,
        contentType,
        bytes: content.length,
      })),
    }
  },
})

/** In a frame of the page, where nothing of it runs. */
export const showReportPreview: Endpoint = {
  method: 'get',
  path: '/api/v1/reports/previews/:id',
  summary: 'The HTML of a preview you asked for within the last ten minutes, to be shown in a frame',
  access: schedulers,
  params: z.strictObject({ id: z.string().max(100, 'is too long') }),
  query: nothing,
  body: null,
  success: { status: 200, schema: z.string(), mediaType: 'text/html' },
  problems: [404],
  async serve(ctx, request, response) {
    const { person } = admit(ctx, request, schedulers)
    const { params } = parseRequest<{ id: string }, unknown, unknown>(showReportPreview, request)
    const html = findPreview(ctx, person, params.id)
    if (html === null) throw notFound()
    sendFramedMail(response, html)
  },
}

function nextRunsOf({ clock }: Context, draft: ReportDraft): string[] {
  const { timing } = choicesOf(draft)
  const isWorkingDay = workingDaysOf(timing.zone)
  const runs = nextOccasions(clock.now(), timing, { count: RUNS_SHOWN, isWorkingDay })
  return runs.map(({ at }) => new Date(at).toISOString())
}
