import type { CsatAnswer, CsatSide, CsatSourceFigures } from '../../../server/contract-csat.ts'
import { formatEffect, formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import { stateMark } from '../state-mark.ts'

/** The three questions a reader brings, each with its figures and one sentence. */
export function csatAnswers(view: View, answer: CsatAnswer): HTMLElement {
  return el(
    'ul',
    { class: 'csat-answers' },
    el('li', {}, satisfied(view, answer)),
    el('li', {}, everybody(view, answer)),
    el('li', {}, sameQuestion(view, answer)),
  )
}

/** Of a side, the source that speaks for it: the one with the most ratings. */
export function mainSource({ sources }: CsatSide): CsatSourceFigures | null {
  const [most] = [...sources].sort((one, other) => other.answered - one.answered)
  return most && most.answered > 0 ? most : null
}

function satisfied(view: View, answer: CsatAnswer): HTMLElement {
  const { text, language } = view
  const cell =
    answer.brand && answer.sides.length > 1
      ? answer.comparisons.find(({ metric }) => metric === 'csat')
      : undefined
  const figures = answer.sides.flatMap((side) =>
    shownSources(answer, side).map((source) =>
      figure(
        labelOf(view, answer, side, source),
        formatRate(source.score, language),
        text('csatAnswer.goodOf', {
          good: formatNumber(source.good, language),
          n: formatNumber(source.good + source.bad, language),
          count: source.good + source.bad,
        }),
      ),
    ),
  )
  return tile(text('csatAnswer.satisfied'), figures, cell ? stateMark(cell.state, text) : null, null)
}

function everybody(view: View, answer: CsatAnswer): HTMLElement {
  const { text, language } = view
  const sides = answer.sides.flatMap((side) => shownSources(answer, side).map((source) => ({ side, source })))
  const figures = sides.map(({ side, source }) =>
    figure(
      labelOf(view, answer, side, source),
      formatRate(source.responseRate, language),
      text('csatAnswer.answerOf', {
        answered: formatNumber(source.answered, language),
        asked: formatNumber(source.asked, language),
      }),
    ),
  )
  const last = sides.at(-1)?.source
  const rate = last?.responseRate ?? null
  const words =
    rate === null
      ? text('csatAnswer.nobody')
      : text('csatAnswer.few', { n: rate > 0 && rate < 0.005 ? '<1' : formatNumber(rate * 100, language) })
  const { bounds } = answer
  const bounded =
    bounds &&
    text('csatAnswer.bounds', {
      before: formatRate(bounds.before, language),
      after: formatRate(bounds.after, language),
      low: formatEffect(bounds.low, 'points', language),
      high: formatEffect(bounds.high, 'points', language),
    })
  return tile(text('csatAnswer.everybody'), figures, null, bounded === null ? words : `${words} ${bounded}`)
}

function sameQuestion(view: View, answer: CsatAnswer): HTMLElement {
  const { text } = view
  const { isSameQuestion, sides } = answer
  const title = text('csatAnswer.same')
  const names = (side: CsatSide) => {
    const main = mainSource(side)
    return main ? text(`csat.source.${main.source}`) : text('figure.noValue')
  }
  if (isSameQuestion === null) {
    const [only] = sides
    const asked = only ? only.sources.filter(({ answered }) => answered > 0) : []
    const isMixed = sides.length === 1 && asked.length > 1
    const words = isMixed
      ? text('csatAnswer.mixedText', {
          sources: asked.map(({ source }) => text(`csat.source.${source}`)).join(', '),
        })
      : text(sides.length > 1 ? 'csatAnswer.oneSideText' : 'csatAnswer.oneText')
    return tile(title, [bold(text(isMixed ? 'csatAnswer.no' : 'csatAnswer.unknown'))], null, words)
  }
  const [before, after] = sides
  return isSameQuestion
    ? tile(
        title,
        [bold(text('csatAnswer.yes'), 'check')],
        null,
        text(mainSource(after)?.source === 'survey' ? 'csatAnswer.yesSurvey' : 'csatAnswer.yesText'),
      )
    : tile(
        title,
        [bold(text('csatAnswer.no'), 'not_comparable')],
        null,
        text('csatAnswer.noText', { before: names(before), after: names(after) }),
      )
}

/** Of one brand what answers the side's main question; of several brands every source, for they ask different things. */
function shownSources({ brand }: CsatAnswer, side: CsatSide): CsatSourceFigures[] {
  if (brand === null) return side.sources.filter(({ answered }) => answered > 0)
  const main = mainSource(side)
  return main ? [sameFamily(side, main)] : []
}

/** Chat and ticket ratings ask the same thing; they are one figure, as in the report. */
function sameFamily({ sources }: CsatSide, main: CsatSourceFigures): CsatSourceFigures {
  if (main.source === 'survey') return main
  const own = sources.filter(({ source }) => source !== 'survey')
  const sum = (key: 'good' | 'neutral' | 'bad' | 'asked' | 'answered') =>
    own.reduce((total, figures) => total + figures[key], 0)
  const [good, bad, asked, answered] = [sum('good'), sum('bad'), sum('asked'), sum('answered')]
  return {
    ...{ source: main.source, good, neutral: sum('neutral'), bad, asked, answered },
    score: good + bad === 0 ? null : good / (good + bad),
    responseRate: asked === 0 ? null : answered / asked,
  }
}

function labelOf(
  { text }: View,
  { brand, sides }: CsatAnswer,
  { side }: CsatSide,
  { source }: CsatSourceFigures,
): string {
  return brand === null || sides.length === 1 ? text(`csat.source.${source}`) : text(`csat.side.${side}`)
}

function tile(title: string, figures: HTMLElement[], mark: Node | null, words: string | null): HTMLElement {
  return el(
    'div',
    { class: 'panel csat-answer' },
    el('h2', {}, title),
    el('div', { class: 'csat-figures' }, ...figures),
    mark,
    words === null ? null : el('p', { class: 'small' }, words),
  )
}

function figure(label: string, value: string, note: string): HTMLElement {
  return el(
    'div',
    {},
    el('h3', {}, label),
    el('p', { class: 'number' }, value),
    el('p', { class: 'small' }, note),
  )
}

function bold(words: string, shape: 'check' | 'not_comparable' | null = null): HTMLElement {
  return el('p', { class: 'csat-word' }, shape && icon(shape), el('span', {}, words))
}
