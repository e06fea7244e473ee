import type { MetricDescription } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { definition } from './definition.ts'

/** A metric's name that opens its definition. */
export function metricTerm(view: View, metric: MetricDescription): HTMLElement {
  const name = metric.name[view.language]
  return el(
    'button',
    {
      class: 'term',
      type: 'button',
      id: `term-${metric.key}`,
      title: view.text('definition.show'),
      aria: { haspopup: 'dialog' },
      on: { click: () => openDefinition(view, metric) },
    },
    name,
  )
}

function openDefinition(view: View, metric: MetricDescription): void {
  const heading = el('h2', { id: 'definition-title' }, metric.name[view.language])
  const dialog = el(
    'dialog',
    { aria: { labelledby: heading.id }, on: { close: () => dialog.remove(), click: closeWhenLeft } },
    el(
      'div',
      { class: 'dialog-body' },
      el(
        'form',
        { method: 'dialog' },
        el('button', { class: 'close', aria: { label: view.text('dialog.close') } }, '×'),
      ),
      heading,
      definition(view, metric),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()

  function closeWhenLeft(event: MouseEvent): void {
    // A link within leads to another page, where the dialog has no place.
    const isLink = event.target instanceof Element && event.target.closest('a') !== null
    if (event.target === dialog || isLink) dialog.close()
  }
}
