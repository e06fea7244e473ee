import type { IRouter } from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/contract.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { endpoints } from '../../server/http/endpoints.ts'
import { HANEUL, smallAccount, storeGrid } from './account.ts'
import { signInAs } from './signed-in.ts'

/** Who may call what, written down once more: a change of an endpoint's access has to be made in both places. */
const expected: Record<string, 'anyone' | Role[]> = {
  'get /healthz': 'anyone',
  'get /readyz': 'anyone',
  'post /api/v1/session': 'anyone',
  'get /api/v1/openapi.json': 'anyone',
  'get /api/v1/session': ['administrator', 'manager', 'viewer'],
  'delete /api/v1/session': ['administrator', 'manager', 'viewer'],
  'get /api/v1/brands': ['administrator', 'manager', 'viewer'],
  'get /api/v1/metrics': ['administrator', 'manager', 'viewer'],
  'get /api/v1/comparisons': ['administrator', 'manager', 'viewer'],
  'get /api/v1/comparisons/:brand/:metric': ['administrator', 'manager', 'viewer'],
  'get /api/v1/distributions/:brand/:metric': ['administrator', 'manager', 'viewer'],
  'get /api/v1/agreement': ['administrator', 'manager', 'viewer'],
  'get /api/v1/aligned': ['administrator', 'manager', 'viewer'],
  'get /api/v1/levels': ['administrator', 'manager', 'viewer'],
  'get /api/v1/goals': ['administrator', 'manager', 'viewer'],
  'put /api/v1/goals/:brand/:metric': ['administrator', 'manager'],
  'delete /api/v1/goals/:brand/:metric': ['administrator', 'manager'],
  'get /api/v1/events': ['administrator', 'manager', 'viewer'],
  'post /api/v1/events': ['administrator', 'manager'],
  'patch /api/v1/events/:id': ['administrator', 'manager'],
  'delete /api/v1/events/:id': ['administrator', 'manager'],
  'get /api/v1/team': ['administrator', 'manager', 'viewer'],
  'get /api/v1/bot': ['administrator', 'manager', 'viewer'],
  'get /api/v1/csat': ['administrator', 'manager', 'viewer'],
  'get /api/v1/conversations': ['administrator', 'manager', 'viewer'],
  'get /api/v1/conversations.csv': ['administrator', 'manager', 'viewer'],
  'get /api/v1/conversations.xlsx': ['administrator', 'manager', 'viewer'],
  'get /api/v1/filter-choices': ['administrator', 'manager', 'viewer'],
  'get /api/v1/pdf/overview': ['administrator', 'manager', 'viewer'],
  'get /api/v1/pdf/brands/:brand': ['administrator', 'manager', 'viewer'],
  'get /api/v1/pdf/compare': ['administrator', 'manager', 'viewer'],
  'get /api/v1/data-health': ['administrator', 'manager', 'viewer'],
  'get /api/v1/data-health/events': ['administrator', 'manager', 'viewer'],
  'post /api/v1/jobs': ['administrator'],
  'get /api/v1/jobs/:id': ['administrator'],
  'post /api/v1/imports': ['administrator'],
  'get /api/v1/imports': ['administrator'],
  'get /api/v1/imports/:id': ['administrator'],
  'post /api/v1/imports/:id/preview': ['administrator'],
  'post /api/v1/imports/:id/run': ['administrator'],
  'delete /api/v1/imports/:id': ['administrator'],
  'get /api/v1/imports/:id/problems.csv': ['administrator'],
  'get /api/v1/reports': ['administrator', 'manager'],
  'post /api/v1/reports': ['administrator', 'manager'],
  'post /api/v1/reports/preview': ['administrator', 'manager'],
  'get /api/v1/reports/previews/:id': ['administrator', 'manager'],
  'patch /api/v1/reports/:id': ['administrator', 'manager'],
  'delete /api/v1/reports/:id': ['administrator', 'manager'],
  'post /api/v1/reports/:id/pause': ['administrator', 'manager'],
  'post /api/v1/reports/:id/resume': ['administrator', 'manager'],
  'post /api/v1/reports/:id/send-to-me': ['administrator', 'manager'],
  'get /api/v1/reports/:id/deliveries': ['administrator', 'manager'],
  'post /api/v1/reports/:id/clear-refused': ['administrator', 'manager'],
  'post /api/v1/report-deliveries/:id/send-again': ['administrator', 'manager'],
  'post /api/v1/mail-groups': ['administrator'],
  'patch /api/v1/mail-groups/:id': ['administrator'],
  'delete /api/v1/mail-groups/:id': ['administrator'],
  'get /api/v1/alerts': ['administrator', 'manager'],
  'post /api/v1/alerts': ['administrator', 'manager'],
  'post /api/v1/alerts/trial': ['administrator', 'manager'],
  'patch /api/v1/alerts/:id': ['administrator', 'manager'],
  'delete /api/v1/alerts/:id': ['administrator', 'manager'],
  'post /api/v1/alerts/:id/pause': ['administrator', 'manager'],
  'post /api/v1/alerts/:id/resume': ['administrator', 'manager'],
  'post /api/v1/alerts/:id/snooze': ['administrator', 'manager'],
  'get /api/v1/alert-history': ['administrator', 'manager'],
  'get /api/v1/outbox': ['administrator', 'manager'],
  'get /api/v1/outbox/:name': ['administrator', 'manager'],
  'get /api/v1/outbox/:name/html': ['administrator', 'manager'],
  'get /api/v1/outbox/:name/file': ['administrator', 'manager'],
  'get /api/v1/outbox/:name/attachments/:index': ['administrator', 'manager'],
  'get /unsubscribe/:token': 'anyone',
  'post /unsubscribe/:token': 'anyone',
  'post /unsubscribe/:token/undo': 'anyone',
}

