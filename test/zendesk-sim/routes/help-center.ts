import { Router } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendInvalidEndpoint, sendJson } from '../responses.ts'
import type { Simulation } from '../simulation.ts'

/** Articles in the help centre of the brand whose host is called; one more every ten days. */
const firstArticles = 40
const tenDaysMilliseconds = 10 * 86_400_000

/** GET /help_center/articles: only lists with page numbers say how many there are. */
export function helpCenterRoutes(simulation: Simulation): Router {
  const router = Router()
  router.get(['/help_center/articles', '/help_center/articles.json'], (request, response) => {
    if (!simulation.features.helpCenter) {
      sendInvalidEndpoint(response)
      return
    }
    const query = queryOf(request)
    const size = Math.max(1, numberFrom(query, 'per_page', 30))
    const age = simulation.clock.now() - simulation.world.startsAt
    const count = firstArticles + Math.max(0, Math.floor(age / tenDaysMilliseconds))
    const isCursor = [...query.keys()].some((key) => key.startsWith('page['))
    sendJson(response, {
      articles: Array.from({ length: Math.min(size, count) }, (_, index) => ({ id: 6130830700000 + index })),
      ...(isCursor
        ? { meta: { has_more: false, after_cursor: null } }
        : { count, page: 1, page_count: Math.ceil(count / size), per_page: size, next_page: null }),
    })
  })
  return router
}
