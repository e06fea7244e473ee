import type { CsatSide, CsatSourceFigures } from '../../../server/contract-csat.ts'
import { formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { stretchWords } from '../../stretch-words.ts'
import type { View } from '../../view.ts'

const kinds = ['good', 'neutral', 'bad'] as const

/** Each side and source as one bar of good, neutral and bad, with every number written beside it. */
export function ratingBars(view: View, sides: readonly CsatSide[]): HTMLElement {
  const { text } = view
  return el(
    'div',
    { class: 'rating-sides' },
    ...sides.map((side) =>
      el(
        'section',
        { class: `rating-side ${side.side}` },
        el('h3', {}, text(`csat.side.${side.side}`)),
        el(
          'p',
          { class: 'small' },
          `${text(`window.${side.window.chosen}`)}: ${stretchWords(view, side.window.from, side.window.to)}`,
        ),
        ...(side.sources.length === 0
          ? [el('p', { class: 'small' }, text('csatBars.none'))]
          : side.sources.filter(hasAnswers).map((source) => ratingBar(view, source))),
        ...side.sources.filter((source) => !hasAnswers(source)).map((source) => unanswered(view, source)),
        side.daysLeftOut > 0
          ? el('p', { class: 'small' }, text('csatBars.leftOut', { n: side.daysLeftOut }))
          : null,
      ),
    ),
  )
}

function hasAnswers({ good, neutral, bad }: CsatSourceFigures): boolean {
  return good + neutral + bad > 0
}

/** A source that asked and got nothing back needs one line, not a bar. */
function unanswered(view: View, figures: CsatSourceFigures): HTMLElement {
  const name = view.text(`csat.source.${figures.source}`)
  return el('p', { class: 'small' }, `${name}: ${answeredWords(view, figures)}`)
}

function answeredWords({ text, language }: View, figures: CsatSourceFigures): string {
  return text('csatBars.answered', {
    answered: formatNumber(figures.answered, language),
    asked: formatNumber(figures.asked, language),
    share: formatRate(figures.responseRate, language),
  })
}

function ratingBar(view: View, figures: CsatSourceFigures): HTMLElement {
  const { text, language } = view
  const { source, good, neutral, bad, score } = figures
  const all = good + neutral + bad
  const parts = kinds.filter((kind) => figures[kind] > 0)
  const bar = el('div', { class: 'rating-bar', aria: { hidden: 'true' } }, ...parts.map((kind) => part(kind)))
  const words = parts.map((kind) =>
    el(
      'li',
      {},
      el('span', { class: `swatch rating ${kind}`, aria: { hidden: 'true' } }),
      text('csatBars.part', {
        n: formatNumber(figures[kind], language),
        word: text(`csatBars.${kind}`),
        share: formatRate(figures[kind] / all, language),
      }),
    ),
  )
  return el(
    'div',
    { class: 'rating-source' },
    el(
      'p',
      { class: 'rating-head' },
      el('b', {}, text(`csat.source.${source}`)),
      el('span', { class: 'small' }, text(`csat.sourceText.${source}`)),
      score === null
        ? null
        : el('b', { class: 'rating-score' }, text('csatBars.score', { share: formatRate(score, language) })),
    ),
    bar,
    el('ul', { class: 'key' }, ...words),
    el('p', { class: 'small' }, answeredWords(view, figures)),
  )

  function part(kind: (typeof kinds)[number]): HTMLElement {
    const piece = el('span', { class: `rating-part ${kind}` })
    // Through the object model: the content security policy allows no style attributes.
    piece.style.flexGrow = String(figures[kind] / all)
    return piece
  }
}
