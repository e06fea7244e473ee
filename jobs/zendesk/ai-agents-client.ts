import { z } from 'zod'
import type { Day } from '../../server/periods/day.ts'
import type { Clock } from '../../server/platform/clock.ts'
import type { Config } from '../../server/platform/config.ts'
import { isLoopback } from '../../server/platform/config.ts'
import type { Asking } from './asking.ts'
import { mostFaults } from './asking.ts'
import { createAccountCredentials } from './client.ts'
import { PassingFault } from './passing-fault.ts'
import { errorName, errorTitle, explain, refusal } from './refusals.ts'
import type { Answer } from './sending.ts'
import { encodeBody, failPassing, parseBody, send } from './sending.ts'

export type AiAgentsClient = {
  /** False without a key: then there is nothing to ask with. */
  hasKey: boolean
  /**
   * Signed addresses of the files with one bot's conversations of one UTC day; null where there is no export.
   * @throws UpstreamError with what to do, when asking again would not help
   */
  readAddresses(botId: string, day: Day): Promise<string[] | null>
  /**
   * The text of a file, asked for without any credential; null when its address is no longer accepted. One that
   * `isWhole` says no to is asked for again, as after any fault, and is given back as it is in the end.
   */
  readFile(address: string, isWhole: (text: string) => boolean): Promise<string | null>
}

const subject = 'bot-conversations'
const path = '/data-export/v3/get-signed-urls'
const request = { bucket: 'ai-agents', subject, path } as const

const addresses = z.array(z.string().refine((address) => URL.canParse(address), 'is not an address'))
const answerSchema = z.union([
  z.object({ urls: addresses }).transform(({ urls }) => urls),
  z.object({ signed_urls: addresses }).transform(({ signed_urls }) => signed_urls),
])

/** Reading from AI agents – Advanced, which follows none of the conventions of Zendesk's other interfaces. */
export function createAiAgentsClient(options: {
  config: Config
  clock: Clock
  signal: AbortSignal
  /** Shared with the other clients of a run. */
  asking: Asking
}): AiAgentsClient {
  const { asking, signal } = options
  const { baseUrl, apiKey, organizationId } = options.config.aiAgents
  const credentials = createAccountCredentials(options)
  const patience = { timeoutMs: options.config.zendesk.timeoutMs, signal }
  const takesPlainHttp = isLoopback(new URL(baseUrl))

  return {
    hasKey: apiKey !== null,
    readAddresses: (botId, day) =>
      asking.untilAnswered(request, async () => {
        const answer = await asking.within(request, async () => {
          const { body, headers } = encodeBody({ date: day }, 'json')
          const authorization = await credentials.authorization(request)
          const init = {
            method: 'POST',
            body,
            headers: { ...headers, authorization, botId, ...(organizationId !== null && { organizationId }) },
          }
          return send(new URL(baseUrl + path), init, patience)
        })
        if (saysNoExport(answer)) return null
        if (answer.status >= 300 && answer.status < 400) throw explain('ai_agents_redirected', answer.status)
        if (answer.status >= 300) {
          throw refusal(subject, answer.status, errorTitle(answer.text, credentials.hide))
        }
        return answerSchema.parse(parseBody(answer.text))
      }),
    async readFile(address, isWhole) {
      const url = new URL(address)
      const isLocal = url.protocol === 'http:' && takesPlainHttp && isLoopback(url)
      if (url.protocol !== 'https:' && !isLocal) {
        throw explain('ai_agents_plain_address')
      }
      // The address is a secret of its own: neither a log nor an error may name it.
      let broken = 0
      return asking.untilAnswered({ subject, path: '(signed file)' }, async () => {
        const { status, text } = failPassing(await send(url, {}, patience))
        if (status !== 200) return null
        if (!isWhole(text) && ++broken < mostFaults) throw new PassingFault('a file that cannot be read')
        return text
      })
    },
  }
}

/** A 404 is a day without conversations, unless it is Zendesk's way to say that there is no such address at all. */
function saysNoExport({ status, text }: Answer): boolean {
  return status === 404 && errorName(text) !== 'InvalidEndpoint' && !text.trimStart().startsWith('<')
}
