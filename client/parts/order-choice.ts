import { el } from '../dom.ts'
import type { Order } from '../route.ts'
import { orders, overviewPath } from '../route.ts'
import type { View } from '../view.ts'

/** In which order the brands stand; the choice is part of the address, beside which figures and days there are. */
export function orderChoice(view: View, current: Order, choices: URLSearchParams): HTMLElement {
  const select = el(
    'select',
    { id: 'order', on: { change: () => view.rename(overviewPath(readOrder(select.value), choices)) } },
    ...orders.map((order) =>
      el('option', { value: order, selected: order === current }, view.text(`order.${order}`)),
    ),
  )
  return el('div', { class: 'order' }, el('label', { htmlFor: 'order' }, view.text('grid.order')), select)
}

function readOrder(value: string): Order {
  return orders.find((order) => order === value) ?? 'attention'
}
