import type { BotAnswer, BotFunnel } from '../../../server/contract-bot.ts'
import { formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { PageChoice } from '../../page-choice.ts'
import { choicePath } from '../../page-choice.ts'
import type { View } from '../../view.ts'
import type { Column } from '../plain-table.ts'
import { plainTable } from '../plain-table.ts'

type Row = BotAnswer['brands'][number]

/** Brands with a bot beside each other, each leading to its own page. */
export function botBrandTable(view: View, brands: readonly Row[], choice: PageChoice): HTMLElement {
  const { text, language } = view
  const share = (heading: string, of: (funnel: BotFunnel) => number): Column<Row> => ({
    heading,
    isNumeric: true,
    cell: ({ funnel }) => formatRate(funnel && of(funnel) / funnel.started, language),
  })
  return plainTable(
    text('botBrands.caption'),
    [
      {
        heading: text('botSources.brand'),
        cell: ({ brand }) =>
          el('a', { href: view.link(choicePath('bot', { ...choice, brand: brand.id })) }, brand.name),
      },
      {
        heading: text('funnel.started'),
        isNumeric: true,
        cell: ({ funnel }) => formatNumber(funnel && funnel.started, language),
      },
      share(text('botBrands.contained'), ({ contained }) => contained),
      share(text('botBrands.answered'), ({ answered }) => answered),
      share(text('botBrands.unanswered'), ({ unanswered }) => unanswered),
    ],
    brands,
    'stacks',
  )
}
