import type { BotAnswer, BotFunnel } from '../../../server/contract-bot.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import { formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { fileValue, unitHeading } from '../../downloads/file-units.ts'
import type { PageChoice } from '../../page-choice.ts'
import { choicePath } from '../../page-choice.ts'
import type { View } from '../../view.ts'
import { countColumn } from '../saved-columns.ts'
import type { SavedColumn } from '../saved-table.ts'
import { savedTable } from '../saved-table.ts'

type Row = BotAnswer['brands'][number] & { funnel: BotFunnel }

/** Brands whose bot took part in conversations beside each other, each leading to its own page; the others by name. */
export function botBrandTable(
  view: View,
  { brands: found, asOf }: BotAnswer,
  choice: PageChoice,
  brands: readonly BrandSummary[],
): HTMLElement[] {
  const { text } = view
  const rows = found.filter((row): row is Row => row.funnel !== null)
  const others = found.filter(({ funnel }) => funnel === null).map(({ brand }) => brand.name)
  const share = (heading: string, of: (funnel: BotFunnel) => number): SavedColumn<Row> => ({
    heading,
    isNumeric: true,
    cell: ({ funnel }) => formatRate(of(funnel) / funnel.started, view.language),
    file: [
      {
        heading: unitHeading(heading, 'rate', text),
        value: ({ funnel }) => fileValue(of(funnel) / funnel.started, 'rate'),
      },
    ],
  })
  const source = {
    ...{ id: 'bot-brands-save', window: null, asOf, brands },
    caption: text('botBrands.caption'),
    subject: text('tools.allBrands'),
    title: text('botBrands.title'),
    metrics: ['containment_rate'],
  }
  const columns: SavedColumn<Row>[] = [
    {
      heading: text('botSources.brand'),
      cell: ({ brand }) =>
        el('a', { href: view.link(choicePath('bot', { ...choice, brand: brand.id })) }, brand.name),
      file: [
        { heading: text('botSources.brand'), value: ({ brand }) => brand.name },
        { heading: text('tools.weekFrom'), value: ({ window }) => window.from },
        { heading: text('tools.weekTo'), value: ({ window }) => addDays(window.to, -1) },
      ],
    },
    countColumn(view, text('funnel.started'), ({ funnel }) => funnel.started),
    share(text('botBrands.contained'), ({ contained }) => contained),
    share(text('botBrands.answered'), ({ answered }) => answered),
    share(text('botBrands.unanswered'), ({ unanswered }) => unanswered),
  ]
  return [
    ...(rows.length > 0 ? [savedTable(view, source, columns, rows)] : []),
    ...(others.length > 0
      ? [el('p', { class: 'small' }, text('botBrands.none', { brands: others.join(', ') }))]
      : []),
  ]
}