const people: Record<Role, string> = {
  administrator: 'admin@example.com',
  manager: 'manager@example.com',
  viewer: 'viewer@example.com',
}

describe('access', () => {
  it('is declared for every route the application has', () => {
    const { app } = smallAccount()

    const declared = Object.fromEntries(endpoints.map((endpoint) => [nameOf(endpoint), endpoint.access]))

    expect(declared).toEqual(expected)
    expect(routesOf(app.router.stack)).toEqual(Object.keys(expected).sort())
  })

  it.each(endpoints.filter((endpoint) => endpoint.access !== 'anyone').map((one) => [nameOf(one), one]))(
    '%s is refused to anonymous callers',
    async (_name, endpoint) => {
      const { app } = smallAccount()

      const response = await request(app)[endpoint.method](addressOf(endpoint)).send(bodyOf(endpoint))

      expect(response.status).toBe(401)
      expect(response.body.code).toBe('not_signed_in')
    },
  )

  it.each(
    endpoints.flatMap((endpoint) =>
      (Object.keys(people) as Role[]).map((role): [string, Role, Endpoint] => [
        nameOf(endpoint),
        role,
        endpoint,
      ]),
    ),
  )('%s keeps to its declaration for a signed-in %s', async (name, role, endpoint) => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['first_reply'])
    const session = await signInAs(app, people[role])

    // An event stream has no end; its headers are all that counts here.
    const method = endpoint.path.endsWith('/data-health/events') ? 'head' : endpoint.method
    const asked = request(app)[method](addressOf(endpoint))
    const response = await asked
      .set('Cookie', session.cookie)
      .set('x-csrf-token', session.csrfToken)
      .send(bodyOf(endpoint))

    const access = expected[name]
    if (access === 'anyone' || access.includes(role)) expect([401, 403]).not.toContain(response.status)
    else expect(response.body).toMatchObject({ status: 403, code: 'forbidden' })
  })
})

function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`
}

function addressOf({ path }: Endpoint): string {
  return path.replace(':brand', String(HANEUL)).replace(':metric', 'first_reply').replace(':id', '1')
}

function bodyOf({ path, body }: Endpoint): object | undefined {
  if (!body) return undefined
  if (path.includes('/goals/')) return { value: 90, dueOn: null }
  return path.endsWith('/session')
    ? { email: 'viewer@example.com', password: 'open sesame please' }
    : { name: 'compare' }
}

/** What Express itself would match: a route added past the list of endpoints shows up here. */
function routesOf(stack: IRouter['stack']): string[] {
  const own = stack.flatMap(({ route }) =>
    (route?.stack ?? []).flatMap(({ method }) => (method ? [`${method} ${route?.path}`] : [])),
  )
  const nested = stack.flatMap(({ handle }) =>
    'stack' in handle && Array.isArray(handle.stack) ? routesOf(handle.stack) : [],
  )
  return [...own, ...nested].sort()
}
