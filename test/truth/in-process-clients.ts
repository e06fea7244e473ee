import { z } from 'zod'
import type { AiAgentsClient } from '../../jobs/zendesk/ai-agents-client.ts'
import type { ZendeskClient } from '../../jobs/zendesk/client.ts'
import { audienceOf } from '../../jobs/zendesk/request.ts'
import { refusal } from '../../jobs/zendesk/refusals.ts'
import { demoCredentials } from '../zendesk-sim/credentials.ts'
import type { Simulator } from '../zendesk-sim/server.ts'
import { answerInProcess } from './answer-in-process.ts'

const administrator = Buffer.from('admin@demo.example/token:demo-api-token').toString('base64')
const authorizations = {
  support: `Basic ${administrator}`,
  chat: `Bearer ${demoCredentials.chatToken}`,
} as const

const addressesSchema = z.object({
  urls: z.array(z.string()).optional(),
  signed_urls: z.array(z.string()).optional(),
})

/** Clients that are answered by the simulator's own pages, in this process. */
export function inProcessClients(app: Simulator['app']): { client: ZendeskClient; aiAgents: AiAgentsClient } {
  const answer = answerInProcess(app)
  return {
    client: {
      async get(request) {
        const query = new URLSearchParams()
        for (const [name, value] of Object.entries(request.query ?? {})) query.set(name, String(value))
        const authorization = authorizations[audienceOf(request) === 'chat' ? 'chat' : 'support']
        const address = `${request.path}?${query.toString()}`
        const { status, body } = await answer({ address, headers: { authorization } })
        if (status >= 300) throw refusal(request.subject, status, JSON.stringify(body))
        return body
      },
    },
    aiAgents: {
      hasKey: true,
      async readAddresses(botId, day) {
        const { status, body } = await answer({
          method: 'POST',
          address: '/ai-agents/api/data-export/v3/get-signed-urls',
          headers: { authorization: demoCredentials.aiAgentsKey, botid: botId },
          body: { date: day },
        })
        if (status === 404) return null
        const { urls, signed_urls } = addressesSchema.parse(body)
        return urls ?? signed_urls ?? []
      },
      async readFile(signed) {
        const { pathname, search } = new URL(signed)
        const { status, body } = await answer({ address: pathname + search, headers: {} })
        return status === 200 ? String(body) : null
      },
    },
  }
}
