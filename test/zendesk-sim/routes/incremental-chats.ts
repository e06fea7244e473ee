import { Router } from 'express'
import type { Request, Response } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendInvalidValue, sendJson } from '../responses.ts'
import { chatExclusionMilliseconds } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { readVersions } from '../version-index.ts'
import { unixSeconds } from '../wire-time.ts'
import { createChatRenderer } from './wire/chat.ts'

/**
 * GET /api/v2/chat/incremental/chats, ordered by update time and id. There is no end of stream and always a
 * `next_page`: only a page shorter than the limit tells that nothing follows.
 */
export function incrementalChatRoutes(simulation: Simulation): Router {
  const router = Router()
  const renderChat = createChatRenderer(simulation)
  router.get('/incremental/chats', (request: Request, response: Response) => {
    const query = queryOf(request)
    const cutoff = simulation.clock.now() - chatExclusionMilliseconds
    const startTime = numberFrom(query, 'start_time', 0)
    if (startTime > unixSeconds(cutoff)) {
      sendInvalidValue(response, 'start_time must be more than 5 minutes in the past')
      return
    }
    const startId = query.get('start_id') ?? ''
    const limit = Math.min(simulation.pageRows, Math.max(1, numberFrom(query, 'limit', simulation.pageRows)))
    const { page } = readVersions(simulation.chats(), {
      second: startTime,
      afterId: startId === '' ? undefined : startId,
      cutoff,
      limit,
    })
    const fields = requestedFields(query.get('fields'))
    const last = page.at(-1)
    const endTime = last?.second ?? startTime
    const endId = last?.row.id ?? startId
    const next = new URLSearchParams(query)
    next.set('limit', String(limit))
    next.set('start_time', String(endTime))
    next.set('start_id', endId)
    sendJson(response, {
      chats: page.map(({ row, second }) =>
        fields === 'id' ? { id: row.id } : pick(renderChat(row, cutoff, second), fields),
      ),
      count: page.length,
      end_id: endId,
      end_time: endTime,
      next_page: `${simulation.linkHost}/api/v2/chat/incremental/chats?${next.toString()}`,
    })
  })
  return router
}

/** `chats(*)` = everything, `chats(a,b)` = these; without it a row is nothing but its id. */
function requestedFields(expansion: string | null): 'id' | 'all' | string[] {
  const match = /^chats\((.*)\)$/.exec(expansion ?? '')
  if (match === null) return 'id'
  return match[1] === '*' ? 'all' : (match[1] ?? '').split(',')
}

function pick(chat: Record<string, unknown>, fields: 'all' | string[]): Record<string, unknown> {
  if (fields === 'all') return chat
  return Object.fromEntries(fields.filter((field) => field in chat).map((field) => [field, chat[field]]))
}
