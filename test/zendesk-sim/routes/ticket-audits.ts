import { Router } from 'express'
import type { Request, Response } from 'express'
import { sendList } from '../pagination.ts'
import { sendRecordNotFound } from '../responses.ts'
import { ticketTimesOf } from '../simulation.ts'
import type { Simulation, TicketSource } from '../simulation.ts'
import { findRow } from '../version-index.ts'
import { renderAudits } from './wire/ticket-audits.ts'
import { isPast } from './wire/ticket-state.ts'

/** GET /tickets/{id}/audits */
export function ticketAuditRoutes(simulation: Simulation): Router {
  const router = Router()
  router.get(['/tickets/:id/audits', '/tickets/:id/audits.json'], (request: Request, response: Response) => {
    const now = simulation.clock.now()
    const source = findTicket(simulation, Number(request.params['id']), now)
    if (source === null) {
      sendRecordNotFound(response)
      return
    }
    sendList(request, response, {
      key: 'audits',
      rows: renderAudits(simulation, source, now),
      render: (audit) => audit,
      linkHost: simulation.linkHost,
    })
  })
  return router
}

/** The ticket if it exists at `now` and is not deleted. */
export function findTicket(simulation: Simulation, id: number, now: number): TicketSource | null {
  const source = findRow(simulation.tickets(), id)
  if (source === null || isPast(source.deletedAt, now)) return null
  return isPast(ticketTimesOf(source)[0] ?? null, now) ? source : null
}
