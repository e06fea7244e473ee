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
    { aria: { labelledby: heading.id }, on: { close: () => dialog.remove(), click: closeOnBackdrop } },
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

  function closeOnBackdrop(event: MouseEvent): void {
    if (event.target === dialog) dialog.close()
  }
}
