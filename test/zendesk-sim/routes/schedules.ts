import { Router } from 'express'
import { sendInvalidEndpoint, sendJson, sendRecordNotFound } from '../responses.ts'
import type { Simulation } from '../simulation.ts'
import { isoSeconds } from '../wire-time.ts'

const hour = 60
const day = 24 * hour
const scheduleId = 6130830500001

/** Business hours and their holidays: whole lists without pages. Without the plan for it there is no such address. */
export function scheduleRoutes(simulation: Simulation): Router {
  const router = Router()
  const paths = [
    '/business_hours/schedules',
    '/business_hours/schedules.json',
    '/schedules',
    '/schedules.json',
  ]
  router.get(paths, (_request, response) => {
    if (!simulation.features.schedules) {
      sendInvalidEndpoint(response)
      return
    }
    sendJson(response, {
      schedules: [officeSchedule(simulation)],
      url: `${simulation.linkHost}/api/v2/schedules`,
    })
  })
  router.get('/business_hours/schedules/:id/holidays{.json}', (request, response) => {
    if (!simulation.features.schedules) {
      sendInvalidEndpoint(response)
      return
    }
    if (Number(request.params.id) !== scheduleId) {
      sendRecordNotFound(response)
      return
    }
    sendJson(response, { holidays, url: `${simulation.linkHost}/api/v2/schedules/${scheduleId}/holidays` })
  })
  return router
}

/** Public holidays the account put into its schedule, both days included. */
const holidays = [
  { id: 6130830600001, name: '설날', start_date: '2026-02-16', end_date: '2026-02-18' },
  { id: 6130830600002, name: '추석', start_date: '2026-09-24', end_date: '2026-09-26' },
]

/** Monday to Friday, nine to six; minutes since Sunday 00:00 in the schedule's zone, as Zendesk counts. */
function officeSchedule({ world }: Simulation) {
  const intervals = [1, 2, 3, 4, 5].map((weekday) => ({
    start_time: weekday * day + 9 * hour,
    end_time: weekday * day + 18 * hour,
  }))
  return {
    id: scheduleId,
    name: 'Business hours',
    time_zone: world.zone,
    intervals,
    created_at: isoSeconds(world.startsAt),
    updated_at: isoSeconds(world.startsAt),
  }
}
