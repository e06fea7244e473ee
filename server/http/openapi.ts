import { z } from 'zod'
import type { Description } from './description.ts'
import { namedSchemas } from './named-schemas.ts'

type Json = Record<string, unknown>

const SCHEMAS = '#/components/schemas/'

/** The OpenAPI 3.0 document of these endpoints, from the same schemas that validate their input. */
export function describeApi(endpoints: readonly Description[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Cutover',
      version: '1',
      description:
        'What changed for customers and agents when a brand moved from Zendesk Chat to Zendesk messaging. ' +
        'Durations are seconds, rates 0…1, counts per week; days are brand-local and ranges half-open; no data is null.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'cutover_session' },
        sessionOverHttps: { type: 'apiKey', in: 'cookie', name: '__Host-cutover' },
      },
    },
  }
}

function operationOf(endpoint: Description): Json {
  const isOpen = endpoint.access === 'anyone'
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(isOpen || endpoint.method === 'get' ? [] : [csrfHeader]),
  ]
  const problems = new Set([400, ...(isOpen ? [] : [401, 403]), ...endpoint.problems, 500])
  return {
    summary: endpoint.summary,
    security: isOpen ? [] : [{ session: [] }, { sessionOverHttps: [] }],
    'x-roles': endpoint.access,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body) } },
          },
        }
      : {}),
    ...(endpoint.upload ? { requestBody: uploadOf(endpoint.upload) } : {}),
    responses: {
      [endpoint.success.status]: successOf(endpoint.success),
      ...Object.fromEntries([...problems].map((status) => [status, problemAnswer])),
    },
  }
}

function uploadOf(mediaTypes: readonly string[]): Json {
  const file = { schema: { type: 'string', format: 'binary' } }
  return { required: true, content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, file])) }
}

const csrfHeader = {
  name: 'x-csrf-token',
  in: 'header',
  required: true,
  description: 'The csrfToken of GET /api/v1/session',
  schema: { type: 'string' },
}

const problemAnswer = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: { $ref: `${SCHEMAS}Problem` } } },
}

function successOf({ schema, mediaType = 'application/json' }: Description['success']): Json {
  if (schema === null) return { description: 'Done' }
  return { description: 'The answer', content: { [mediaType]: { schema: schemaOf(schema) } } }
}

/** Path and query come as text: each property of their schema is one parameter. */
function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = toJsonSchema(schema)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** A named shape by reference, anything else in place. */
function schemaOf(schema: z.ZodType): unknown {
  const name = Object.keys(namedSchemas).find((key) => namedSchemas[key] === schema)
  return name === undefined ? toJsonSchema(schema) : { $ref: `${SCHEMAS}${name}` }
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    target: 'openapi-3.0',
    io: 'input',
    uri: (id) => `${SCHEMAS}${id}`,
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id: _address, ...schema }]) => [id, schema]))
}

function toJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' })
}
