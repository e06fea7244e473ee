import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Role } from '../contract.ts'
import { ForbiddenError } from '../platform/problem.ts'
import type { Caller } from './caller.ts'
import { findCaller, refuseWithoutToken } from './caller.ts'
import type { Access, Description } from './description.ts'
import { nothing } from './description.ts'
import { notSignedIn } from './http-problem.ts'
import type { Input } from './parse-request.ts'
import { parseRequest } from './parse-request.ts'
import { refuseForeignOrigin } from './same-origin.ts'

export type Endpoint = Description & {
  /** Guards, validates, does the work and sends the answer. @throws what `answerErrors` turns into a problem */
  serve(ctx: Context, request: Request, response: Response): Promise<void>
}

/** An endpoint that tells what it was declared with: other endpoints may be made of its answer. */
type Declared<Params, Query, Body, Answer, Who> = Endpoint &
  Pick<Declaration<Params, Query, Body, Answer, Who>, 'handle'>

/** One request, validated, with Express's own objects for headers and cookies. */
export type Call<Params, Query, Body> = Input<Params, Query, Body> & { request: Request; response: Response }

type Declaration<Params, Query, Body, Answer, Who> = {
  method: Description['method']
  path: string
  summary: string
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  /** The shape of the answer; null for an answer without a body. */
  answer: z.ZodType<Answer> | null
  /** Media types of a body that is a file: it is left in the request for `handle` to read. */
  upload?: readonly string[]
  /** Of an answer that is text and not JSON. */
  mediaType?: string
  /** 200, or 204 without a body, unless told otherwise. */
  status?: number
  problems?: readonly number[]
  handle(ctx: Context, call: Call<Params, Query, Body> & Who): Promise<Answer> | Answer
}

/** An endpoint for people who are signed in and have one of the roles in `access`. */
export function endpointFor<Answer, Params = unknown, Query = unknown, Body = unknown>(
  access: readonly Role[],
  declaration: Declaration<Params, Query, Body, Answer, Caller>,
): Declared<Params, Query, Body, Answer, Caller> {
  const description = describe(access, declaration)
  const { handle } = declaration
  return {
    ...description,
    handle,
    async serve(ctx, request, response) {
      if (isChanging(request)) refuseForeignOrigin(request, ctx.config)
      const caller = admit(ctx, request, access)
      const input = parseRequest<Params, Query, Body>(description, request)
      send(response, description, await handle(ctx, { ...input, ...caller, request, response }))
    },
  }
}

/** Who sends the request. @throws HttpProblem or ForbiddenError when nobody is signed in, or somebody of another role */
export function admit(ctx: Context, request: Request, access: readonly Role[]): Caller {
  const caller = findCaller(ctx, request)
  if (!caller) throw notSignedIn()
  if (isChanging(request)) refuseWithoutToken(request, caller.session)
  if (!access.includes(caller.person.role))
    throw new ForbiddenError('Your role does not allow this; ask an administrator.')
  return caller
}

/** An endpoint that needs no session. */
export function endpointForAnyone<Answer, Params = unknown, Query = unknown, Body = unknown>(
  declaration: Declaration<Params, Query, Body, Answer, unknown>,
): Endpoint {
  const description = describe('anyone', declaration)
  return {
    ...description,
    async serve(ctx, request, response) {
      if (isChanging(request)) refuseForeignOrigin(request, ctx.config)
      const input = parseRequest<Params, Query, Body>(description, request)
      send(response, description, await declaration.handle(ctx, { ...input, request, response }))
    },
  }
}

function describe<Params, Query, Body, Answer, Who>(
  access: Access,
  declaration: Declaration<Params, Query, Body, Answer, Who>,
): Description {
  const { method, path, summary, params, query, body, upload, answer, mediaType, status, problems } =
    declaration
  return {
    method,
    path,
    summary,
    access,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    ...(upload && { upload }),
    success: {
      status: status ?? (answer === null ? 204 : 200),
      schema: answer,
      ...(mediaType && { mediaType }),
    },
    problems: problems ?? [],
  }
}

function isChanging(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD'
}

function send(response: Response, { success }: Description, answer: unknown): void {
  response.status(success.status)
  if (success.schema === null) response.end()
  else if (success.mediaType !== undefined) response.type(success.mediaType).send(answer)
  else response.json(answer)
}
