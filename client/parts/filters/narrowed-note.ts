import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { Child } from '../../dom.ts'
import { listPath } from '../../list-query.ts'
import type { NarrowingProblem } from '../../narrowing.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'

type Narrowed = {
  /** Conversations that are left; null where that is not known. */
  left: number | null
  /** Those conversations as a list. */
  list: URLSearchParams
  /** Whether no figure of the page could be judged for want of data. */
  isTooFew: boolean
  /** What the report says of the same. */
  report?: Child
}

/** That a view is narrowed, to how much, and what it therefore is not. */
export function narrowedNote(view: View, { left, list, isTooFew, report }: Narrowed): HTMLElement {
  const { text, language } = view
  const conversations =
    left === null ? null : text('figure.conversations', { n: formatNumber(left, language), count: left })
  return el(
    'section',
    { class: 'narrowed-note', aria: { labelledby: 'narrowed-title' } },
    icon('not_comparable'),
    el(
      'div',
      {},
      el('h2', { id: 'narrowed-title' }, text('filters.narrowed')),
      el('p', { class: 'small' }, text('filters.narrowedText')),
      report ? el('p', { class: 'small narrowed-report' }, `${text('filters.inReport')} `, report) : null,
      left === 0
        ? el('p', { class: 'narrowed-few' }, text('filters.leftNone'))
        : conversations
          ? el(
              'p',
              { class: 'narrowed-left' },
              el('b', {}, text('filters.left', { conversations })),
              ' · ',
              el('a', { href: view.link(listPath(list)) }, text('filters.leftLink')),
            )
          : null,
      isTooFew && left !== 0 ? el('p', { class: 'narrowed-few' }, text('filters.tooFew')) : null,
    ),
  )
}

/** What of an address could not be used, and what was done instead. */
export function narrowingNotices(
  { text }: Pick<View, 'text'>,
  problems: readonly NarrowingProblem[],
): string[] {
  return problems.map(({ name, given, why }) =>
    text(`filters.problem.${why}`, {
      given: given.slice(0, 40),
      name: text(name === 'from' || name === 'to' ? 'filter.days' : `filter.${name}`),
    }),
  )
}
