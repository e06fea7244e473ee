import { forestText } from '../../../server/charts/forest-text.ts'
import type { Comparison, Effect, PooledComparison } from '../../../server/contract.ts'
import { marginWords } from '../../../server/text/sentence-parts.ts'
import type { CompareAnswer } from '../../compare-answer.ts'
import { el } from '../../dom.ts'
import { effectInWords } from '../../effect-words.ts'
import type { ForestOrder } from '../../forest-order.ts'
import { orderForest } from '../../forest-order.ts'
import { brandLink } from '../../brand-link.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { rangeEnds, rangeWords, waitingWords } from '../../words.ts'
import { keyEntry } from '../chart-key.ts'
import { figureTools } from '../figure-tools.ts'
import { gradeBadge } from '../grade-badge.ts'
import { stateMark } from '../state-mark.ts'
import { compareSource } from './compare-source.ts'
import { forestData } from './forest-data.ts'

/** Where a range lies within its row: in the middle beside its words, below them on a narrow screen. */
const BESIDE = 0.5
const BELOW = 0.84
const NARROW = '(max-width: 720px)'

type Shown = Pick<Comparison, 'state' | 'grade'> & { name: string; effect: Effect; href: string | null }

/** Every brand's effect with its range on one scale, all brands together below, and who has none and why. */
export function forestFigure(view: View, answer: CompareAnswer) {
  const { metric, comparisons } = answer
  const { text, language } = view
  const order = orderForest(comparisons.comparisons, metric, language)
  const pooled = comparisons.pooled.find((one) => one.metric === metric.key) ?? null
  const rows: Shown[] = order.rows.map(({ brand, state, grade, effect }) => ({
    ...{ name: brand.name, state, grade, effect },
    href: brandLink(view, brand.id, metric),
  }))
  const together = rows.length > 0 && pooled?.effect ? togetherRow(view, pooled, pooled.effect) : null
  const all = together ? [...rows, together] : rows
  const canvas = el('canvas', { role: 'img', aria: { label: labelOf() } })
  const plot = el('div', { class: 'forest-canvas' }, canvas)
  const frame = el(
    'div',
    { class: 'forest' },
    el('ul', { class: 'forest-rows' }, ...all.map((row) => forestRow(view, row, metric, row === together))),
    plot,
  )
  frame.style.setProperty('--rows', String(all.length))
  const heading = el('h2', { id: 'forest-title' }, text('forest.title'))
  const node = el(
    'section',
    { class: 'metric', aria: { labelledby: heading.id } },
    heading,
    el('p', { class: 'small' }, orderWords(view, order)),
    ...(rows.length > 0
      ? [
          figure(),
          pooled ? el('p', { class: 'sentence' }, pooled.sentence[language]) : null,
          metric.primary && pooled ? null : el('p', { class: 'small' }, text('forest.pooledNone')),
        ]
      : []),
    withoutEffect(view, comparisons.comparisons),
  )
  return { node, shown: rows.length > 0 ? shown : () => () => {} }

  /** Drawn anew where the words go from beside the ranges to above them. */
  function shown(): () => void {
    const narrow = matchMedia(NARROW)
    let takeAway: () => void = () => {}
    let isGone = false
    const draw = () =>
      void import('../../charts/draw-forest.ts').then(({ drawForest }) => {
        takeAway()
        takeAway = () => {}
        if (isGone) return
        takeAway = drawForest(canvas, {
          rows,
          pooled: together?.effect ?? null,
          margin: metric.margin,
          place: narrow.matches ? BELOW : BESIDE,
          text: forestText(view, metric),
        })
      })
    narrow.addEventListener('change', draw)
    draw()
    return () => {
      isGone = true
      narrow.removeEventListener('change', draw)
      takeAway()
    }
  }

  function figure(): HTMLElement {
    const drawn = el('figure', { class: 'chart' }, frame, axisWords(view), forestKey())
    const source = {
      ...compareSource(view, answer),
      id: 'forest-save',
      title: `${metric.name[language]} – ${text('forest.title')}`,
      table: () => forestData(view, answer),
    }
    drawn.append(figureTools(view, source, drawn))
    return drawn
  }

  function labelOf(): string {
    const words = all.map(({ name, state, effect }) =>
      text('forest.rowLabel', {
        brand: name,
        state: text(`state.${state}`),
        effect: effectInWords(effect, metric, language, text),
        ...rangeEnds(effect, language),
      }),
    )
    return text('forest.label', { metric: metric.name[language], rows: words.join(' ') })
  }

  function forestKey(): HTMLElement {
    const margin = marginWords(metric, language)
    return el(
      'ul',
      { class: 'key' },
      keyEntry('forest-none', text('forest.keyNone')),
      keyEntry('forest-margin', text('forest.keyMargin', { margin })),
      keyEntry('forest-range', text('forest.keyRange')),
      together ? keyEntry('forest-diamond', text('forest.keyPooled')) : null,
    )
  }
}

function togetherRow({ text }: View, { state, grade }: PooledComparison, effect: Effect): Shown {
  return { name: text('forest.pooled'), state, grade, effect, href: null }
}

/** Name and outcome to the left of the range, the size to its right; on a narrow screen both above it. */
function forestRow(
  view: View,
  { name, state, grade, effect, href }: Shown,
  metric: CompareAnswer['metric'],
  isTogether: boolean,
): HTMLElement {
  const { text, language } = view
  const isCalled = state !== 'no_clear_change'
  return el(
    'li',
    { class: isTogether ? 'together' : '' },
    el(
      'span',
      { class: 'forest-name' },
      href === null ? el('b', {}, name) : el('a', { href }, name),
      el('span', { class: 'forest-state' }, stateMark(state, text), grade ? gradeBadge(grade, text) : null),
    ),
    el(
      'span',
      { class: `forest-effect ${state}` },
      el('b', { class: isCalled ? '' : 'unclear' }, effectInWords(effect, metric, language, text)),
      el('span', { class: 'small' }, rangeWords(effect, language, text)),
    ),
  )
}

function axisWords({ text }: View): HTMLElement {
  return el(
    'div',
    { class: 'forest-axis small', aria: { hidden: 'true' } },
    el('span', {}, text('forest.less')),
    el('span', {}, text('forest.axis')),
    el('span', {}, text('forest.more')),
  )
}

function orderWords({ text, language }: View, { certainty, clear }: ForestOrder): string {
  if (certainty !== 'clear') return text(`forest.${certainty}`)
  const names = clear.map(({ brand }) => brand.name)
  const brands = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  return text('forest.clear', { brands, n: clear.length })
}

/** Brands without a result, each with its short reason. */
function withoutEffect(view: View, comparisons: readonly Comparison[]): HTMLElement | null {
  const { text, language } = view
  const without = comparisons.filter(
    ({ effect, state }) => effect === null || state === 'not_enough_data' || state === 'not_comparable',
  )
  if (without.length === 0) return null
  return el(
    'div',
    { class: 'forest-without' },
    el('h3', {}, text('forest.without')),
    el(
      'ul',
      {},
      ...without.map((comparison) => {
        const reason = isNotMoved(comparison) ? null : waitingWords(comparison, language, text)
        const mark = isNotMoved(comparison)
          ? el('span', { class: 'state not_moved' }, text('state.not_moved'))
          : stateMark(comparison.state, text)
        return el(
          'li',
          {},
          el('a', { href: brandLink(view, comparison.brand.id, null) }, comparison.brand.name),
          mark,
          reason ? el('span', { class: 'small' }, reason) : null,
        )
      }),
    ),
  )
}
