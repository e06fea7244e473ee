import { z } from 'zod'
import type { Description } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { endpointForAnyone } from '../endpoint.ts'
import { describeApi } from '../openapi.ts'

/** Describes the given endpoints and itself. */
export function openApiDocument(others: readonly Description[]): Endpoint {
  const endpoint: Endpoint = endpointForAnyone({
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: 'This description of the interface, as OpenAPI 3.0',
    answer: z.record(z.string(), z.unknown()),
    handle: (ctx) => describeApi([...others, endpoint], ctx.config.publicUrl),
  })
  return endpoint
}
