import { formatEffect } from '../../../server/text/format.ts'
import { el, unseen } from '../../dom.ts'
import type { EstimateRow } from '../../estimate-rows.ts'
import type { View } from '../../view.ts'
import { rangeWords } from '../../words.ts'
import { effectRange } from '../effect-range.ts'
import { plainTable } from '../plain-table.ts'

type Scale = { margin: number; reach: number }

/** Answers below each other on one scale, the one that counts in bold. */
export function estimateTable(
  view: View,
  caption: string,
  firstHeading: string,
  rows: readonly EstimateRow[],
  { margin, reach }: Scale,
): HTMLElement {
  const { text, language } = view
  return plainTable(
    caption,
    [
      {
        heading: firstHeading,
        cell: ({ name, note, isUsed }) =>
          el(
            'span',
            { class: 'estimate-name' },
            isUsed ? el('b', {}, name) : name,
            note ? el('small', {}, unseen(': '), note) : null,
          ),
      },
      {
        heading: text('certainty.change'),
        isNumeric: true,
        cell: ({ effect, isUsed }) => {
          const words = effect
            ? formatEffect(effect.value, effect.unit, language)
            : text('certainty.noResult')
          return isUsed ? el('b', {}, words) : words
        },
      },
      {
        heading: text('certainty.range'),
        cell: ({ effect, hasRange }) =>
          effect === null
            ? '–'
            : el(
                'span',
                { class: 'estimate-range' },
                effectRange(effect, margin, reach),
                el('span', {}, hasRange ? rangeWords(effect, language, text) : text('certainty.noRange')),
              ),
      },
    ],
    rows,
    'stacks',
  )
}
