import { Router } from 'express'
import type { Request, Response } from 'express'
import { cursorSlice, queryOf } from '../pagination.ts'
import { sendJson, sendRecordNotFound } from '../responses.ts'
import type { Simulation, TicketSource } from '../simulation.ts'
import { stableHex, stableNumber, stableUlid } from '../stable-number.ts'
import { isoMilliseconds, isoSeconds } from '../wire-time.ts'
import type { WorldMessage } from '../world/types.ts'
import { findTicket } from './ticket-audits.ts'
import { botProfileName } from './wire/account-facts.ts'
import { messageText, transcriptUntil } from './wire/transcript.ts'

const botUserId = -1

/** GET /tickets/{id}/conversation_log: comments and messages of a ticket in one list. */
export function conversationLogRoutes(simulation: Simulation): Router {
  const router = Router()
  router.get('/tickets/:id/conversation_log', (request: Request, response: Response) => {
    const now = simulation.clock.now()
    const source = findTicket(simulation, Number(request.params['id']), now)
    if (source === null) {
      sendRecordNotFound(response)
      return
    }
    const query = queryOf(request)
    const events = [
      ...transcriptUntil(simulation, source, now).map((message) => ({
        at: message.at,
        event: renderMessage(simulation, source, message),
      })),
      { at: source.startedAt, event: renderOpeningComment(simulation, source) },
    ].sort((a, b) => a.at - b.at)
    if (query.get('sort') === '-created_at') events.reverse()
    const { page, meta } = cursorSlice(query, events)
    const link = (name: string, cursor: string) => {
      const next = new URLSearchParams({ [name]: cursor, sort: query.get('sort') ?? 'created_at' })
      return `${simulation.linkHost}${request.baseUrl}${request.path}?${next.toString()}`
    }
    sendJson(response, {
      events: page.map(({ event }) => event),
      links: {
        next: link('page[after]', meta.after_cursor),
        prev: link('page[before]', meta.before_cursor),
      },
      meta,
    })
  })
  return router
}

/** The private comment that Zendesk writes itself when a conversation becomes a ticket. */
function renderOpeningComment(simulation: Simulation, source: TicketSource) {
  const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
  return {
    id: stableUlid(source.startedAt, source.seed, 'comment'),
    type: 'Comment',
    reference: `zen:ticket_event:${stableNumber(source.seed, 'comment')}`,
    created_at: isoSeconds(source.startedAt),
    attachments: [],
    author: { type: 'user', display_name: name, 'zen:support:user_id': source.requesterId },
    content: {
      type: 'html',
      body: `<div class="zd-comment"><p>Conversation with ${name}</p><p>URL: None</p></div>`,
    },
    metadata: { custom: {}, system: {}, ticket_version: 0, public: false },
  }
}

function renderMessage(simulation: Simulation, source: TicketSource, message: WorldMessage) {
  return {
    id: stableUlid(message.at, source.seed, message.by, 'log'),
    type: 'Messaging::ConversationMessage',
    reference: `zen:sunco:conversation_message:${stableHex(24, source.seed, message.at, message.by)}`,
    created_at: isoSeconds(message.at),
    received_at: isoMilliseconds(message.at),
    attachments: [],
    author: authorOf(simulation, source, message),
    content: { type: 'text', text: messageText(message) },
    metadata: { custom: {}, system: {}, ticket_version: 0 },
    source: {
      type: message.by === 'customer' ? 'web' : message.by === 'agent' ? 'zd:agentWorkspace' : 'zd:answerBot',
    },
  }
}

function authorOf(simulation: Simulation, source: TicketSource, message: WorldMessage) {
  if (message.by === 'customer') {
    const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
    const sunco = stableHex(24, source.requesterId, 'sunco')
    return {
      type: 'user',
      display_name: name,
      'zen:support:user_id': source.requesterId,
      'zen:sunco:user_id': sunco,
    }
  }
  if (message.by === 'agent') {
    const agent = simulation.world.agents.find((candidate) => candidate.id === message.agentId)
    return { type: 'agent', display_name: agent?.name ?? 'Agent', 'zen:support:user_id': message.agentId }
  }
  return { type: 'bot', display_name: botProfileName, 'zen:support:user_id': botUserId }
}
