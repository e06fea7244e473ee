import { Router } from 'express'
import type { Request, Response } from 'express'
import type { Simulation } from '../simulation.ts'
import { findTicket } from './ticket-audits.ts'
import { renderExportedTicket } from './wire/ticket.ts'

/** Where the dashboard's links to tickets lead: a page that says it is of a made-up account. */
export function agentPageRoutes(simulation: Simulation): Router {
  const router = Router()
  router.get('/agent/tickets/:id', (request: Request, response: Response) => {
    const now = simulation.clock.now()
    const id = Number(request.params['id'])
    const source = findTicket(simulation, id, now)
    if (source === null) {
      response.status(404)
      sendPage(response, `Ticket ${Number.isSafeInteger(id) ? id : ''}`, ['There is no such ticket.'])
      return
    }
    const ticket = renderExportedTicket(simulation, source, now, 0)
    const lines = [
      `Status: ${ticket.status}`,
      `Created: ${ticket.created_at}`,
      `Changed: ${ticket.updated_at}`,
    ]
    sendPage(response, `Ticket ${id}`, lines)
  })
  return router
}

/** Nothing in it comes from the request but a checked number. */
function sendPage(response: Response, title: string, lines: readonly string[]): void {
  const body = [
    `<h1>${title}</h1>`,
    '<p>This account is simulated: nobody wrote this ticket. With your own account the link opens the ticket in Zendesk.</p>',
    '<p lang="ko">시뮬레이션 계정의 티켓이며 실제 고객의 대화가 아닙니다. 실제 계정에서는 이 링크로 Zendesk 티켓이 열립니다.</p>',
    ...lines.map((line) => `<p>${line}</p>`),
  ]
  response.type('html').send(`<!doctype html><meta charset="utf-8"><title>${title}</title>${body.join('')}`)
}
