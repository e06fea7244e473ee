import type { ErrorRequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { HttpProblem, problemDocument, problemOf } from './http-problem.ts'

/** The last middleware: every error becomes a problem document; what went wrong inside goes to the log only. */
export function answerErrors({ logger }: Context): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error) ?? unexpected()
    if (problem.status >= 500 && !(error instanceof HttpProblem))
      logger.error(
        { err: error, requestId: response.locals.requestId, method: request.method, path: request.path },
        'request failed',
      )
    if (response.headersSent) return next(error)
    sendProblem(response, problem)
  }
}

export function sendProblem(response: Response, problem: HttpProblem): void {
  response
    .status(problem.status)
    .set(problem.more.headers ?? {})
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem)))
}

function unexpected(): HttpProblem {
  return new HttpProblem(
    500,
    'internal_error',
    'Something went wrong on the server. Try again; if it stays, give your administrator the X-Request-Id of this answer.',
  )
}
