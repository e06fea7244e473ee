import type { Request } from 'express'
import type { z } from 'zod'
import { InvalidRequestError } from '../platform/problem.ts'
import type { Description } from './description.ts'
import { HttpProblem } from './http-problem.ts'

type Field = { field: string; message: string }

export type Input<Params, Query, Body> = { params: Params; query: Query; body: Body }

/** Path, query and body, checked together. @throws InvalidRequestError naming every bad field of all three */
export function parseRequest<Params, Query, Body>(
  { params, query, body }: Description,
  request: Request,
): Input<Params, Query, Body> {
  if (body !== null && !request.is('application/json'))
    throw new HttpProblem(415, 'json_expected', 'Send the body as JSON with Content-Type: application/json.')
  const parsed = {
    params: params.safeParse(request.params, { reportInput: true }),
    query: query.safeParse(request.query, { reportInput: true }),
    body: body?.safeParse(request.body, { reportInput: true }),
  }
  const fields = Object.values(parsed).flatMap((part) => (part?.error?.issues ?? []).flatMap(fieldsOf))
  if (fields.length > 0) {
    const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new InvalidRequestError(`The request cannot be answered: ${words}.`, fields)
  }
  // The schemas of a description are those of its declaration, which names their output types.
  return { params: parsed.params.data, query: parsed.query.data, body: parsed.body?.data } as Input<
    Params,
    Query,
    Body
  >
}

function fieldsOf(issue: z.core.$ZodIssue): Field[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: key, message: 'is not known here; leave it out' }))
  const field = issue.path.length > 0 ? issue.path.join('.') : 'body'
  if (issue.code === 'invalid_type') return [{ field, message: messageOfType(issue.expected, issue.input) }]
  return [{ field, message: issue.message }]
}

function messageOfType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing'
  if (expected === 'string' && Array.isArray(input)) return 'must be given once'
  return `must be ${expected === 'object' || expected === 'array' ? 'an' : 'a'} ${expected}`
}
