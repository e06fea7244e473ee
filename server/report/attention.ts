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
    ...brands.flatMap(gotWorse),
    ...unconfirmedMoves(brands),
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

function gotWorse({ id, name, rows }: ReportBrand): AttentionItem[] {
  const metrics = rows.filter(({ cell }) => cell.state === 'worse').map(({ metric }) => metric)
  return metrics.length === 0 ? [] : [{ kind: 'worse', brand: { id, name }, metrics }]
}

/** Every verdict of a brand rests on the day it moved, so those that wait for their first are told with its day. */
function unconfirmedMoves(brands: readonly ReportBrand[]): AttentionItem[] {
  const unconfirmed = brands.filter(({ move }) => move?.source === 'detected')
  if (unconfirmed.length === 0) return []
  const days = unconfirmed.filter(({ compared }) => !compared).flatMap(readyDays)
  const named = unconfirmed.map(({ id, name }) => ({ id, name }))
  return [{ kind: 'unconfirmed', brands: named, by: days.sort().at(0) ?? null }]
}

function readyDays({ rows }: ReportBrand): string[] {
  return rows.flatMap(({ cell: { state, readyOn } }) =>
    state === 'not_enough_data' && readyOn !== null ? [readyOn] : [],
  )
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
