import type { Comparison } from '../contract.ts'
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

/** A brand that is too young as a whole is one item; single figures are told by the day they will be ready. */
function notReady(brand: ReportBrand): AttentionItem[] {
  const waiting = brand.rows.flatMap(({ metric, cell }) =>
    cell.state === 'not_enough_data' && cell.readyOn !== null ? [{ metric, readyOn: cell.readyOn }] : [],
  )
  const days = [...new Set(waiting.map(({ readyOn }) => readyOn))].sort()
  const named = { id: brand.id, name: brand.name }
  if (waiting.length > 0 && waiting.length === brand.rows.length) {
    return [{ kind: 'too_early', brand: named, readyOn: days[0] }]
  }
  return days.map((readyOn) => ({
    kind: 'not_ready',
    brand: named,
    readyOn,
    metrics: waiting.filter((one) => one.readyOn === readyOn).map((one) => one.metric),
  }))
}
