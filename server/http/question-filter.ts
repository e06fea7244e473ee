import { z } from 'zod'
import { measuredFilter } from '../comparison/measured-filter.ts'
import type { QuestionFilter } from '../contract.ts'
import { InvalidRequestError } from '../platform/problem.ts'
import type { Database } from '../store/database.ts'
import type { MeasureFilter } from '../store/measures/index.ts'
import { botInvolvements, hourBlocks } from '../store/measures/index.ts'
import { readAccountSettings } from '../store/settings.ts'

/** What live chats and offline messages are called beside the messaging channels of the settings. */
const chatChannels = ['chat', 'chat_offline_message']

/** The conversations a question may be narrowed to: several values separated by commas, or the name repeated. */
export const filterFields = {
  channel: list(z.string()).meta({ description: 'chat, or a messaging channel such as native_messaging' }),
  language: list(z.string()).meta({ description: 'Such as ko; unknown where it is not known' }),
  topic: list(z.string()).meta({ description: 'A topic of the settings, or other' }),
  group: list(z.string()).meta({ description: 'A group’s number at Zendesk; unknown where there is none' }),
  hours: listOf(hourBlocks).meta({ description: 'Brand-local: 0–6, 6–12, 12–18, 18–24 o’clock' }),
  open: z
    .enum(['0', '1'], 'is not 0 or 1; use 1 for opening hours only')
    .optional()
    .meta({ description: '1: only what began in opening hours' }),
  bot: listOf(botInvolvements).meta({ description: 'Whether a bot took part' }),
}
type FilterInput = { [Name in keyof typeof filterFields]?: z.output<(typeof filterFields)[Name]> }

export type AskedFilter = {
  /** As it was asked. */
  filter: QuestionFilter
  /** What it means to the figures. */
  measured: MeasureFilter
}

/**
 * The filter of a question; null where it has none. Languages, topics and groups that nobody has are no mistake.
 * @throws InvalidRequestError for a channel the account does not have
 */
export function filterOf(db: Database, input: FilterInput): AskedFilter | null {
  const { channel, language, topic, group, hours, bot } = input
  const open = input.open === '1'
  if (!open && [channel, language, topic, group, hours, bot].every((list) => list === undefined)) return null
  if (channel) refuseUnknownChannels(db, channel)
  const filter = {
    channel: channel ?? null,
    language: language ?? null,
    topic: topic ?? null,
    group: group ?? null,
    hours: hours ?? null,
    open,
    bot: bot ?? null,
  }
  return { filter, measured: measuredFilter(filter) }
}

/** What is wrong with channels the account does not have; nothing of those it has. */
export function unknownChannels(
  db: Database,
  asked: readonly string[],
  field = 'channel',
): { field: string; message: string }[] {
  const known = [...chatChannels, ...readAccountSettings(db).messagingChannels]
  return asked
    .filter((channel) => !known.includes(channel))
    .map((channel) => ({ field, message: messageOfUnknown(channel, known) }))
}

function refuseUnknownChannels(db: Database, asked: readonly string[]): void {
  const fields = unknownChannels(db, asked)
  if (fields.length === 0) return
  const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  throw new InvalidRequestError(`The request cannot be answered: ${words}.`, fields)
}

export function listOf<const Name extends string>(names: readonly Name[]) {
  return list(z.enum(names), (text) =>
    names.some((name) => name === text) ? null : messageOfUnknown(text, names),
  )
}

/** Values in the order in which they were given, each once. */
function list<Item extends z.ZodType>(item: Item, problemOf: (text: string) => string | null = () => null) {
  return z
    .preprocess((input, check) => {
      if (input === undefined) return undefined
      const texts = [input].flat().flatMap((text) => String(text).split(','))
      const problems = texts.map((text) => (text === '' ? 'is empty; leave it out' : problemOf(text)))
      for (const message of problems) if (message !== null) check.addIssue({ code: 'custom', message })
      return problems.some((problem) => problem !== null) ? z.NEVER : [...new Set(texts)]
    }, z.array(item))
    .optional()
}

function messageOfUnknown(text: string, names: readonly string[]): string {
  return `"${text}" is not known; use ${names.join(', ')}`
}
