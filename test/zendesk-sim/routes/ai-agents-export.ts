import express, { Router } from 'express'
import type { Request, Response } from 'express'
import { sendInvalidEndpoint, sendJson } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { stableHex } from '../stable-number.ts'
import { botDaysOf, exportedAt, processedAt } from '../world/bot-export.ts'
import type { BotDays } from '../world/bot-export.ts'
import type { World, WorldBrand } from '../world/types.ts'
import { exportForms, renderBotConversation } from './wire/bot-conversation.ts'
import type { ExportForm } from './wire/bot-conversation.ts'

const defaultLifetimeMinutes = 24 * 60

/** The AI agents data export: a signed address per bot and day, taken with the bare key. */
export function aiAgentsExportRoutes(simulation: Simulation): Router {
  const router = Router()
  const days = once(() => botDaysOf(simulation.world))
  const path = '/ai-agents/api/data-export/v3/get-signed-urls'
  router.post(path, express.json(), (request: Request, response: Response) => {
    if (!simulation.features.aiAgents) sendInvalidEndpoint(response)
    else if (request.get('authorization') !== simulation.credentials.aiAgentsKey) {
      sendJson(response, { message: 'Unauthorized' }, 401)
    } else signUrls(simulation, days(), request, response)
  })
  router.get('/signed/:file', (request: Request, response: Response) => {
    const now = simulation.clock.now()
    const match = /^conversation_(\w+)_(\d{4}-\d{2}-\d{2})_0{11}(\d)\.json$/.exec(
      String(request.params['file']),
    )
    const brand = simulation.world.brands.find((candidate) => candidate.botId === match?.[1])
    const date = match?.[2] ?? ''
    const expires = Number(request.query['expires'])
    const rows = brand === undefined ? null : exportedAt(days(), brand, date, now)
    if (request.get('authorization') !== undefined) {
      response.status(400).type('text/plain').send('Only one authorization mechanism allowed')
    } else if (
      brand === undefined ||
      rows === null ||
      request.query['sig'] !== signature(brand, date, expires)
    ) {
      response.status(403).type('text/plain').send('SignatureDoesNotMatch')
    } else if (expires * 1000 <= now) response.status(403).type('text/plain').send('ExpiredToken')
    else {
      const form = formOf(simulation.world, brand)
      const all = days().get(`${brand.id} ${date}`) ?? []
      const conversations = rows.map((ticket) =>
        renderBotConversation(brand, ticket, date, processedAt(ticket, all, date)),
      )
      response.type('application/json').send(fileOf(conversations, form, Number(match?.[3])))
    }
  })
  return router
}

function signUrls(simulation: Simulation, days: BotDays, request: Request, response: Response): void {
  const now = simulation.clock.now()
  const body: Record<string, unknown> = typeof request.body === 'object' ? request.body : {}
  const date = typeof body['date'] === 'string' ? body['date'] : ''
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) {
    sendJson(response, { message: 'Invalid date' }, 400)
    return
  }
  const brand = simulation.world.brands.find((candidate) => candidate.botId === request.get('botid'))
  if (brand === undefined || exportedAt(days, brand, date, now) === null) {
    sendJson(response, { message: 'Not found' }, 404)
    return
  }
  const minutes = typeof body['ttl'] === 'number' ? body['ttl'] : defaultLifetimeMinutes
  const expires = Math.floor(now / 1000) + minutes * 60
  const query = new URLSearchParams({ expires: String(expires), sig: signature(brand, date, expires) })
  const form = formOf(simulation.world, brand)
  const urls = Array.from({ length: form.files }, (_, index) => {
    const file = `conversation_${brand.botId}_${date}_00000000000${index}.json`
    return `${request.protocol}://${request.host}/signed/${file}?${query.toString()}`
  })
  sendJson(response, { date, [form.urlsKey]: urls })
}

function signature(brand: WorldBrand, date: string, expires: number): string {
  return stableHex(32, brand.botId ?? '', date, expires, 'signature')
}

/** The bots of an account differ in the form of their files. */
function formOf(world: World, brand: WorldBrand): ExportForm {
  const bots = world.brands.filter(({ botId }) => botId !== null)
  return exportForms[bots.indexOf(brand) % exportForms.length] ?? exportForms[0]
}

/** The first conversation comes twice, an older copy after the newer, and somebody tested the bot. */
function fileOf(rows: readonly Record<string, unknown>[], form: ExportForm, index: number): string {
  const all = [...rows]
  const first = rows[0]
  if (first !== undefined) {
    const processed = Date.parse(String(first['zdp_meta_processed_timestamp'])) - 60_000
    all.push({
      ...first,
      conversation_status: 'No status',
      zdp_meta_processed_timestamp: new Date(processed).toISOString(),
    })
    all.push({ ...first, conversation_id: `test-${String(first['conversation_id'])}`, test_mode: true })
  }
  const half = Math.ceil(all.length / form.files)
  return form.write(all.slice(index * half, (index + 1) * half).map((row) => form.render(row)))
}
