import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { LARGEST_SHOWN_BYTES, streamOutboxFile } from '../../platform/outbox.ts'
import { nothing } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { admit, endpointFor } from '../endpoint.ts'
import { sendFramedMail } from '../framed-mail.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import type { FoundMail } from '../outbox/outbox-mails.ts'
import { findMail, presentMail, readOutboxPage } from '../outbox/outbox-mails.ts'
import {
  outboxAnswerSchema,
  outboxFileParamsSchema,
  outboxMailAnswerSchema,
  outboxParamsSchema,
  outboxQuerySchema,
} from '../outbox/schemas.ts'
import { parseRequest } from '../parse-request.ts'
import { schedulers } from '../reports/report-access.ts'

export const listOutboxMails = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/outbox',
  summary: 'Mails that were written to files instead of being sent, newest first; managers see their own',
  query: outboxQuerySchema,
  answer: outboxAnswerSchema,
  handle: async (ctx, { person, query: { after } }) => ({
    ...(await readOutboxPage(ctx, person, after)),
    isSmtpSet: ctx.config.mail.smtpUrl !== null,
  }),
})

export const readOutboxMail = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/outbox/:name',
  summary: 'One mail of the outbox: what it says, and which files come with it',
  params: outboxParamsSchema,
  answer: outboxMailAnswerSchema,
  problems: [404],
  async handle(ctx, { person, params: { name } }) {
    const { file, head, mail, canTakeFiles } = await findMail(ctx, person, name)
    return {
      ...presentMail(file, head),
      isBroken: head === null || (mail === null && file.bytes <= LARGEST_SHOWN_BYTES),
      from: mail?.from ?? null,
      text: mail?.text ?? null,
      hasHtml: mail !== null && mail.html !== null,
      attachments: (mail?.files ?? []).map((one) => ({
        name: one.name,
        contentType: one.contentType,
        bytes: one.content.length,
      })),
      isTooLarge: file.bytes > LARGEST_SHOWN_BYTES,
      canTakeFiles,
    }
  },
})

/** In a frame of the page, where nothing of it runs. */
export const showOutboxMail = mailEndpoint({
  path: '/api/v1/outbox/:name/html',
  summary: 'The HTML of a mail of the outbox, to be shown in a frame',
  params: outboxParamsSchema,
  mediaType: 'text/html',
  async answer({ mail }, response) {
    if (mail === null || mail.html === null) throw notFound()
    sendFramedMail(response, mail.html)
  },
})

export const downloadOutboxMail = mailEndpoint({
  path: '/api/v1/outbox/:name/file',
  summary: 'A mail of the outbox as the file it is, for a mail program',
  params: outboxParamsSchema,
  mediaType: 'message/rfc822',
  async answer({ file, canTakeFiles }, response, { ctx, request }) {
    refuseFiles(canTakeFiles)
    response.attachment(file.name).type('message/rfc822').set('Content-Length', String(file.bytes))
    if (request.method === 'HEAD') return void response.end()
    try {
      await pipeline(streamOutboxFile(ctx.config.mail.outboxDirectory, file.name), response)
    } catch (error) {
      // A reader who leaves ends the file; anything else does too, but is a fault of ours.
      if (!response.destroyed) throw error
    }
  },
})

export const downloadOutboxAttachment = mailEndpoint({
  path: '/api/v1/outbox/:name/attachments/:index',
  summary: 'A file that comes with a mail of the outbox, by its place in the list',
  params: outboxFileParamsSchema,
  mediaType: 'application/octet-stream',
  async answer({ mail, canTakeFiles }, response, { params: { index } }) {
    refuseFiles(canTakeFiles)
    const file = mail?.files[index]
    if (!file) throw notFound()
    // Whatever the mail says it is, a browser keeps it as a file and opens nothing of it.
    response.attachment(file.name).set('Content-Type', 'application/octet-stream').send(file.content)
  },
})

type Asked<Params> = { ctx: Context; request: Request; params: Params }

function mailEndpoint<Params extends { name: string }>(declaration: {
  path: string
  summary: string
  params: z.ZodType<Params>
  mediaType: string
  answer(found: FoundMail, response: Response, asked: Asked<Params>): Promise<void>
}): Endpoint {
  const { path, summary, params, mediaType, answer } = declaration
  const endpoint: Endpoint = {
    ...{ method: 'get', path, summary, params, query: nothing, body: null },
    access: schedulers,
    success: { status: 200, schema: z.string(), mediaType },
    problems: [404],
    async serve(ctx, request, response) {
      const { person } = admit(ctx, request, schedulers)
      const input = parseRequest<Params, unknown, unknown>(endpoint, request)
      const found = await findMail(ctx, person, input.params.name)
      await answer(found, response, { ctx, request, params: input.params })
    },
  }
  return endpoint
}

function refuseFiles(canTakeFiles: boolean): void {
  if (!canTakeFiles)
    throw new HttpProblem(
      403,
      'files_withheld',
      'You are limited to some brands, and the files of an older mail may tell of others; ask an administrator for them.',
    )
}
