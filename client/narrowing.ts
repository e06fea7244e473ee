import type { FilterChoicesAnswer } from '../server/contract-conversations.ts'
import { isDay } from '../server/periods/day.ts'

/** What narrows a question to days or conversations, by its names in every address; the interface knows the same. */
export const narrowingNames = [
  'from',
  'to',
  'channel',
  'language',
  'topic',
  'group',
  'hours',
  'open',
  'bot',
] as const
export type NarrowingName = (typeof narrowingNames)[number]
export const dayNames = ['from', 'to'] as const satisfies readonly NarrowingName[]
/** Those whose values differ from account to account. */
const listedNames = ['channel', 'language', 'topic', 'group'] as const satisfies readonly NarrowingName[]

export const hourBlocks = ['night', 'morning', 'afternoon', 'evening'] as const
export const botParts = ['yes', 'no', 'unknown'] as const

/** `notHere`: the page cannot be narrowed by it. `order`: the days end before they begin. */
export type NarrowingProblem = {
  name: NarrowingName
  given: string
  why: 'day' | 'order' | 'unknown' | 'notHere'
}
/** What of an address can be used, each name once and in one order, and what cannot. */
export type Narrowing = { query: URLSearchParams; problems: NarrowingProblem[] }

/**
 * Reads what an address narrows a page to. What cannot be used is left out and told.
 * @param offered what the page can be narrowed by
 * @param choices what there is among its conversations; null where nobody looked: everything is then taken as given
 * @example parseNarrowing(new URLSearchParams('open=1&hours=noon'), narrowingNames, null) // query: open=1, one problem
 */
export function parseNarrowing(
  asked: URLSearchParams,
  offered: readonly NarrowingName[],
  choices: FilterChoicesAnswer | null,
): Narrowing {
  const query = new URLSearchParams()
  const problems: NarrowingProblem[] = []
  for (const name of narrowingNames) {
    const given = asked.getAll(name).filter(Boolean).join(',')
    if (given === '' || (name === 'open' && given === '0')) continue
    if (!offered.includes(name)) {
      problems.push({ name, given, why: 'notHere' })
      continue
    }
    const { usable, unusable } = sortOut(name, given, choices)
    if (unusable !== '')
      problems.push({ name, given: unusable, why: name === 'from' || name === 'to' ? 'day' : 'unknown' })
    if (usable !== '') query.set(name, usable)
  }
  const [from, to] = [query.get('from'), query.get('to')]
  if (from !== null && to !== null && from >= to) {
    problems.push({ name: 'to', given: `${from} – ${to}`, why: 'order' })
    query.delete('from')
    query.delete('to')
  }
  return { query, problems }
}

/** Whether it takes the choices of the account to know what of an address can be used. */
export function needsChoices(asked: URLSearchParams): boolean {
  return listedNames.some((name) => asked.has(name))
}

/** Everything an address says but what narrows it. */
export function withoutNarrowing(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => !narrowingNames.some((known) => known === name)))
}

/** Only what narrows it, without the days where `withDays` is false. */
export function narrowingOf(query: URLSearchParams, withDays = true): URLSearchParams {
  const names: readonly string[] = narrowingNames
  const isKept = (name: string) => names.includes(name) && (withDays || (name !== 'from' && name !== 'to'))
  return new URLSearchParams([...query].filter(([name]) => isKept(name)))
}

/** What is added to an address that has a query already. @example asSuffix(new URLSearchParams('open=1')) // '&open=1' */
export function asSuffix(query: URLSearchParams): string {
  const text = query.toString()
  return text === '' ? '' : `&${text}`
}

function sortOut(
  name: NarrowingName,
  given: string,
  choices: FilterChoicesAnswer | null,
): { usable: string; unusable: string } {
  if (name === 'from' || name === 'to')
    return isDay(given) ? { usable: given, unusable: '' } : { usable: '', unusable: given }
  const known = knownValues(name, choices)
  const parts = [...new Set(given.split(',').filter(Boolean))]
  const isKnown = (part: string) => known === null || known.includes(part)
  return {
    usable: parts.filter(isKnown).join(','),
    unusable: parts.filter((part) => !isKnown(part)).join(','),
  }
}

/** Null: whatever is given may be one. */
function knownValues(
  name: Exclude<NarrowingName, 'from' | 'to'>,
  choices: FilterChoicesAnswer | null,
): readonly string[] | null {
  switch (name) {
    case 'hours':
      return hourBlocks
    case 'open':
      return ['1']
    case 'bot':
      return botParts
    case 'channel':
      return choices && choices.channels
    case 'language':
      return choices && choices.languages
    case 'topic':
      return choices && choices.topics
    case 'group':
      return choices && choices.groups.map(({ id }) => id)
  }
}
