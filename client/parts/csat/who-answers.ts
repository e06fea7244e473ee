import type { CsatDimension, CsatGroup, CsatSide } from '../../../server/contract-csat.ts'
import { formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import type { Column } from '../plain-table.ts'
import { plainTable } from '../plain-table.ts'

export const dimensions = ['channel', 'language', 'hours', 'bot'] as const satisfies readonly CsatDimension[]

type Row = { value: string | null; groups: readonly (CsatGroup | null)[] }

/** Which customers answer, before and after beside each other, one table for each thing that is known of them. */
export function whoAnswers(view: View, sides: readonly CsatSide[]): HTMLElement {
  return el(
    'div',
    { class: 'who-answers' },
    ...dimensions.map((dimension) =>
      el(
        'section',
        {},
        el('h3', {}, view.text(`csatWho.${dimension}`)),
        dimensionTable(view, sides, dimension),
      ),
    ),
  )
}

function dimensionTable(view: View, sides: readonly CsatSide[], dimension: CsatDimension): HTMLElement {
  const { text, language } = view
  const bySide = sides.map(
    ({ whoAnswers: found }) => found?.dimensions.find((one) => one.dimension === dimension)?.groups ?? [],
  )
  const values = [...new Set(bySide.flatMap((groups) => groups.map(({ value }) => value)))]
  const rows = values.map((value): Row => ({
    value,
    groups: bySide.map((groups) => groups.find((group) => group.value === value) ?? null),
  }))
  const columns: Column<Row>[] = [
    { heading: text('csatWho.group'), cell: ({ value }) => groupName(view, dimension, value) },
    ...sides.map(({ side }, index): Column<Row> => ({
      heading: side === 'only' ? text('csatWho.share') : text(`csat.side.${side}`),
      isNumeric: true,
      cell: ({ groups }) => {
        const group = groups[index]
        if (group === null) return '–'
        const asked = text('csatTrend.askedCount', { n: formatNumber(group.asked, language) })
        const share =
          group.responseRate === null ? text('csatWho.tooFew') : formatRate(group.responseRate, language)
        return el('span', { class: 'named' }, el('b', {}, share), el('span', { class: 'small' }, asked))
      },
    })),
  ]
  return plainTable(`${text('csatWho.title')}: ${text(`csatWho.${dimension}`)}`, columns, rows)
}

/** Channels and languages nobody named stay as Zendesk writes them. */
export function groupName({ text, language }: View, dimension: CsatDimension, value: string | null): string {
  if (value === null) return text('csatWho.unknown')
  switch (dimension) {
    case 'hours':
      return value === 'night' || value === 'morning' || value === 'afternoon' || value === 'evening'
        ? text(`csatWho.${value}`)
        : value
    case 'bot':
      return value === 'yes' || value === 'no' ? text(`csatWho.${value}`) : value
    case 'channel':
      return value === 'chat' || value === 'native_messaging' ? text(`csatWho.${value}`) : value
    case 'language':
      return languageName(value, language)
  }
}

function languageName(code: string, language: 'en' | 'ko'): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    // Not a code any standard knows.
    return code
  }
}
