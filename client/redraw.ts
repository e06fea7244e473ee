/**
 * Puts new nodes in place of the old ones and keeps what the reader had open or in focus,
 * as far as it is still there; elements are recognised by their id.
 */
export function redraw(host: HTMLElement, nodes: readonly Node[]): void {
  const open = [...host.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(
    (details) => details.id,
  )
  const focused = document.activeElement
  const focusedId = focused instanceof HTMLElement && host.contains(focused) ? focused.id : ''

  host.replaceChildren(...nodes)

  for (const id of open) {
    const details = document.getElementById(id)
    if (details instanceof HTMLDetailsElement) details.open = true
  }
  if (focusedId !== '') document.getElementById(focusedId)?.focus({ preventScroll: true })
}
