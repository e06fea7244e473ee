type Tag = keyof HTMLElementTagNameMap
type Replaced = 'style' | 'dataset' | 'children' | 'role' | 'className' | 'innerHTML' | 'outerHTML'

export type Child = Node | string | null | undefined | false
export type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }
export type Properties<Name extends Tag> = Partial<Omit<HTMLElementTagNameMap[Name], Replaced>> & {
  class?: string
  role?: string
  /** Without the `aria-` prefix; undefined leaves the attribute out. */
  aria?: Record<string, string | undefined>
  on?: Listeners
}

/**
 * Makes an element; text enters as text nodes only, and there is no way to pass markup.
 * @example el('a', { href: '/', class: 'brand', aria: { current: 'page' } }, 'Overview')
 */
export function el<Name extends Tag>(
  tag: Name,
  properties: Properties<Name> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const { class: className, role, aria, on, ...rest } = properties
  const element = document.createElement(tag)
  Object.assign(element, rest)
  if (className) element.className = className
  if (role) element.setAttribute('role', role)
  for (const [name, value] of Object.entries(aria ?? {})) {
    if (value !== undefined) element.setAttribute(`aria-${name}`, value)
  }
  for (const [name, listener] of Object.entries(on ?? {})) {
    element.addEventListener(name, listener as EventListener)
  }
  element.append(...present(children))
  return element
}

/** An SVG element; attributes as SVG spells them. */
export function svg(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: Node[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

/** Read by screen readers, not shown. */
export function unseen(text: string): HTMLElement {
  return el('span', { class: 'unseen' }, text)
}

function present(children: readonly Child[]): (Node | string)[] {
  return children.filter(
    (child): child is Node | string => child !== null && child !== undefined && child !== false,
  )
}
