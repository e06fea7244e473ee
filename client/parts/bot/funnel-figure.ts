import type { BotAnswer, BotFunnel } from '../../../server/contract-bot.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { funnelData, funnelTable } from './funnel.ts'

/** The steps, and the buttons that save them. */
export function funnelFigure(
  view: View,
  { brand, window, asOf }: BotAnswer,
  brands: readonly BrandSummary[],
  funnel: BotFunnel,
): HTMLElement[] {
  const { text } = view
  const table = funnelTable(view, funnel)
  const source = {
    ...{ id: 'bot-funnel-save', window, asOf, brands },
    subject: brand?.name ?? text('tools.allBrands'),
    title: text('funnel.title'),
    metrics: ['containment_rate', 'handoff_rate'],
    table: () => funnelData(view, funnel),
  }
  return [table, figureTools(view, source, table)]
}
