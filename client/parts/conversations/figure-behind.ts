import type {
  ConversationsAnswer,
  LeftOutReason,
  ListedFigure,
} from '../../../server/contract-conversations.ts'
import { formatMetricValue, formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { choicesOfFigure, filterNames, listPath, withChoices } from '../../list-query.ts'
import { stretchWords } from '../../stretch-words.ts'
import { restsOnRatings } from '../../words.ts'
import type { View } from '../../view.ts'

const reasons: readonly LeftOutReason[] = ['closed', 'differs', 'week']
const countedChoices = ['all', 'yes', 'no'] as const

/** Which figure the rows stand behind, and that they are all of it. */
export function figureBehind(
  view: View,
  query: URLSearchParams,
  { total }: ConversationsAnswer,
  figure: ListedFigure,
): HTMLElement {
  const { text, language } = view
  const name = figure.name[language]
  const number = (value: number) => formatNumber(value, language)
  const counted = (count: number) =>
    text(restsOnRatings({ key: figure.metric }) ? 'conversations.totalRatings' : 'conversations.total', {
      n: number(count),
      count,
    })
  return el(
    'section',
    { class: 'panel behind', aria: { labelledby: 'behind-title' } },
    el('h2', { id: 'behind-title' }, text('behind.title', { metric: name })),
    el('p', {}, sentence()),
    figure.window && figure.window.n !== total
      ? el('p', { class: 'small' }, text('behind.part', { part: number(total), n: number(figure.window.n) }))
      : null,
    share(),
    leftOut(),
    figure.kind === 'rate' ? countedSwitch() : null,
    el(
      'p',
      { class: 'small' },
      el(
        'a',
        {
          href: view.link(
            listPath(withChoices(query, { ...choicesOfFigure, metric: null, sort: null, order: null })),
          ),
        },
        text('behind.everything'),
      ),
    ),
  )

  function sentence(): string {
    const { window } = figure
    if (window)
      return text('behind.window', {
        metric: name,
        value: formatMetricValue(window.value, figure.kind, language),
        side: text(`behind.${window.side}`),
        days: stretchWords(view, window.from, window.to),
        n: counted(window.n),
      })
    const [from, to] = [query.get('from'), query.get('to')]
    const isPart = isNarrowedFurther(query)
    const n = counted(total)
    if (from === null || to === null)
      return text(isPart ? 'behind.allPart' : 'behind.all', { metric: name, n })
    const days = stretchWords(view, from, to)
    return text(isPart ? 'behind.daysPart' : 'behind.days', { metric: name, days, n })
  }

  /** Of a share: how many of the rows count. */
  function share(): HTMLElement | null {
    const { kind, numerator } = figure
    if (kind !== 'rate' || figure.counted !== 'all' || numerator === null || total === 0) return null
    const words = { n: number(numerator), count: numerator, share: formatRate(numerator / total, language) }
    return el('p', {}, text('behind.counted', words))
  }

  function leftOut(): HTMLElement | null {
    const days = figure.leftOut
    if (days.length === 0) return null
    const why = reasons.flatMap((reason) => {
      const n = days.filter((day) => day.why === reason).length
      return n === 0 ? [] : [text(`behind.${reason}`, { n })]
    })
    const words = { n: days.length, count: days.length, why: why.join(', ') }
    return el('p', { class: 'small' }, text('behind.leftOut', words))
  }

  function countedSwitch(): HTMLElement {
    const labels = { all: 'behind.showAll', yes: 'behind.show', no: 'behind.showRest' } as const
    return el(
      'div',
      { class: 'switch', role: 'group', aria: { labelledby: 'behind-title' } },
      ...countedChoices.map((choice) =>
        el(
          'button',
          {
            type: 'button',
            id: `counted-${choice}`,
            aria: { pressed: String(choice === figure.counted) },
            on: {
              click: () =>
                view.choose(listPath(withChoices(query, { counted: choice === 'all' ? null : choice }))),
            },
          },
          text(labels[choice]),
        ),
      ),
    )
  }
}

/** By more than brand and days: then the rows are not all the figure is made of. */
function isNarrowedFurther(query: URLSearchParams): boolean {
  const others = filterNames.filter((name) => !['brand', 'from', 'to'].includes(name))
  return [...others, 'counted', 'took'].some((name) => query.has(name))
}
