import { z } from 'zod'
import { recordAudit } from '../../store/audit.ts'
import type { Database } from '../../store/database.ts'
import type { JobRequest } from '../../store/job-requests.ts'
import { jobNames, readJobRequest, requestJob } from '../../store/job-requests.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { jobAnswerSchema } from '../job-schemas.ts'

const bodySchema = z.strictObject({
  name: z.enum(jobNames, `is not a job; use ${jobNames.join(', ')}`),
})
const paramsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/, 'is not the number of a job request')
    .transform(Number),
})

export const runJob = endpointFor(['administrator'], {
  method: 'post',
  path: '/api/v1/jobs',
  summary: 'Ask for a job to be run now; the jobs process takes it up',
  body: bodySchema,
  answer: jobAnswerSchema,
  status: 202,
  handle(ctx, { body, person, response }) {
    const now = ctx.clock.now()
    const id = requestJob(ctx.db, { name: body.name, options: {}, requestedBy: person.email, now })
    recordAudit(ctx.db, { at: now, actor: person.email, action: 'job_requested', detail: body.name })
    response.location(`/api/v1/jobs/${id}`)
    return read(ctx.db, id)
  },
})

export const readJob = endpointFor(['administrator'], {
  method: 'get',
  path: '/api/v1/jobs/:id',
  summary: 'What became of a job that was asked for',
  params: paramsSchema,
  answer: jobAnswerSchema,
  problems: [404],
  handle: (ctx, { params }) => read(ctx.db, params.id),
})

function read(db: Database, id: number): z.output<typeof jobAnswerSchema> {
  const request = readJobRequest(db, id)
  if (!request) throw notFound()
  return toAnswer(request)
}

function toAnswer(request: JobRequest): z.output<typeof jobAnswerSchema> {
  return {
    id: request.id,
    name: request.name,
    state: request.done_at === null ? 'waiting' : (request.outcome ?? 'failed'),
    requestedAt: new Date(request.requested_at).toISOString(),
    doneAt: request.done_at === null ? null : new Date(request.done_at).toISOString(),
    message: request.message,
    summary: request.summary,
  }
}
