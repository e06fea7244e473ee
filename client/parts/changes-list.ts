import type { ComparisonsAnswer, ComparisonState, MetricDescription } from '../../server/contract.ts'
import { formatDay } from '../../server/text/format.ts'
import { brandLink } from '../brand-link.ts'
import { el, unseen } from '../dom.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'
import { moreDetails } from './more-details.ts'
import { stateMark } from './state-mark.ts'

const MOST_SHOWN = 3

/** What somebody should look at comes first. */
const firstStates: readonly ComparisonState[] = ['worse', 'improved', 'higher', 'lower']

/** Which verdicts were others a week ago, each leading to its figure; null where that is not known. */
export function changesList(
  view: View,
  { changes, comparisons }: Pick<ComparisonsAnswer, 'changes' | 'comparisons'>,
  metrics: readonly MetricDescription[],
): HTMLElement | null {
  if (changes === null) return null
  const { text, language } = view
  const day = formatDay(changes.since, language)
  const known = changes.cells.flatMap(({ brandId, metric, from }) => {
    const cell = comparisons.find((one) => one.brand.id === brandId && one.metric === metric)
    const name = metrics.find(({ key }) => key === metric)?.name[language]
    return cell && name !== undefined ? [{ brandId, metric, from, cell, name }] : []
  })
  const items = known
    .toSorted((one, other) => placeOf(one.cell.state, one.from) - placeOf(other.cell.state, other.from))
    .map(({ brandId, metric, from, cell, name }) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: brandLink(view, brandId, { key: metric, primary: true }) },
          el('b', {}, cell.brand.name),
          ` ${name}`,
        ),
        el(
          'span',
          { class: 'turn' },
          stateMark(from, text),
          icon('arrow'),
          unseen(text('changes.to')),
          stateMark(cell.state, text),
        ),
      ),
    )
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

/** Verdicts there are now, then those that are gone, then the rest. */
function placeOf(now: ComparisonState, before: ComparisonState): number {
  const [place, lost] = [now, before].map((state) => firstStates.indexOf(state))
  if (place >= 0) return place
  return firstStates.length + (lost >= 0 ? 0 : 1)
}
