import { z } from 'zod'

const words = z.array(z.string().trim().min(1)).min(1)
const days = z.int('must be a whole number of days').min(1, 'must be 1 day or more')

/**
 * How to read what Zendesk does not document, or documents in two ways: the tolerant reading is the default, the raw
 * value is kept beside it, and these switches change the reading. Words are compared without regard to case, spaces,
 * hyphens and underscores.
 */
export const zendeskReadingsSchema = z.strictObject({
  /** Values of a live chat's `rating`. */
  chatRatingGood: words.default(['good']),
  chatRatingBad: words.default(['bad']),
  /** Tickets of channel `chat_transcript`: the ticket of a live chat, or left out. */
  chatTranscriptTickets: z.enum(['live_chat', 'ignore']).default('live_chat'),
  /** Whether the search of chats still finds deleted ones; the two counts are compared accordingly. */
  deletedChatsInSearch: z.enum(['hidden', 'counted']).default('hidden'),
  /** How far back ratings are read again: the list may know times of creation only. */
  ratingLookbackDays: days.max(365, 'must be 365 days or less').default(30),
  /** How far back survey responses are read again: an answer can change until the survey expires. */
  surveyLookbackDays: days.max(365, 'must be 365 days or less').default(30),
  /** `sub_type` of the survey question that is the satisfaction rating. */
  surveyQuestions: words.default(['customer_satisfaction']),
  /** How long Zendesk keeps engagements. */
  engagementsKeptDays: days.max(3650, 'must be 3650 days or less').default(90),
  /** How long the AI agents export keeps a day's file. */
  botExportKeptDays: days.max(3650, 'must be 3650 days or less').default(30),
  /** How long a day's file of the AI agents export may still grow. */
  botExportGrowingDays: days.max(30, 'must be 30 days or less').default(3),
  /** Titles of the ticket fields with Zendesk's own verdict on a bot's work. */
  resolutionTypeFields: words.default(['Resolution type']),
  resolutionTierFields: words.default(['Resolution tier']),
  /** Values of those fields, of the export's tier and of its last resolution that mean "resolved by the bot". */
  botResolved: words.default([
    'automated',
    'automated resolution',
    'core resolution',
    'contained resolution',
    'verified resolution',
  ]),
  /** Values of the export's conversation status, of a tier or last resolution that mean "handed to a person". */
  botEscalated: words.default([
    'agent escalation',
    'custom escalation',
    'email escalation',
    'escalated to agent',
    'escalated via email',
    'escalated',
    'assisted escalation',
  ]),
  /** Keys of the bot's own survey within the export's session data; its stars are 1…5. */
  botSurveyKeys: words.default(['bsat', 'csat', 'bot_csat', 'satisfaction', 'rating']),
})

export type ZendeskReadings = z.infer<typeof zendeskReadingsSchema>

/** The tolerant reading everywhere. */
export const defaultZendeskReadings: ZendeskReadings = zendeskReadingsSchema.parse({})

/** The form in which a word of Zendesk is compared with the words of a switch. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

/** Whether a raw word is one of the words of a switch. */
export function isOneOf(raw: string, words: readonly string[]): boolean {
  const plain = plainWord(raw)
  return words.some((word) => plainWord(word) === plain)
}
