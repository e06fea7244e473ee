import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import type { ListName } from '../../list-query.ts'
import type { NarrowingName } from '../../narrowing.ts'
import type { Fields } from './filter-fields.ts'
import type { Choice } from './filter-words.ts'

/** A filter that one page has beside those of all. */
export type OwnFilter = {
  name: ListName
  label: string
  /** Null: it is chosen elsewhere, or came with a link; here it is only shown and taken away. */
  options: readonly Choice[] | null
  /** Its value as people call it; where left out, as the choices do. */
  words?: (value: string) => string
  /** What another choice changes beside itself. */
  besides?: Partial<Record<ListName, null>>
}

export type NarrowBar = Fields & {
  /** What the page can be narrowed by, in the order of the bar. */
  offered: readonly NarrowingName[]
  /** What this page alone can be narrowed by. */
  own?: readonly OwnFilter[]
  /** Null: they are fetched once somebody looks. */
  choices: FilterChoicesAnswer | null
  loadChoices(signal: AbortSignal): Promise<FilterChoicesAnswer>
  /** Which brand, which figure: what stands before the days. */
  lead: readonly HTMLElement[]
  /** The latest day there may be something of. */
  today: string
  /** What no days are called. */
  usualDays: string
  /** The address without any filter; where left out, without what narrows every page. */
  cleared?: URLSearchParams
}
