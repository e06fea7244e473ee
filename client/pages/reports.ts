import type { BrandSummary, MetricDescription } from '../../server/contract.ts'
import type { DeliveriesAnswer, ReportsAnswer, ReportSummary } from '../../server/contract-report.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { groupEditor } from '../parts/reports/group-editor.ts'
import { groupList } from '../parts/reports/group-list.ts'
import { historyOutcomes, reportHistory } from '../parts/reports/report-history.ts'
import { stateOf } from '../parts/reports/report-card.ts'
import { draftKey, reportEditor } from '../parts/reports/report-editor.ts'
import { reportActions } from '../parts/reports/report-actions.ts'
import { reportList } from '../parts/reports/report-list.ts'
import { reportTabs } from '../parts/reports/report-tabs.ts'
import { stoppedList } from '../parts/reports/stopped-list.ts'
import { skeleton } from '../parts/skeleton.ts'
import { keepOrMake } from '../redraw.ts'
import type { ReportPlace } from '../report-place.ts'
import { reportPath } from '../report-place.ts'
import { hasUnsaved } from '../unsaved.ts'
import type { View } from '../view.ts'

const WHILE_SENDING_SECONDS = 10
const AT_REST_SECONDS = 120

export type ReportsPageAnswer = {
  place: ReportPlace
  brands: BrandSummary[]
  metrics: MetricDescription[]
  reports: ReportsAnswer
  history: DeliveriesAnswer | null
}

/** Mails that go out by themselves: which there are, what they say, who gets them, and what became of each. */
export const reportsPage: Page<ReportsPageAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api, route }, signal) {
    const place: ReportPlace = route.name === 'reports' ? route.place : { kind: 'list' }
    const [{ brands }, { metrics }, reports] = await Promise.all([
      api.readBrands(signal),
      api.readMetrics(signal),
      api.reports.list(signal),
    ])
    const query = route.name === 'reports' ? route.query : new URLSearchParams()
    const isThere = place.kind === 'history' && reports.reports.some(({ id }) => id === place.id)
    const history = isThere ? await api.reports.history(place.id, historyQuery(query), signal) : null
    return { place, brands, metrics, reports, history }
  },

  title: (view, answer) => titleOf(view, answer),

  draw(view, answer) {
    return {
      nodes: [reportTabs(view), ...bodyOf(view, answer)],
      shown() {
        const ask = (leaving: BeforeUnloadEvent) => {
          if (isEdited(view, answer)) leaving.preventDefault()
        }
        window.addEventListener('beforeunload', ask)
        return () => window.removeEventListener('beforeunload', ask)
      },
    }
  },

  refreshAfter({ history }) {
    const isSending = history?.deliveries.some((one) => one.outcome === null || one.isAskedAgain) ?? false
    return isSending ? WHILE_SENDING_SECONDS : AT_REST_SECONDS
  },
}

function historyQuery(asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  const outcome = asked.get('outcome')
  if (historyOutcomes.some((known) => known === outcome)) query.set('outcome', outcome ?? '')
  const cursor = asked.get('cursor')
  if (cursor !== null && /^\d{1,15}-\d{1,15}$/.test(cursor)) query.set('cursor', cursor)
  query.set('limit', '100')
  return query
}

function isEdited({ session }: View, { place }: ReportsPageAnswer): boolean {
  if (place.kind === 'new') return hasUnsaved(session, draftKey(null))
  return place.kind === 'edit' && hasUnsaved(session, draftKey(place.id))
}

function titleOf({ text }: View, { place, reports }: ReportsPageAnswer): string {
  const report = reportAt(place, reports)
  switch (place.kind) {
    case 'list':
      return text('nav.reports')
    case 'new':
      return text('reports.form.newTitle')
    case 'edit':
      return report?.name ?? text('nav.reports')
    case 'history':
      return report ? text('history.title', { name: report.name }) : text('nav.reports')
    case 'groups':
      return text('groups.title')
    case 'group': {
      const group = reports.groups.find(({ id }) => id === place.id)
      return group ? text('groups.editTitle', { name: group.name }) : text('groups.new')
    }
  }
}

function reportAt(place: ReportPlace, { reports }: ReportsAnswer): ReportSummary | null {
  const id = 'id' in place ? place.id : null
  return place.kind === 'group' ? null : (reports.find((report) => report.id === id) ?? null)
}

function bodyOf(view: View, answer: ReportsPageAnswer): (HTMLElement | Node)[] {
  const { text, language } = view
  const { place, brands, metrics, reports, history } = answer
  const report = reportAt(place, reports)
  const intro = (lead: string | null, ...more: (Node | null)[]) =>
    el(
      'section',
      { class: 'intro' },
      el('h1', { tabIndex: -1 }, titleOf(view, answer)),
      lead === null ? null : el('p', { class: 'lead' }, lead),
      ...more,
    )
  const editor = (id: string, make: () => HTMLElement) => keepOrMake(`editor-${id}`, language, make)
  switch (place.kind) {
    case 'list':
      return [intro(text('reports.lead')), ...reportList(view, reports)]
    case 'new':
      return [
        intro(null),
        editor('new', () => reportEditor(view, { report: null, answer: reports, brands, metrics })),
      ]
    case 'edit': {
      if (report === null) return missing(view, text('reports.missing'))
      const { buttons, outcome } = reportActions(view, report, {
        removed: () => view.go(reportPath({ kind: 'list' })),
      })
      const nodes = [
        intro(
          null,
          el('div', { class: 'report-card-head' }, stateOf(view, report), ...buttons),
          el('p', { class: 'small' }, text('reports.toMeSaved')),
          outcome,
        ),
        stoppedList(view, report),
        editor(String(report.id), () => reportEditor(view, { report, answer: reports, brands, metrics })),
      ]
      return nodes.filter((node) => node !== null)
    }
    case 'history': {
      if (report === null || history === null) return missing(view, text('reports.missing'))
      const query = view.route.name === 'reports' ? view.route.query : new URLSearchParams()
      const given = query.get('outcome')
      const isKnown = given === null || historyOutcomes.some((known) => known === given)
      const notice = choiceNotice(isKnown ? [] : [text('history.ignored', { given: given.slice(0, 40) })])
      const nodes = [
        notice,
        intro(text('history.lead')),
        stoppedList(view, report),
        reportHistory(view, report, history),
      ]
      return nodes.filter((node) => node !== null)
    }
    case 'groups':
      return [intro(text('groups.lead')), groupList(view, reports)]
    case 'group': {
      const group = reports.groups.find(({ id }) => id === place.id) ?? null
      if (place.id !== null && group === null) return missing(view, text('groups.missing'))
      return [
        intro(text('groups.lead')),
        editor(`group-${place.id ?? 'new'}`, () => groupEditor(view, { group, answer: reports, brands })),
      ]
    }
  }
}

function missing({ text, link }: View, words: string): HTMLElement[] {
  return [
    el(
      'section',
      { class: 'message' },
      el('h1', { tabIndex: -1 }, text('missing.title')),
      el('p', {}, words),
      el(
        'p',
        {},
        el('a', { class: 'button', href: link(reportPath({ kind: 'list' })) }, text('reports.back')),
      ),
    ),
  ]
}
