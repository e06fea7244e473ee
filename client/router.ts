import type { Arrival } from './stage.ts'

type Changed = (arrival: Arrival) => void

/**
 * Follows the address: clicks on links of this site, `go`, and the browser's back and forward.
 * Remembers with each step how far down the reader was.
 */
export function createRouter(changed: Changed) {
  let shownPage = pageAddress()

  function keepScroll(): void {
    history.replaceState({ scrollY: window.scrollY }, '')
  }

  function go(path: string): void {
    push(path)
    changed({ moved: true, scrollTo: null, hash: location.hash })
  }

  function push(path: string): void {
    keepScroll()
    history.pushState(null, '', path)
    shownPage = pageAddress()
  }

  function follow(event: MouseEvent): void {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!isPlain || event.defaultPrevented || !link || link.target !== '' || link.hasAttribute('download'))
      return
    const url = new URL(link.href)
    if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return
    // Within the page the browser itself scrolls and moves the focus.
    if (url.hash !== '' && url.pathname + url.search === pageAddress()) return
    event.preventDefault()
    go(url.pathname + url.search + url.hash)
  }

  function step(event: PopStateEvent): void {
    if (pageAddress() === shownPage) return scrollWithin(scrollOf(event.state))
    shownPage = pageAddress()
    changed({ moved: true, scrollTo: scrollOf(event.state), hash: location.hash })
  }

  return {
    go,
    /** A step of its own in the history that leaves the reader where they are: another choice on the same page. */
    choose(path: string): void {
      push(path)
      changed({ moved: false, scrollTo: null, hash: '', inPlace: true })
    },
    start(): void {
      history.scrollRestoration = 'manual'
      document.addEventListener('click', follow)
      window.addEventListener('popstate', step)
      document.addEventListener('scrollend', keepScroll)
      changed({ moved: false, scrollTo: scrollOf(history.state), hash: location.hash })
    },
    /** Changes the address without a new step, for choices that belong in the link but are no page of their own. */
    rename(path: string): void {
      history.replaceState(history.state, '', path)
      shownPage = pageAddress()
    },
  }
}

function scrollWithin(scrollY: number | null): void {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
  if (scrollY === null && target) target.scrollIntoView()
  else window.scrollTo(0, scrollY ?? 0)
}

function pageAddress(): string {
  return location.pathname + location.search
}

function scrollOf(state: unknown): number | null {
  const isKept = typeof state === 'object' && state !== null && 'scrollY' in state
  return isKept && typeof state.scrollY === 'number' ? state.scrollY : null
}
