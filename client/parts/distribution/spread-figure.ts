import type { DistributionAnswer, DistributionCount } from '../../../server/contract-distribution.ts'
import { el } from '../../dom.ts'
import type { Bin, NamedSide } from '../../spread-words.ts'
import { binOfHalf, binWords, shareWords, sidesOf } from '../../spread-words.ts'
import type { View } from '../../view.ts'
import { keyEntry } from '../chart-key.ts'

/** Where the rows of a bin are listed; of what has not ended where it is null. */
export type SpreadPath = (side: { from: string; to: string }, bin: Bin | null) => string

/** For every bin a bar per side, one above the other; the bin in which half is reached says so. */
export function spreadFigure(
  view: View,
  answer: DistributionAnswer,
  label: string,
  pathOf: SpreadPath,
): HTMLElement {
  const { text, language } = view
  const { bins } = answer
  const sides = sidesOf(answer)
  const widest = Math.max(
    ...sides.flatMap(({ side }) => [...side.counts, side.unended].map(({ share }) => share)),
  )
  const halves = sides.map(({ side }) => binOfHalf(side, bins))
  const row = (name: string, countOf: (side: NamedSide) => DistributionCount, place: number | null) =>
    el(
      'div',
      { class: 'spread-row' },
      el('span', { class: 'spread-bin' }, name),
      el(
        'span',
        { class: 'spread-bars' },
        ...sides.map((side, i) =>
          bar(view, side, countOf(side).share / widest, {
            words: shareWords(countOf(side).share, language),
            path: countOf(side).n > 0 ? pathOf(side.side, place === null ? null : bins[place]) : null,
            isHalf: place !== null && halves[i] === place,
          }),
        ),
      ),
    )
  const hasUnended = sides.some(({ side }) => side.unended.n > 0)
  return el(
    'figure',
    { class: 'chart spread-figure' },
    el('figcaption', {}, text('distribution.title')),
    el('p', { class: 'small' }, text('distribution.scale')),
    el(
      'div',
      { class: 'spread-rows', role: 'img', aria: { label } },
      ...bins.map((bin, i) => row(binWords(bin, language, text), ({ side }) => side.counts[i], i)),
      hasUnended ? row(text('distribution.unended'), ({ side }) => side.unended, null) : null,
    ),
    el(
      'ul',
      { class: 'key' },
      ...sides.map(({ name }) => keyEntry(`spread-${name}`, text(`figure.${name}`))),
      el(
        'li',
        {},
        el('span', { class: 'spread-half' }, text('distribution.half')),
        text('distribution.legendHalf'),
      ),
    ),
  )
}

function bar(
  view: View,
  { name }: NamedSide,
  width: number,
  { words, path, isHalf }: { words: string; path: string | null; isHalf: boolean },
): HTMLElement {
  const { text } = view
  const filled = el('span', { class: `spread-bar spread-${name}` })
  filled.style.setProperty('--part', String(width))
  return el(
    'span',
    {
      class: path === null ? 'spread-line' : 'spread-line leads',
      title: path === null ? '' : text('behind.click'),
      // For the keyboard the table below has the same ways.
      on: path === null ? {} : { click: () => view.go(path) },
    },
    width > 0 && filled,
    el('span', { class: 'spread-share' }, words),
    isHalf && el('span', { class: 'spread-half' }, text('distribution.half')),
  )
}
