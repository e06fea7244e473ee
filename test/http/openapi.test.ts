import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { smallAccount } from './account.ts'

type Operation = {
  security: unknown[]
  parameters?: {
    name: string
    in: string
    required: boolean
    schema: { type: string; default?: string; enum?: string[]; items?: { enum?: string[] } }
  }[]
  requestBody?: { content: Record<string, { schema: { properties: object; required: string[] } }> }
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>
}

describe('the OpenAPI document', () => {
  it('lists every route with its method', async () => {
    const { paths } = await readDocument()

    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(routes.sort()).toEqual([
      'delete /api/v1/alerts/{id}',
      'delete /api/v1/events/{id}',
      'delete /api/v1/goals/{brand}/{metric}',
      'delete /api/v1/imports/{id}',
      'delete /api/v1/mail-groups/{id}',
      'delete /api/v1/reports/{id}',
      'delete /api/v1/session',
      'get /api/v1/agreement',
      'get /api/v1/alert-history',
      'get /api/v1/alerts',
      'get /api/v1/aligned',
      'get /api/v1/bot',
      'get /api/v1/brands',
      'get /api/v1/comparisons',
      'get /api/v1/comparisons/{brand}/{metric}',
      'get /api/v1/conversations',
      'get /api/v1/conversations.csv',
      'get /api/v1/conversations.xlsx',
      'get /api/v1/csat',
      'get /api/v1/data-health',
      'get /api/v1/data-health/events',
      'get /api/v1/distributions/{brand}/{metric}',
      'get /api/v1/events',
      'get /api/v1/filter-choices',
      'get /api/v1/goals',
      'get /api/v1/imports',
      'get /api/v1/imports/{id}',
      'get /api/v1/imports/{id}/problems.csv',
      'get /api/v1/jobs/{id}',
      'get /api/v1/levels',
      'get /api/v1/metrics',
      'get /api/v1/openapi.json',
      'get /api/v1/outbox',
      'get /api/v1/outbox/{name}',
      'get /api/v1/outbox/{name}/attachments/{index}',
      'get /api/v1/outbox/{name}/file',
      'get /api/v1/outbox/{name}/html',
      'get /api/v1/pdf/brands/{brand}',
      'get /api/v1/pdf/compare',
      'get /api/v1/pdf/overview',
      'get /api/v1/reports',
      'get /api/v1/reports/previews/{id}',
      'get /api/v1/reports/{id}/deliveries',
      'get /api/v1/session',
      'get /api/v1/team',
      'get /healthz',
      'get /readyz',
      'get /unsubscribe/{token}',
      'patch /api/v1/alerts/{id}',
      'patch /api/v1/events/{id}',
      'patch /api/v1/mail-groups/{id}',
      'patch /api/v1/reports/{id}',
      'post /api/v1/alerts',
      'post /api/v1/alerts/trial',
      'post /api/v1/alerts/{id}/pause',
      'post /api/v1/alerts/{id}/resume',
      'post /api/v1/alerts/{id}/snooze',
      'post /api/v1/events',
      'post /api/v1/imports',
      'post /api/v1/imports/{id}/preview',
      'post /api/v1/imports/{id}/run',
      'post /api/v1/jobs',
      'post /api/v1/mail-groups',
      'post /api/v1/report-deliveries/{id}/send-again',
      'post /api/v1/reports',
      'post /api/v1/reports/preview',
      'post /api/v1/reports/{id}/clear-refused',
      'post /api/v1/reports/{id}/pause',
      'post /api/v1/reports/{id}/resume',
      'post /api/v1/reports/{id}/send-to-me',
      'post /api/v1/session',
      'post /unsubscribe/{token}',
      'post /unsubscribe/{token}/undo',
      'put /api/v1/goals/{brand}/{metric}',
    ])
  })

  it('takes parameters from the schemas that validate', async () => {
    const { paths } = await readDocument()

    expect(paths['/api/v1/comparisons'].get.parameters?.slice(0, 4)).toEqual([
      { name: 'brand', in: 'query', required: false, schema: { type: 'string', default: 'all' } },
      { name: 'metric', in: 'query', required: false, schema: { type: 'string', default: 'all' } },
      { name: 'from', in: 'query', required: false, schema: { type: 'string' } },
      { name: 'to', in: 'query', required: false, schema: { type: 'string' } },
    ])
    expect(
      paths['/api/v1/comparisons'].get.parameters
        ?.slice(4)
        .map(({ name, required, schema }) => [
          name,
          required,
          schema.items?.enum ?? schema.enum ?? schema.type,
        ]),
    ).toEqual([
      ['channel', false, 'array'],
      ['language', false, 'array'],
      ['topic', false, 'array'],
      ['group', false, 'array'],
      ['hours', false, ['night', 'morning', 'afternoon', 'evening']],
      ['open', false, ['0', '1']],
      ['bot', false, ['yes', 'no', 'unknown']],
    ])
    expect(
      paths['/api/v1/comparisons/{brand}/{metric}'].get.parameters?.map(({ name, required }) => [
        name,
        required,
      ]),
    ).toEqual([
      ['brand', true],
      ['metric', true],
      ...['from', 'to', 'channel', 'language', 'topic', 'group', 'hours', 'open', 'bot'].map((name) => [
        name,
        false,
      ]),
    ])
    const body = paths['/api/v1/session'].post.requestBody?.content['application/json'].schema
    expect(Object.keys(body?.properties ?? {})).toEqual(['email', 'password'])
  })

  it('says which requests need a session and which the token', async () => {
    const { paths } = await readDocument()

    expect(paths['/healthz'].get.security).toEqual([])
    expect(paths['/api/v1/brands'].get.security).toEqual([{ session: [] }, { sessionOverHttps: [] }])
    expect(paths['/api/v1/jobs'].post.parameters?.map(({ name }) => name)).toEqual(['x-csrf-token'])
  })

  it('refers to shapes that are there, and only to such', async () => {
    const document = await readDocument()

    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    const used = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)
    expect([...new Set([...used].map(([, reference]) => reference))].sort()).toEqual(known.sort())
    const { responses } = document.paths['/api/v1/comparisons'].get
    expect(responses['200'].content?.['application/json'].schema.$ref).toBe(
      '#/components/schemas/ComparisonsAnswer',
    )
    expect(responses['403'].content?.['application/problem+json'].schema.$ref).toBe(
      '#/components/schemas/Problem',
    )
  })

  it('gives every JSON answer of a question a name of its own', async () => {
    const { paths } = await readDocument()

    const unnamed = Object.entries(paths).flatMap(([path, { get }]) => {
      const schema = get?.responses['200']?.content?.['application/json']?.schema
      return schema && schema.$ref === undefined ? [path] : []
    })
    // Two say whether the program runs, the third is the document itself.
    expect(unnamed).toEqual(['/healthz', '/readyz', '/api/v1/openapi.json'])
  })
})

async function readDocument(): Promise<{
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}> {
  const { app } = smallAccount()
  const { body } = await request(app).get('/api/v1/openapi.json')
  expect(body.openapi).toBe('3.0.3')
  return body
}
