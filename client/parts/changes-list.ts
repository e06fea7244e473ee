import type { ComparisonsAnswer, MetricDescription } from '../../server/contract.ts'
import { formatDay } from '../../server/text/format.ts'
import { brandLink } from '../brand-link.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { moreDetails } from './more-details.ts'
import { stateMark } from './state-mark.ts'

const MOST_SHOWN = 5

/** Which verdicts were others a week ago, each leading to its figure; null where that is not known. */
export function changesList(
  view: View,
  { changes, comparisons }: Pick<ComparisonsAnswer, 'changes' | 'comparisons'>,
  metrics: readonly MetricDescription[],
): HTMLElement | null {
  if (changes === null) return null
  const { text, language } = view
  const day = formatDay(changes.since, language)
  const items = changes.cells.flatMap(({ brandId, metric, from }) => {
    const cell = comparisons.find((one) => one.brand.id === brandId && one.metric === metric)
    const name = metrics.find(({ key }) => key === metric)?.name[language]
    if (!cell || name === undefined) return []
    return [
      el(
        'li',
        {},
        el(
          'a',
          { href: brandLink(view, brandId, { key: metric, primary: true }) },
          el('b', {}, cell.brand.name),
          ` ${name}`,
        ),
        stateMark(from, text),
        el('span', { class: 'turned' }, '→'),
        stateMark(cell.state, text),
      ),
    ]
  })
  if (items.length === 0) return el('p', { class: 'small' }, text('changes.none', { day }))
  const rest = items.slice(MOST_SHOWN)
  return el(
    'section',
    { class: 'changes', aria: { labelledby: 'changes-title' } },
    el('h2', { id: 'changes-title' }, text('changes.title', { day })),
    el('ul', {}, ...items.slice(0, MOST_SHOWN)),
    rest.length > 0 &&
      moreDetails('changes-more', text('changes.more', { n: rest.length }), el('ul', {}, ...rest)),
  )
}
