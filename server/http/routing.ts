import { Router } from 'express'
import type { Context } from '../context.ts'
import type { Endpoint } from './endpoint.ts'
import { HttpProblem } from './http-problem.ts'

/** A router that serves these endpoints and refuses other methods at their addresses. */
export function routesOf(ctx: Context, endpoints: readonly Endpoint[]): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const methodsByPath = new Map<string, string[]>()
  for (const endpoint of endpoints) {
    router[endpoint.method](endpoint.path, (request, response) => endpoint.serve(ctx, request, response))
    const methods = methodsByPath.get(endpoint.path) ?? []
    methodsByPath.set(endpoint.path, [...methods, endpoint.method.toUpperCase()])
  }
  for (const [path, methods] of methodsByPath) {
    const allowed = methods.includes('GET') ? ['HEAD', ...methods] : methods
    router.all(path, () => {
      throw new HttpProblem(405, 'method_not_allowed', `This address knows only ${allowed.join(', ')}.`, {
        headers: { Allow: allowed.join(', ') },
      })
    })
  }
  return router
}
