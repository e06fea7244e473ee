import { el, svg } from '../dom.ts'
import type { Frame } from '../frame.ts'
import type { View } from '../view.ts'
import { languageSwitch } from './language-switch.ts'
import { personMenu } from './person-menu.ts'

/** Fills the bar at the top; keeps the focus where it was when only words change. */
export function drawHeader(host: HTMLElement, frame: Frame): void {
  const focusedId = host.contains(document.activeElement) ? document.activeElement?.id : undefined
  const wasOpen = host.querySelector<HTMLDetailsElement>('details.menu')?.open ?? false
  host.replaceChildren(
    el(
      'div',
      { class: 'bar' },
      el(
        'a',
        { class: 'logo', href: frame.view?.link('/') ?? '/' },
        logo(),
        el('span', {}, frame.text('app.name')),
      ),
      frame.view && navigation(frame.view),
      el(
        'div',
        { class: 'tools' },
        languageSwitch(frame.text, frame.language, frame.changeLanguage),
        frame.view && personMenu(frame, frame.view.session.person, wasOpen && Boolean(focusedId)),
      ),
    ),
  )
  if (focusedId) document.getElementById(focusedId)?.focus({ preventScroll: true })
}

function navigation({ text, link, route }: View): HTMLElement {
  const page = (name: string, path: string, label: string) =>
    el('a', { href: link(path), aria: { current: route.name === name ? 'page' : undefined } }, label)
  return el(
    'nav',
    { aria: { label: text('nav.label') } },
    page('overview', '/', text('nav.overview')),
    page('data-health', '/data-health', text('nav.dataHealth')),
  )
}

function logo(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 32 32', width: 28, height: 28, 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { width: 32, height: 32, rx: 8, class: 'logo-ground' }),
    svg('path', { d: 'M6.5 11.5h7', class: 'logo-before' }),
    svg('path', { d: 'M16 6.5v19', class: 'logo-line' }),
    svg('path', { d: 'M18.5 20.5h7', class: 'logo-after' }),
  )
}
