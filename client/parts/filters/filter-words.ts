import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import { addDays } from '../../../server/periods/day.ts'
import { channelWords, languageWords, topicWords } from '../../../server/text/conversation-words.ts'
import { formatDay } from '../../../server/text/format.ts'
import type { NarrowingName } from '../../narrowing.ts'
import { botParts, hourBlocks } from '../../narrowing.ts'
import type { View } from '../../view.ts'

type Words = Pick<View, 'text' | 'language'>
const none: FilterChoicesAnswer = { channels: [], languages: [], topics: [], groups: [] }

export type Choice = { value: string; label: string }
export type ListedName = Exclude<NarrowingName, 'from' | 'to'>

/** What a filter offers, in the reader's words. */
export function filterOptions(
  { text, language }: Words,
  name: ListedName,
  choices: FilterChoicesAnswer,
): Choice[] {
  const of = <Value extends string>(values: readonly Value[], label: (value: Value) => string): Choice[] =>
    values.map((value) => ({ value, label: label(value) }))
  switch (name) {
    case 'channel':
      return of(choices.channels, (channel) => channelWords(channel, language))
    case 'language':
      return of(choices.languages, (code) => languageWords(code, language))
    case 'topic':
      return of(choices.topics, (topic) => topicWords(topic, language))
    case 'group':
      return choices.groups.map(({ id, name: known }) => ({
        value: id,
        label: known ?? (id === 'unknown' ? text('row.word.unknown') : id),
      }))
    case 'hours':
      return of(hourBlocks, (block) => text(`filter.hours.${block}`))
    case 'open':
      return [{ value: '1', label: text('filter.openOnly') }]
    case 'bot':
      return of(botParts, (one) => text(`filter.bot.${one}`))
  }
}

/** The values of a filter as people call them. @example valueWords(view, 'language', 'ko,en', choices) // 'Korean, English' */
export function valueWords(
  words: Words,
  name: ListedName,
  values: string,
  choices: FilterChoicesAnswer | null,
): string {
  // Without the account's own choices the values that are the same everywhere still have their words.
  const options = filterOptions(words, name, choices ?? none)
  const labels = values
    .split(',')
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
  return new Intl.ListFormat(words.language, { type: 'disjunction', style: 'narrow' }).format(labels)
}

/** First and last day; people name the last day, addresses the day after. */
export function dayWords({ text, language }: Words, query: URLSearchParams): string | null {
  const [from, to] = [query.get('from'), query.get('to')]
  const first = from && formatDay(from, language)
  const last = to && formatDay(addDays(to, -1), language)
  if (first && last) return text('figure.window', { from: first, to: last })
  if (first) return text('filters.fromDay', { day: first })
  return last ? text('filters.toDay', { day: last }) : null
}
