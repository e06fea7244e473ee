import type { Language, QuestionFilter } from '../contract.ts'
import { textIn } from './catalogue.ts'
import { channelWords, conversationWords, languageWords, topicWords } from './conversation-words.ts'

const UNKNOWN = 'unknown'

/**
 * What a question is narrowed to, part by part. @example ['Channel: Chat', 'In opening hours']
 * @param groupNames by Zendesk's id, as far as they are known
 */
export function filterWords(
  filter: QuestionFilter,
  language: Language,
  groupNames: ReadonlyMap<string, string> = new Map(),
): string[] {
  const text = textIn(language)
  const unknown = conversationWords('row.word.unknown', language)
  const either = new Intl.ListFormat(language, { type: 'disjunction', style: 'narrow' })
  const part = <Value extends string>(
    heading: string,
    values: readonly Value[] | null,
    wordOf: (value: Value) => string,
  ): string[] => (values === null ? [] : [`${heading}: ${either.format(values.map(wordOf))}`])
  return [
    ...part(text('filter.channel'), filter.channel, (channel) => channelWords(channel, language)),
    ...part(text('filter.language'), filter.language, (code) =>
      code === UNKNOWN ? unknown : languageWords(code, language),
    ),
    ...part(text('filter.topic'), filter.topic, (topic) => topicWords(topic, language)),
    ...part(text('filter.group'), filter.group, (id) =>
      id === UNKNOWN ? unknown : (groupNames.get(id) ?? id),
    ),
    ...part(text('filter.hours'), filter.hours, (block) => text(`filter.hours.${block}`)),
    ...part(text('filter.bot'), filter.bot, (one) => text(`filter.bot.${one}`)),
    ...(filter.open ? [text('filter.openOnly')] : []),
  ]
}
