import type { BotAnswer, BotFunnel } from '../../../server/contract-bot.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { stepPath } from '../../list-query.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { funnelData, funnelTable } from './funnel.ts'

/** The steps, and the buttons that save them. */
export function funnelFigure(
  view: View,
  { brand, brands: ofBrands, window, asOf }: BotAnswer,
  brands: readonly BrandSummary[],
  funnel: BotFunnel,
): HTMLElement[] {
  const { text } = view
  // Of several brands only where all are counted over the same days.
  const isSameDays = ofBrands.every((one) => one.window.from === window.from && one.window.to === window.to)
  const narrowed = 'query' in view.route ? view.route.query : undefined
  const table = funnelTable(view, funnel, (step) =>
    isSameDays ? stepPath(brand && brand.id, step, window, narrowed) : null,
  )
  const source = {
    ...{ id: 'bot-funnel-save', window, asOf, brands },
    subject: brand?.name ?? text('tools.allBrands'),
    title: text('funnel.title'),
    metrics: ['containment_rate', 'handoff_rate'],
    table: () => funnelData(view, funnel),
  }
  return [table, figureTools(view, source, table)]
}
