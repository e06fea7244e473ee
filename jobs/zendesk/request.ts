/** Zendesk counts requests per bucket; each has a budget of its own. */
export type BucketName =
  'incremental' | 'chat' | 'account' | 'conversation-log' | 'omnichannel' | 'search' | 'ai-agents'

/** What a request is for: decides which sentence explains a refusal. */
export type Subject =
  | 'account'
  | 'chats'
  | 'tickets'
  | 'ticket-details'
  | 'satisfaction-ratings'
  | 'survey-responses'
  | 'engagements'
  | 'bot-conversations'
  | 'reconciliation'

export type ZendeskRequest = {
  /** Below the configured address, such as `/api/v2/brands`. */
  path: string
  query?: Readonly<Record<string, string | number>>
  /** Replaces parts of the query after faults: a small page may come where a large one takes too long. */
  smaller?: Readonly<Record<string, string | number>>
  bucket: BucketName
  subject: Subject
  /** Part of the bucket this request may draw on, 0…1; the rest is left to others. Default 1. */
  share?: number
}

/** The parts of Zendesk that take different credentials. */
export type Audience = 'support' | 'chat' | 'ai-agents'

/** Whose credential a request takes. @throws when bucket and path do not name the same part of Zendesk */
export function audienceOf({ bucket, path }: Pick<ZendeskRequest, 'bucket' | 'path'>): Audience {
  if (bucket === 'ai-agents') return 'ai-agents'
  const isChatPath = /^\/api\/v2\/chat(\/|$)/.test(path)
  if (isChatPath !== (bucket === 'chat')) {
    throw new Error(`audienceOf: ${path} takes another credential than requests of the bucket "${bucket}"`)
  }
  return isChatPath ? 'chat' : 'support'
}
