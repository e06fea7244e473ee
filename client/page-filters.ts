import type { FilterChoicesAnswer } from '../server/contract-conversations.ts'
import type { Api } from './api.ts'
import { countLeft } from './count-left.ts'
import type { Narrowing, NarrowingName } from './narrowing.ts'
import { needsChoices, parseNarrowing } from './narrowing.ts'
import { choiceOf, daysOf } from './page-choice.ts'
import type { ChoiceProblem, PageChoice } from './page-choice.ts'
import type { Route } from './route.ts'

/** What narrows to conversations; brand and days are read by themselves. */
const conversationNames = [
  'channel',
  'language',
  'topic',
  'group',
  'hours',
  'open',
  'bot',
] as const satisfies readonly NarrowingName[]

/** Every conversation of the page of bots is one with a bot. */
export function namesOf(page: 'bot' | 'csat'): readonly NarrowingName[] {
  return page === 'bot' ? conversationNames.filter((name) => name !== 'bot') : conversationNames
}

/** What an address asks a page about one brand or all for, conversations included. */
export type PageFilters = {
  /** With the conversations it is narrowed to. */
  choice: PageChoice
  problems: ChoiceProblem[]
  narrowing: Narrowing
  choices: FilterChoicesAnswer | null
  /** Conversations that are left; null where the page is not narrowed. */
  left: number | null
}

/** Reads the address of such a page. */
export async function readPageFilters(
  api: Api,
  route: Route,
  signal: AbortSignal,
  page: 'bot' | 'csat',
): Promise<PageFilters> {
  const { choice, problems } = choiceOf(route)
  const query = 'query' in route ? route.query : new URLSearchParams()
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'from' && name !== 'to'))
  const choices = needsChoices(asked) ? await api.readFilterChoices(String(choice.brand), signal) : null
  const narrowing = parseNarrowing(asked, namesOf(page), choices)
  const list = new URLSearchParams([...Object.entries(daysOf(choice)), ...narrowing.query])
  const left = narrowing.query.size === 0 ? null : await countLeft(api, list, signal, choice.brand)
  return { choice: { ...choice, filters: narrowing.query }, problems, narrowing, choices, left }
}
