import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { apiBudgetTable } from '../parts/api-budget-table.ts'
import { credentialBanner } from '../parts/credential-banner.ts'
import { detailCoverage } from '../parts/detail-coverage.ts'
import { freshness } from '../parts/freshness.ts'
import { healthTiles } from '../parts/health-tiles.ts'
import { importPanel } from '../parts/import-panel.ts'
import { jobRequests } from '../parts/job-requests.ts'
import { jobsTable } from '../parts/jobs-table.ts'
import { permissionTable } from '../parts/permission-table.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { quarantineTable } from '../parts/quarantine-table.ts'
import { reconciliationCalendars } from '../parts/reconciliation-calendar.ts'
import { askButton, runNow } from '../parts/run-now.ts'
import { skeleton } from '../parts/skeleton.ts'
import { streamsTable } from '../parts/streams-table.ts'
import { unlessSame } from '../redraw.ts'
import type { View } from '../view.ts'

const WHILE_BUSY_SECONDS = 4
const AT_REST_SECONDS = 30

/** What has arrived from Zendesk, what has not, and why. */
export const dataHealthPage: Page<DataHealthAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),
  load: ({ api }, signal) => api.readDataHealth(signal),
  title: ({ text }) => text('nav.dataHealth'),
  draw: (view, health) => ({ nodes: drawHealth(view, health) }),
  events: '/api/v1/data-health/events',
  refreshAfter: ({ historyComplete, streams }) =>
    historyComplete && streams.every((stream) => stream.state !== 'running')
      ? AT_REST_SECONDS
      : WHILE_BUSY_SECONDS,
}

/** Each part stands by itself: while its numbers stay the same it is not drawn again. */
function drawHealth(view: View, health: DataHealthAnswer): Node[] {
  const { text, session, language } = view
  const isAdministrator = session.person.role === 'administrator'
  const streamNames = health.streams.map(({ stream }) => stream)
  const seesAccount = streamNames.length > 0
  const kept = (node: HTMLElement, id: string, from: unknown) =>
    unlessSame(node, id, `${language} ${JSON.stringify(from)}`)
  const panel = (id: string, title: string, from: unknown, ...body: (Node | null)[]) =>
    kept(el('section', { class: 'panel' }, el('h2', {}, title), ...body), id, from)

  const intro = el(
    'section',
    { class: 'intro' },
    freshness(view, health, []),
    el('h1', { tabIndex: -1 }, text('nav.dataHealth')),
    el('p', { class: 'lead' }, text('health.lead')),
    credentialBanner(view, health.permissions),
    progressBanner(view, health),
    healthTiles(view, health),
  )
  const calendars = panel(
    'reconciliation',
    text('calendar.title'),
    health.reconciliation,
    reconciliationCalendars(view, health.reconciliation),
  )
  const coverage =
    health.details.length === 0
      ? []
      : [panel('details', text('coverage.title'), health.details, detailCoverage(view, health.details))]
  if (!seesAccount)
    return [intro, el('p', { class: 'lead' }, text('health.noStreams')), calendars, ...coverage]

  const run = isAdministrator ? [kept(runNow(view, streamNames), 'run', streamNames)] : []
  const requests = jobRequests(view, health.requests)
  return [
    intro,
    ...run,
    ...(requests ? [kept(requests, 'requests', health.requests)] : []),
    panel('streams', text('health.streams'), [health.asOf, health.streams], streams()),
    calendars,
    ...coverage,
    panel('budgets', text('budget.title'), health.budgets, budgets()),
    panel(
      'permissions',
      text('permission.title'),
      health.permissions,
      permissionTable(view, health.permissions),
      isAdministrator ? el('div', { class: 'run-now' }, ...checkButton(view)) : null,
    ),
    panel(
      'quarantine',
      text('health.quarantine'),
      health.quarantine,
      quarantineTable(view, health.quarantine),
    ),
    ...(health.unmappedConversations ? [unmapped(health.unmappedConversations)] : []),
    panel('jobs', text('health.jobs'), health.jobs, jobsTable(view, health.jobs)),
    // Never drawn anew while the page is open: somebody may be in the middle of it.
    ...(isAdministrator ? [kept(importPanel(view), 'import', '')] : []),
  ]

  function streams(): HTMLElement {
    return streamsTable(view, health.streams, health.asOf)
  }

  function budgets(): HTMLElement {
    return el(
      'div',
      { class: 'stack' },
      el('p', {}, text('budget.text')),
      apiBudgetTable(view, health.budgets),
    )
  }

  function unmapped(count: number): HTMLElement {
    const words = text('health.unmappedText', { n: formatNumber(count, language), count })
    return panel('unmapped', text('health.unmapped'), count, el('p', {}, words))
  }
}

function checkButton(view: View): HTMLElement[] {
  return askButton(view, {
    id: 'check-connection',
    label: view.text('permission.check'),
    job: () => 'check-connection',
    look: 'small',
  })
}
