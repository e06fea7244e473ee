import type { QuestionFilter } from '../server/contract.ts'
import { botParts, hourBlocks } from './narrowing.ts'

const listed = ['channel', 'language', 'topic', 'group'] as const

/** The conversations a report is narrowed to, as a page's address would say it. */
export function queryOfFilter(filter: QuestionFilter | null): URLSearchParams {
  const query = new URLSearchParams()
  if (filter === null) return query
  for (const name of [...listed, 'hours', 'bot'] as const) {
    const values = filter[name]
    if (values !== null) query.set(name, values.join(','))
  }
  if (filter.open) query.set('open', '1')
  return query
}

/** The opposite; null where nothing is narrowed. */
export function filterOf(query: URLSearchParams): QuestionFilter | null {
  const valuesOf = (name: string) => query.get(name)?.split(',').filter(Boolean) ?? []
  const among = <Value extends string>(name: string, known: readonly Value[]) =>
    orNull(known.filter((value) => valuesOf(name).includes(value)))
  const filter = {
    channel: orNull(valuesOf('channel')),
    language: orNull(valuesOf('language')),
    topic: orNull(valuesOf('topic')),
    group: orNull(valuesOf('group')),
    hours: among('hours', hourBlocks),
    open: query.get('open') === '1',
    bot: among('bot', botParts),
  }
  const { open, ...lists } = filter
  return open || Object.values(lists).some((list) => list !== null) ? filter : null
}

function orNull<Value>(list: Value[]): Value[] | null {
  return list.length === 0 ? null : list
}
