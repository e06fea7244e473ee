import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'

/** Stands above figures that could not be refreshed: from when they are, and a way to try again. */
export function staleBanner(view: View, received: Date, retry: () => void): HTMLElement {
  const time = new Intl.DateTimeFormat(view.language === 'ko' ? 'ko-KR' : 'en-GB', { timeStyle: 'short' })
  return el(
    'div',
    { class: 'banner stale' },
    icon('warning'),
    el('p', {}, view.text('stale.text', { time: time.format(received) })),
    el('button', { class: 'button small', type: 'button', on: { click: retry } }, view.text('error.retry')),
  )
}
