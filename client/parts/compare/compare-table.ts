import type { CompareAnswer } from '../../compare-answer.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { momentWords } from '../freshness.ts'
import { sideBySideTable } from '../side-by-side/side-by-side-table.ts'
import { compareData } from './compare-data.ts'
import { compareRows } from './compare-rows.ts'
import { compareSource } from './compare-source.ts'

/** Every number of the page: what the verdict rests on, and beside it what there is to look at. */
export function compareTable(view: View, answer: CompareAnswer): HTMLElement {
  const { text, language } = view
  const { metric, comparisons, brands } = answer
  const heading = el('h2', { id: 'compare-table-title' }, text('compareTable.title'))
  const source = {
    ...compareSource(view, answer),
    id: 'compare-table-save',
    title: `${metric.name[language]} – ${text('compareTable.title')}`,
    table: () => compareData(view, answer),
  }
  return el(
    'section',
    { class: 'metric', aria: { labelledby: heading.id } },
    heading,
    el('p', { class: 'small compare-text' }, text('compareTable.text')),
    sideBySideTable(view, {
      id: 'compare-table',
      caption: `${text('compareTable.title')}: ${metric.name[language]}`,
      labelledby: heading.id,
      firstHeading: text('compareTable.brand'),
      rows: compareRows(view, answer),
    }),
    el(
      'p',
      { class: 'small' },
      text('compareTable.asOf', { moment: momentWords(comparisons.asOf, view, brands) }),
    ),
    figureTools(view, source, null),
  )
}
