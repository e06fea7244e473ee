/**
 * Puts new nodes in place of the old ones and keeps what the reader had open, in focus or scrolled to, as far as it is
 * still there; elements are recognised by their id, links also by where they lead to. A node marked by `unlessSame` is left untouched while its mark is
 * the same, so that what somebody types or reads there stays as it is.
 */
export function redraw(host: HTMLElement, nodes: readonly Node[]): void {
  const open = [...host.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(
    (details) => details.id,
  )
  const scrolled = [...host.querySelectorAll('[id]')]
    .filter(({ scrollLeft, scrollTop }) => scrollLeft > 0 || scrollTop > 0)
    .map(({ id, scrollLeft, scrollTop }) => ({ id, scrollLeft, scrollTop }))
  const focused = document.activeElement
  const wasFocused = focused instanceof HTMLElement && host.contains(focused) ? focused : null

  replace(
    host,
    nodes.map((node) => sameIn(host, node) ?? node),
  )

  for (const id of open) {
    const details = document.getElementById(id)
    if (details instanceof HTMLDetailsElement) details.open = true
  }
  for (const { id, ...place } of scrolled) Object.assign(document.getElementById(id) ?? {}, place)
  if (wasFocused && document.activeElement !== wasFocused)
    successorOf(wasFocused, host)?.focus({ preventScroll: true })
}

/** What stands for an element that was drawn anew: by its id, else where it leads to, else what it says. */
function successorOf(old: HTMLElement, host: HTMLElement): HTMLElement | null {
  if (old.id !== '') return document.getElementById(old.id)
  const mark = (element: HTMLElement) => element.getAttribute('href') ?? element.textContent
  const alike = [...host.querySelectorAll<HTMLElement>(old.tagName)]
  return alike.find((element) => mark(element) === mark(old)) ?? null
}

/** Marks a node that need not be drawn again while `mark` stays the same. */
export function unlessSame<Marked extends HTMLElement>(node: Marked, id: string, mark: string): Marked {
  node.id = id
  node.dataset.same = mark
  return node
}

/** What stands on the page under that id and mark already, or what `make` makes: nothing is drawn in vain. */
export function keepOrMake(id: string, mark: string, make: () => HTMLElement): HTMLElement {
  const present = document.getElementById(id)
  return present?.dataset.same === mark ? present : unlessSame(make(), id, mark)
}

function sameIn(host: HTMLElement, node: Node): Node | null {
  if (!(node instanceof HTMLElement) || node.dataset.same === undefined) return null
  return (
    [...host.children].find(
      (old) => old instanceof HTMLElement && old.id === node.id && old.dataset.same === node.dataset.same,
    ) ?? null
  )
}

/** Nodes that stay do not leave the page even for a moment: they would lose focus and scroll. */
function replace(host: HTMLElement, nodes: readonly Node[]): void {
  for (const old of [...host.childNodes]) if (!nodes.includes(old)) old.remove()
  nodes.forEach((node, index) => {
    const present = host.childNodes[index] ?? null
    if (present !== node) host.insertBefore(node, present)
  })
}
