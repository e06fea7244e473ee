import type { AlertHistoryAnswer, AlertsAnswer, AlertSummary } from '../../server/contract-alert.ts'
import type { BrandSummary, MetricDescription, MetricKey } from '../../server/contract.ts'
import type { AlertWords } from '../../server/text/alert-words.ts'
import type { AlertPlace } from '../alert-place.ts'
import { alertPath, alertPlace } from '../alert-place.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { alertCard } from '../parts/alerts/alert-card.ts'
import { alertEditor } from '../parts/alerts/alert-editor.ts'
import { alertHistory } from '../parts/alerts/alert-history.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { icon } from '../parts/icon.ts'
import { skeleton } from '../parts/skeleton.ts'
import { keepOrMake } from '../redraw.ts'
import type { View } from '../view.ts'

const REFRESH_SECONDS = 60

export type AlertsPageAnswer = {
  place: AlertPlace
  alerts: AlertsAnswer
  history: AlertHistoryAnswer | null
  brands: BrandSummary[]
  metrics: MetricDescription[]
}

/** What people want to be told of as soon as it is so: which alerts there are, how they stand, what they noticed. */
export const alertsPage: Page<AlertsPageAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api, route }, signal) {
    const place = alertPlace('query' in route ? route.query : new URLSearchParams())
    const [alerts, { brands }, { metrics }] = await Promise.all([
      api.alerts.list(signal),
      api.readBrands(signal),
      api.readMetrics(signal),
    ])
    const only = alerts.alerts.some(({ id }) => id === place.history) ? place.history : null
    const history = isEditing(place, alerts) ? null : await api.alerts.history(only, signal)
    return { place, alerts, history, brands, metrics }
  },

  title: ({ text }, { place, alerts }) =>
    isEditing(place, alerts)
      ? text(place.edit === 'new' ? 'alert.editNew' : 'alert.editOld')
      : text('alert.title'),
  draw: (view, answer) => ({
    nodes: isEditing(answer.place, answer.alerts) ? drawEditor(view, answer) : drawList(view, answer),
  }),
  refreshAfter: () => REFRESH_SECONDS,
}

function isEditing({ edit }: AlertPlace, { alerts }: AlertsAnswer): boolean {
  return edit === 'new' || alerts.some(({ id }) => id === edit)
}

function drawEditor(view: View, answer: AlertsPageAnswer): Node[] {
  const { place, alerts } = answer
  const alert = alerts.alerts.find(({ id }) => id === place.edit) ?? null
  return [
    el(
      'section',
      { class: 'intro' },
      el('h1', { tabIndex: -1 }, alertsPage.title(view, answer)),
      el('p', {}, el('a', { href: view.link(alertPath()) }, `← ${view.text('alert.title')}`)),
    ),
    // Made once: somebody is in the middle of it.
    keepOrMake(`alert-editor-${place.edit ?? ''}`, view.language, () =>
      alertEditor(view, { ...answer, alert }),
    ),
  ]
}

function drawList(view: View, answer: AlertsPageAnswer): Node[] {
  const { text, link } = view
  const { place, alerts, history, brands } = answer
  const words = wordsOf(view, answer.metrics)
  const isMissing = (id: AlertPlace['edit']) => id !== null && !alerts.alerts.some((alert) => alert.id === id)
  const notice = choiceNotice(
    place.wrong !== null || isMissing(place.edit) || isMissing(place.history)
      ? [text('alert.unknownEdit')]
      : [],
  )
  const only = alerts.alerts.find(({ id }) => id === place.history) ?? null
  return [
    ...(notice ? [notice] : []),
    el(
      'section',
      { class: 'intro' },
      el('h1', { tabIndex: -1 }, text('alert.title')),
      el('p', { class: 'lead' }, text('alert.lead')),
      alerts.isSmtpSet
        ? null
        : el(
            'div',
            { class: 'banner stale', role: 'note' },
            icon('warning'),
            el(
              'p',
              {},
              `${text('reports.outboxNote')} `,
              el('a', { href: link('/outbox') }, text('reports.outboxLink')),
            ),
          ),
      el(
        'div',
        { class: 'report-list-head' },
        el('a', { class: 'button primary', href: link(alertPath({ edit: 'new' })) }, text('alert.new')),
      ),
    ),
    ...(alerts.alerts.length === 0 ? [noAlerts(view)] : [list(alerts.alerts)]),
    alertHistory(view, { history: history ?? { events: [], isCut: false }, only, words, zone: alerts.zone }),
  ]

  function list(shown: readonly AlertSummary[]): HTMLElement {
    return el(
      'div',
      { class: 'alert-list' },
      ...shown.map((alert) => alertCard(view, { alert, words, brands, zone: alerts.zone })),
    )
  }
}

function noAlerts({ text }: View): HTMLElement {
  return el(
    'section',
    { class: 'panel' },
    el('h2', {}, text('alert.none')),
    el('p', { class: 'wrapped' }, text('alert.noneText')),
  )
}

/** How the page says figures. */
export function wordsOf({ text, language }: View, metrics: readonly MetricDescription[]): AlertWords {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]))
  return {
    text,
    language,
    metricOf(key: MetricKey) {
      const metric = byKey.get(key)
      if (!metric) throw new Error(`the server named the figure ${key} and did not describe it`)
      return metric
    },
  }
}
