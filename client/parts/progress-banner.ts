import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

/** Shown while history is arriving; null once it is there. */
export function progressBanner(view: View, health: DataHealthAnswer): HTMLElement | null {
  if (health.historyComplete) return null
  const percent = `${formatNumber(Math.floor(health.progress * 100), view.language)}%`
  return el(
    'section',
    { class: 'banner arriving' },
    el('p', {}, el('strong', {}, view.text('progress.title', { percent })), ' ', view.text('progress.text')),
    progressBar(health.progress, view.text('progress.label')),
  )
}

export function progressBar(share: number, label: string): HTMLElement {
  return el('progress', { max: 100, value: Math.floor(share * 100), aria: { label } })
}
