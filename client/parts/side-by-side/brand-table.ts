import type { LevelsAnswer } from '../../../server/contract-levels.ts'
import type { BrandAnswer, FurtherFigure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import { brandPath } from '../../route.ts'
import type { View } from '../../view.ts'
import { momentWords } from '../freshness.ts'
import { figureTools } from '../figure-tools.ts'
import { sideBySideData } from './side-by-side-data.ts'
import { sideBySideTable } from './side-by-side-table.ts'
import type { SideRow } from './side-row.ts'

/** Every figure of the report at one brand, each held against everything there is to hold it against. */
export function brandTable(view: View, answer: BrandAnswer, { figures }: LevelsAnswer): HTMLElement {
  const { text, language } = view
  const { brand, goals, opened } = answer
  const shown: FurtherFigure[] = opened ? [...answer.figures, opened] : answer.figures
  const rows = shown.map(({ metric, comparison }): SideRow => {
    const name = metric.name[language]
    const further = metric.primary ? (opened?.metric.key ?? null) : metric.key
    return {
      name: el('a', { href: view.link(brandPath(brand.id, metric.key, further)) }, name),
      plainName: name,
      metric,
      comparison,
      levels: figures.find((one) => one.metric === metric.key) ?? null,
      goal: goals.goals.find((one) => one.metric === metric.key) ?? null,
    }
  })
  const heading = el('h2', { id: 'side-by-side-title' }, text('sideBySide.title'))
  const source = {
    id: 'side-by-side-save',
    subject: brand.name,
    title: text('sideBySide.title'),
    window: null,
    asOf: answer.asOf,
    brands: [brand],
    metrics: shown.map(({ metric }) => metric.key),
    table: () => sideBySideData(view, { firstHeading: text('sideBySide.figure'), rows, unit: null }),
  }
  return el(
    'section',
    { class: 'metric', id: 'side-by-side-section', aria: { labelledby: heading.id } },
    heading,
    el('p', { class: 'small compare-text' }, text('compareTable.text')),
    sideBySideTable(view, {
      id: 'side-by-side',
      caption: `${brand.name}: ${text('sideBySide.title')}`,
      labelledby: heading.id,
      firstHeading: text('sideBySide.figure'),
      rows,
    }),
    el(
      'p',
      { class: 'small' },
      text('compareTable.asOf', { moment: momentWords(answer.asOf, view, [brand]) }),
    ),
    figureTools(view, source, null),
  )
}
