import type { WorldMessage } from '../../world/types.ts'

export type ResponseTime = { first: number; avg: number; max: number }

/**
 * Chat's own response time, in seconds: for each run of visitor messages, from the first of them to the next agent
 * message; first and max rounded, the mean not. Null while no agent answered.
 */
export function responseTimeOf(messages: readonly WorldMessage[]): ResponseTime | null {
  const waits: number[] = []
  let askedAt: number | null = null
  for (const message of messages) {
    if (message.by === 'customer') askedAt ??= message.at
    else if (message.by === 'agent' && askedAt !== null) {
      waits.push((message.at - askedAt) / 1000)
      askedAt = null
    }
  }
  const first = waits[0]
  if (first === undefined) return null
  return {
    first: Math.round(first),
    avg: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    max: Math.round(Math.max(...waits)),
  }
}
