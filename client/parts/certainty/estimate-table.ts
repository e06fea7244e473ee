import { formatEffect } from '../../../server/text/format.ts'
import { el, unseen } from '../../dom.ts'
import type { EstimateRow } from '../../estimate-rows.ts'
import type { FileColumn } from '../../downloads/data-table.ts'
import type { FigureSource } from '../../downloads/figure-file.ts'
import { fileChange } from '../../downloads/file-units.ts'
import type { View } from '../../view.ts'
import { rangeWords } from '../../words.ts'
import { effectRange } from '../effect-range.ts'
import { savedTable } from '../saved-table.ts'

type Scale = { margin: number; reach: number }

/** Answers below each other on one scale, the one that counts in bold. */
export function estimateTable(
  view: View,
  source: Omit<FigureSource, 'table'>,
  firstHeading: string,
  rows: readonly EstimateRow[],
  { margin, reach }: Scale,
): HTMLElement {
  const { text, language } = view
  const change = text('certainty.change')
  const end = (heading: string, key: 'value' | 'low' | 'high'): FileColumn<EstimateRow> => ({
    heading,
    value: ({ effect, hasRange }) =>
      effect && (hasRange || key === 'value') ? fileChange(effect[key], effect.unit) : null,
  })
  return savedTable(
    view,
    source,
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
        file: [
          { heading: firstHeading, value: ({ name }) => name },
          { heading: text('tools.note'), value: ({ note }) => note },
          { heading: text('tools.used'), value: ({ isUsed }) => (isUsed ? text('tools.yes') : null) },
        ],
      },
      {
        heading: change,
        isNumeric: true,
        cell: ({ effect, isUsed }) => {
          const words = effect
            ? formatEffect(effect.value, effect.unit, language)
            : text('certainty.noResult')
          return isUsed ? el('b', {}, words) : words
        },
        file: [
          end(change, 'value'),
          {
            heading: text('tools.unitOfChange'),
            value: ({ effect }) =>
              effect && text(effect.unit === 'ratio' ? 'tools.unit.rate' : 'tools.unit.points'),
          },
        ],
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
        file: [
          end(text('tools.low', { name: change }), 'low'),
          end(text('tools.high', { name: change }), 'high'),
        ],
      },
    ],
    rows,
  )
}
