import type { Language, SessionAnswer } from '../server/contract.ts'
import { AnswerError, createApi } from './api.ts'
import { el } from './dom.ts'
import { lazyPage } from './lazy-page.ts'
import { chooseLanguage, textIn } from './locale.ts'
import type { Page } from './page.ts'
import { botPage } from './pages/bot.ts'
import { brandPage } from './pages/brand.ts'
import { conversationsPage } from './pages/conversations.ts'
import { csatPage } from './pages/csat.ts'
import { comparePage } from './pages/compare.ts'
import { dataHealthPage } from './pages/data-health.ts'
import { glossaryPage } from './pages/glossary.ts'
import { overviewPage } from './pages/overview.ts'
import { drawSignIn } from './pages/sign-in.ts'
import { teamPage } from './pages/team.ts'
import { unknownPage } from './pages/unknown.ts'
import { drawFailure } from './parts/failure.ts'
import { drawHeader } from './parts/header.ts'
import { parseRoute, withLanguage } from './route.ts'
import type { Route } from './route.ts'
import { createRouter } from './router.ts'
import type { Arrival } from './stage.ts'
import { createStage, retrySeconds } from './stage.ts'
import { remember, remembered } from './storage.ts'
import { applyTheme, readTheme } from './theme.ts'
import type { Theme } from './theme.ts'
import type { View } from './view.ts'

/** Starts the whole client inside `root` and keeps it going until the tab is closed. */
export function startApp(root: HTMLElement): void {
  const api = createApi()
  let session: SessionAnswer | null = null
  let signInNotice: 'signIn.ended' | null = null
  let failures = 0
  let theme = readTheme(remembered('theme'))

  const skip = el('a', { class: 'skip', href: '#main' })
  const header = el('header', { class: 'top' })
  const main = el('main', { id: 'main', tabIndex: -1 })
  const status = el('div', { class: 'unseen', role: 'status' })
  root.replaceChildren(skip, header, main, status)

  const router = createRouter(follow)
  const stage = createStage(
    main,
    (message) => {
      status.textContent = message
    },
    () => leave('signIn.ended'),
  )

  applyTheme(theme, document.documentElement)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAgain)
  router.start()

  function follow(arrival: Arrival): void {
    if (session) return showPage(session, arrival)
    if (currentRoute().name === 'sign-in') return showSignIn()
    void api.readSession().then(
      (answer) => {
        failures = 0
        session = answer
        showPage(answer, arrival)
      },
      (error: unknown) => {
        if (error instanceof AnswerError && error.status === 401) leave(null)
        else showFailure(error, arrival)
      },
    )
  }

  function showPage(known: SessionAnswer, arrival: Arrival): void {
    const route = currentRoute()
    if (route.name === 'sign-in') return router.go(linkTo(route.next))
    const view = viewOf(known)
    drawFrame(view)
    if (route.name === 'brand') stage.show(brandPage(route.brandId), view, arrival)
    else stage.show(pages[route.name], view, arrival)
  }

  function showSignIn(): void {
    const route = currentRoute()
    const text = textIn(language())
    stage.close()
    drawFrame(null)
    document.title = `${text('signIn.title')} · ${text('app.name')}`
    const form = drawSignIn(text, signInNotice, async (email, password) => {
      session = await api.signIn(email, password)
      signInNotice = null
      router.go(linkTo(route.name === 'sign-in' ? route.next : '/'))
    })
    main.replaceChildren(form)
  }

  function showFailure(error: unknown, arrival: Arrival): void {
    const retry = () => follow(arrival)
    document.documentElement.lang = language()
    failures += 1
    main.replaceChildren(...drawFailure(viewOf(null), error, retry))
    window.setTimeout(retry, retrySeconds(failures) * 1000)
  }

  function leave(notice: 'signIn.ended' | null): void {
    session = null
    signInNotice = notice
    const route = currentRoute()
    const here = location.pathname + location.search + location.hash
    const next = route.name === 'sign-in' || here === '/' ? '' : `?next=${encodeURIComponent(here)}`
    router.rename(linkTo(`/sign-in${next}`))
    showSignIn()
  }

  async function signOut(): Promise<void> {
    await api.signOut().catch(() => undefined)
    session = null
    signInNotice = null
    router.go(linkTo('/sign-in'))
  }

  function changeLanguage(wanted: Language): void {
    remember('language', wanted)
    router.rename(withLanguage(location.pathname + location.search + location.hash, wanted))
    drawAgain()
  }

  function changeTheme(wanted: Theme): void {
    theme = wanted
    remember('theme', wanted)
    applyTheme(wanted, document.documentElement)
    drawAgain()
  }

  function drawAgain(): void {
    if (!session) return showSignIn()
    const view = viewOf(session)
    drawFrame(view)
    stage.redraw(view)
  }

  function drawFrame(view: View | null): void {
    const shownLanguage = language()
    const text = textIn(shownLanguage)
    document.documentElement.lang = shownLanguage
    skip.textContent = text('app.skip')
    drawHeader(header, { view, text, language: shownLanguage, theme, changeLanguage, changeTheme, signOut })
  }

  function viewOf(known: SessionAnswer | null): View {
    return {
      api,
      session: known ?? { person: nobody, csrfToken: '' },
      language: language(),
      text: textIn(language()),
      route: currentRoute(),
      link: linkTo,
      go: (path) => router.go(linkTo(path)),
      choose: (path) => router.choose(linkTo(path)),
      reload: () => follow({ moved: false, scrollTo: null, hash: '', inPlace: true }),
      rename(path) {
        router.rename(linkTo(path))
        drawAgain()
      },
    }
  }

  function language(): Language {
    const inAddress = new URLSearchParams(location.search).get('lang')
    return chooseLanguage([
      inAddress,
      remembered('language'),
      session?.person.language,
      ...navigator.languages,
    ])
  }
}

const nobody: SessionAnswer['person'] = {
  email: '',
  name: '',
  role: 'viewer',
  language: 'en',
  allBrands: false,
}

function currentRoute() {
  return parseRoute(location.pathname, location.search)
}

function linkTo(path: string): string {
  const inAddress = new URLSearchParams(location.search).get('lang')
  return withLanguage(path, inAddress === null ? null : chooseLanguage([inAddress]))
}

/** The page of each address; only a brand's page needs more than its name. */
const pages: Record<Exclude<Route['name'], 'brand' | 'sign-in'>, Page<unknown>> = {
  overview: overviewPage,
  compare: comparePage,
  bot: botPage,
  csat: csatPage,
  team: teamPage,
  conversations: conversationsPage,
  'data-health': dataHealthPage,
  glossary: glossaryPage,
  reports: lazyPage(async () => (await import('./pages/reports.ts')).reportsPage),
  alerts: lazyPage(async () => (await import('./pages/alerts.ts')).alertsPage),
  outbox: lazyPage(async () => (await import('./pages/outbox.ts')).outboxPage),
  unknown: unknownPage,
}
