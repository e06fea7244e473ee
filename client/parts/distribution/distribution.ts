import type { DistributionAnswer } from '../../../server/contract-distribution.ts'
import type { SeriesAnswer } from '../../../server/contract-detail.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import type { Figure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import { sidesOf } from '../../spread-words.ts'
import type { View } from '../../view.ts'
import { moreDetails, whenOpened } from '../more-details.ts'
import { skeleton } from '../skeleton.ts'
import { spreadPanel } from './spread-panel.ts'

/** What was loaded for a figure, so that another language or other colours need not load it again. */
const loaded = new WeakMap<SeriesAnswer, DistributionAnswer>()

/** How the durations of a figure were spread, fetched once somebody looks; null of what is no duration. */
export function distribution(view: View, figure: Figure, brand: BrandSummary) {
  const { metric, comparison, series } = figure
  const hasWindow = comparison.before ?? comparison.after ?? comparison.now
  if (metric.kind !== 'duration' || !hasWindow) return null
  const host = el('div', { class: 'spread' })
  const node = moreDetails(`${metric.key}-distribution`, view.text('distribution.show'), host)
  const known = loaded.get(series)
  if (known) show(known)
  return { node, watch: () => whenOpened(node, draw) }

  async function draw(): Promise<() => void> {
    const leaving = new AbortController()
    if (!known) void load(leaving.signal)
    return () => leaving.abort()
  }

  async function load(signal: AbortSignal): Promise<void> {
    host.setAttribute('aria-busy', 'true')
    host.replaceChildren(...skeleton(view.text, ['line', 'block']))
    try {
      const answer = await view.api.readDistribution(brand.id, metric.key, signal, figure.narrowed)
      loaded.set(series, answer)
      if (!signal.aborted) show(answer)
    } catch {
      if (!signal.aborted) showFailure(() => void load(signal))
    }
  }

  function show(answer: DistributionAnswer): void {
    host.removeAttribute('aria-busy')
    host.replaceChildren(
      sidesOf(answer).length > 0
        ? spreadPanel(view, figure, brand, answer)
        : el('p', { class: 'no-chart' }, view.text('distribution.none')),
    )
  }

  function showFailure(retry: () => void): void {
    host.removeAttribute('aria-busy')
    host.replaceChildren(
      el(
        'p',
        { class: 'spread-failed', role: 'alert' },
        view.text('distribution.failed'),
        el('button', { class: 'button', type: 'button', on: { click: retry } }, view.text('error.retry')),
      ),
    )
  }
}
