import { el, svg } from '../dom.ts'
import type { Frame } from '../frame.ts'
import type { View } from '../view.ts'
import { languageSwitch } from './language-switch.ts'
import { personMenu } from './person-menu.ts'

/** Fills the bar at the top; keeps the focus where it was when only words change. */
export function drawHeader(host: HTMLElement, frame: Frame): void {
  const focusedId = host.contains(document.activeElement) ? document.activeElement?.id : undefined
  const wasOpen = host.querySelector<HTMLDetailsElement>('details.menu')?.open ?? false
  const scrolled = host.querySelector('#pages')?.scrollLeft ?? 0
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
  showCurrent(host, scrolled)
}

function navigation({ text, link, route, session }: View): HTMLElement {
  const isOf = (name: string) => (route.name === 'outbox' ? 'reports' : route.name) === name
  const page = (name: string, path: string, label: string) =>
    el('li', {}, el('a', { href: link(path), aria: { current: isOf(name) ? 'page' : undefined } }, label))
  return el(
    'nav',
    { aria: { label: text('nav.label') } },
    el(
      'ul',
      { id: 'pages' },
      page('overview', '/', text('nav.overview')),
      page('compare', '/compare', text('nav.compare')),
      page('bot', '/bot', text('nav.bot')),
      page('csat', '/csat', text('nav.csat')),
      page('team', '/team', text('nav.team')),
      page('conversations', '/conversations', text('nav.conversations')),
      session.person.role === 'viewer' ? null : page('reports', '/reports', text('nav.reports')),
      session.person.role === 'viewer' ? null : page('alerts', '/alerts', text('nav.alerts')),
      page('data-health', '/data-health', text('nav.dataHealth')),
      page('glossary', '/glossary', text('nav.glossary')),
    ),
  )
}

/** On a narrow screen the pages are a row to be pushed aside: the one shown is always in sight, and both ends tell whether there is more. */
function showCurrent(host: HTMLElement, scrolled: number): void {
  const row = host.querySelector<HTMLElement>('#pages')
  if (!row) return
  row.scrollLeft = scrolled
  const current = row.querySelector<HTMLElement>('[aria-current]')
  if (current) {
    const place = current.offsetLeft - row.offsetLeft
    const isInSight =
      place >= row.scrollLeft && place + current.offsetWidth <= row.scrollLeft + row.clientWidth
    if (!isInSight) row.scrollLeft = place - (row.clientWidth - current.offsetWidth) / 2
  }
  const tell = () => {
    row.classList.toggle('more-before', row.scrollLeft > 1)
    row.classList.toggle('more-after', row.scrollLeft + row.clientWidth < row.scrollWidth - 1)
  }
  row.addEventListener('scroll', tell, { passive: true })
  // Letters that arrive late and a window that is turned change how much fits.
  new ResizeObserver(tell).observe(row)
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
