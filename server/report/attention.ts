import type { Comparison } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import type { AttentionItem, ReportBrand } from './report.ts'

/** Data that ends more than a day before the mail is worth a warning. */
const STALE_AFTER_MS = 24 * 3_600_000

/** What a person should look at, most urgent first. */
export function attentionOf(
  brands: readonly ReportBrand[],
  state: { dataCompleteTo: string | null; now: number },
): AttentionItem[] {
  const cells = brands.flatMap((brand) => brand.rows.map((row) => row.cell))
  return [
    ...staleData(state.dataCompleteTo, state.now),
    ...arrivingHistory(cells),
    ...cells.filter((cell) => cell.state === 'worse').map((cell) => ({ kind: 'worse' as const, cell })),
    ...brands.flatMap(notReady),
  ]
}

function staleData(dataCompleteTo: string | null, now: number): AttentionItem[] {
  const stale = dataCompleteTo === null || now - Date.parse(dataCompleteTo) > STALE_AFTER_MS
  return stale ? [{ kind: 'stale', dataCompleteTo }] : []
}

/** Said once for the account, in the words of the cell that waits for it. */
function arrivingHistory(cells: readonly Comparison[]): AttentionItem[] {
  const reason = cells.flatMap((cell) => cell.reasons).find(({ code }) => code === 'history_arriving')
  return reason ? [{ kind: 'history_arriving', text: { en: reason.en, ko: reason.ko } }] : []
}

/** Figures of a brand that have too little data yet, by the day they will be ready. */
function notReady(brand: ReportBrand): AttentionItem[] {
  const byDay = new Map<Day, AttentionItem & { kind: 'not_ready' }>()
  for (const { metric, cell } of brand.rows) {
    if (cell.state !== 'not_enough_data' || cell.readyOn === null) continue
    const item = byDay.get(cell.readyOn) ?? {
      kind: 'not_ready',
      brand: { id: brand.id, name: brand.name },
      readyOn: cell.readyOn,
      metrics: [],
      all: false,
    }
    item.metrics.push(metric)
    item.all = item.metrics.length === brand.rows.length
    byDay.set(cell.readyOn, item)
  }
  return [...byDay.values()].sort((a, b) => a.readyOn.localeCompare(b.readyOn))
}
