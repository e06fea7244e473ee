import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { spanWords } from './span-words.ts'

/** Shown while history is arriving; null once it is there. */
export function progressBanner(view: View, health: DataHealthAnswer): HTMLElement | null {
  if (health.historyComplete) return null
  const percent = `${formatNumber(Math.floor(health.progress * 100), view.language)}%`
  const left = secondsLeft(health)
  const title = view.text('progress.title', { percent })
  return el(
    'section',
    { class: 'banner arriving' },
    el(
      'p',
      {},
      el('strong', {}, left === null ? title : `${title} · ${leftOf(left, view)}`),
      ' ',
      view.text('progress.text'),
    ),
    progressBar(health.progress, view.text('progress.label')),
  )
}

function leftOf(seconds: number, view: View): string {
  return view.text('health.left', { span: spanWords(seconds, view) })
}

/** Streams arrive side by side: the slowest is the one that is waited for. Null while no end can be told. */
export function secondsLeft({ streams }: Pick<DataHealthAnswer, 'streams'>): number | null {
  const lefts = streams.flatMap(({ itemsLeft, secondsLeft: left }) =>
    left === null || itemsLeft !== null ? [] : [left],
  )
  return lefts.length > 0 ? Math.max(...lefts) : null
}

export function progressBar(share: number, label: string): HTMLElement {
  return el('progress', { max: 100, value: Math.floor(share * 100), aria: { label } })
}
