import { el } from '../dom.ts'
import type { Child } from '../dom.ts'

/** Something more for whoever wants it, closed at first. The heading has an id, so that it keeps the focus when redrawn. */
export function moreDetails(id: string, heading: string, ...body: Child[]): HTMLDetailsElement {
  return el('details', { id }, el('summary', { id: `${id}-heading` }, heading), ...body)
}

/** Draws when the details are opened for the first time; what it returns takes the drawing away again. */
export function whenOpened(details: HTMLDetailsElement, draw: () => Promise<() => void>): () => void {
  let drawn: Promise<() => void> | null = null
  const look = () => {
    if (details.open) drawn ??= draw()
  }
  details.addEventListener('toggle', look)
  look()
  return () => {
    details.removeEventListener('toggle', look)
    void drawn?.then((takeAway) => takeAway())
  }
}
