import { AnswerError } from './api.ts'
import { el } from './dom.ts'
import { follow } from './follow.ts'
import { latest } from './latest.ts'
import type { Page } from './page.ts'
import { drawFailure } from './parts/failure.ts'
import { staleBanner } from './parts/stale-banner.ts'
import { redraw } from './redraw.ts'
import type { View } from './view.ts'

const FIRST_RETRY_SECONDS = 3
const LAST_RETRY_SECONDS = 30

export type Arrival = {
  /** True after a click or a step back: the heading then takes the focus. */
  moved: boolean
  scrollTo: number | null
  hash: string
  /** The same page with another choice: what is shown stays until the new answer is there. */
  inPlace?: true
}
type Announce = (message: string) => void

/**
 * The place on the screen where pages appear. Owns their life: loading, drawn, refreshed, stale, failed.
 * `signedOut` is called when the server no longer knows the session.
 */
export function createStage(host: HTMLElement, announce: Announce, signedOut: () => void) {
  const newest = latest()
  let timer: number | undefined
  let undo: () => void = () => {}
  let drawAgain: (view: View) => void = () => {}
  let unfollow: (() => void) | null = null

  function close(): void {
    newest.cancel()
    window.clearTimeout(timer)
    undo()
    undo = () => {}
    drawAgain = () => {}
    unfollow?.()
    unfollow = null
  }

  function show<Answer>(page: Page<Answer>, firstView: View, arrival: Arrival): void {
    const takeAwayLater = arrival.inPlace ? undo : null
    if (takeAwayLater) undo = () => {}
    close()
    if (takeAwayLater) undo = takeAwayLater
    let view = firstView
    let last: { answer: Answer; received: Date; json: string } | null = null
    let failures = 0
    let isLive = false
    const notice = el('div')
    const shown = arrival.inPlace ? host.querySelector<HTMLElement>(':scope > .content') : null
    const content = shown ?? el('div', { class: 'content' }, ...page.skeleton(view))
    content.setAttribute('aria-busy', 'true')
    if (shown) {
      // Whatever has the focus within it must not leave the page even for a moment.
      for (const other of [...host.children]) if (other !== shown) other.remove()
      shown.before(notice)
    } else host.replaceChildren(notice, content)
    if (!arrival.inPlace && arrival.scrollTo === null && arrival.hash === '') window.scrollTo(0, 0)
    drawAgain = (changed) => {
      view = changed
      if (last) draw(last.answer)
      else content.replaceChildren(...page.skeleton(view))
    }
    load()

    function load(): void {
      window.clearTimeout(timer)
      void newest.run((signal) => page.load(view, signal), received, failed)
    }

    function received(answer: Answer): void {
      const isFirst = last === null
      const json = JSON.stringify(answer)
      const isNews = json !== last?.json
      last = { answer, received: new Date(), json }
      if (failures > 0 && !isFirst) announce(view.text('stale.back'))
      failures = 0
      notice.replaceChildren()
      if (isNews) draw(answer)
      if (isFirst) arrive()
      if (isFirst && page.events !== undefined) unfollow ??= follow(page.events, told, liveChanged)
      if (!isLive) loadIn(page.refreshAfter(answer))
    }

    function told(value: unknown): void {
      newest.cancel()
      received(value as Answer)
    }

    function liveChanged(isNow: boolean): void {
      isLive = isNow
      if (isLive) window.clearTimeout(timer)
      else loadIn(retrySeconds(1))
    }

    function draw(answer: Answer): void {
      undo()
      document.title = `${page.title(view, answer)} · ${view.text('app.name')}`
      content.removeAttribute('aria-busy')
      const drawing = page.draw(view, answer)
      redraw(content, drawing.nodes)
      undo = drawing.shown?.() ?? (() => {})
    }

    function arrive(): void {
      if (arrival.inPlace) return announce(document.title)
      const target = arrival.hash === '' ? null : document.getElementById(arrival.hash.slice(1))
      if (arrival.scrollTo !== null) window.scrollTo(0, arrival.scrollTo)
      else target?.scrollIntoView()
      if (arrival.moved)
        (target ?? content).querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
    }

    function failed(error: unknown): void {
      if (error instanceof AnswerError && error.status === 401) return signedOut()
      const isFinal = error instanceof AnswerError && error.status < 500 && error.status !== 429
      failures += 1
      if (last && !isFinal) {
        notice.replaceChildren(staleBanner(view, last.received, load))
        if (failures === 1) announce(notice.querySelector('p')?.textContent ?? '')
      } else {
        undo()
        undo = () => {}
        last = null
        content.removeAttribute('aria-busy')
        notice.replaceChildren()
        redraw(content, drawFailure(view, error, load))
        document.title = `${content.querySelector('h1')?.textContent ?? ''} · ${view.text('app.name')}`
        if (failures === 1) content.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      }
      if (!isFinal) loadIn(retrySeconds(failures))
    }

    function loadIn(seconds: number): void {
      window.clearTimeout(timer)
      timer = window.setTimeout(load, seconds * 1000)
    }
  }

  return {
    show,
    close,
    /** Draws the last answer once more, after a change of language or colours. */
    redraw: (view: View) => drawAgain(view),
  }
}

/** 3, 6, 12, 24, then every 30 seconds. */
export function retrySeconds(failures: number): number {
  return Math.min(LAST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** (failures - 1))
}
