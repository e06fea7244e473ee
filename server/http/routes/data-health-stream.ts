import { dataHealthAnswerSchema } from '../data-health/schema.ts'
import { watchingOf } from '../data-health/watching.ts'
import { everyRole, nothing } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { admit } from '../endpoint.ts'
import { openEventStream } from '../event-stream.ts'
import { HttpProblem } from '../http-problem.ts'
import { parseRequest } from '../parse-request.ts'

/** One for each page somebody may have open. */
const MOST_CONNECTIONS = 8
const RETRY_SECONDS = 30

/** The same answer as GET /data-health, again whenever it changes, for as long as the session lasts. */
export const followDataHealth: Endpoint = {
  method: 'get',
  path: '/api/v1/data-health/events',
  summary: 'The data health as server-sent events: each is the whole answer, sent when it changes',
  access: everyRole,
  params: nothing,
  query: nothing,
  body: null,
  success: { status: 200, schema: dataHealthAnswerSchema, mediaType: 'text/event-stream' },
  problems: [429],
  async serve(ctx, request, response) {
    const { person, session } = admit(ctx, request, everyRole)
    parseRequest(followDataHealth, request)
    if (request.method === 'HEAD') return void response.type('text/event-stream').end()
    const watching = watchingOf(ctx)
    if (watching.countOf(person.id) >= MOST_CONNECTIONS) throw tooManyConnections()
    const stream = openEventStream(request, response, () => watching.remove(stream))
    watching.add({ tokenHash: session.tokenHash, personId: person.id, stream })
  },
}

function tooManyConnections(): HttpProblem {
  return new HttpProblem(
    429,
    'too_many_connections',
    `You follow the data health on ${MOST_CONNECTIONS} pages already; close one, or ask for GET /api/v1/data-health now and then.`,
    { headers: { 'Retry-After': String(RETRY_SECONDS) } },
  )
}
