import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { apiBudgetTable } from '../parts/api-budget-table.ts'
import { credentialBanner } from '../parts/credential-banner.ts'
import { detailCoverage } from '../parts/detail-coverage.ts'
import { freshness } from '../parts/freshness.ts'
import { gapTable } from '../parts/gap-table.ts'
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
import { keepOrMake } from '../redraw.ts'
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

/** Each part stands by itself: while what it tells stays the same it is not drawn again. */
function drawHealth(view: View, health: DataHealthAnswer): Node[] {
  const { text, session, language } = view
  const isAdministrator = session.person.role === 'administrator'
  const streamNames = health.streams.map(({ stream }) => stream)
  const part = (id: string, from: unknown, make: () => HTMLElement) =>
    keepOrMake(id, `${language} ${JSON.stringify(from)}`, make)
  const panel = (id: string, title: string, from: unknown, body: () => (Node | null)[]) =>
    part(id, from, () => el('section', { class: 'panel' }, el('h2', {}, title), ...body()))

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
  const { asOf, reconciliation, details, permissions, budgets, quarantine, gaps, jobs, requests } = health
  const ofBrands = [
    panel('reconciliation', text('calendar.title'), reconciliation, () => [
      reconciliationCalendars(view, reconciliation, asOf),
    ]),
    ...(details.length > 0
      ? [panel('details', text('coverage.title'), details, () => [detailCoverage(view, details, asOf)])]
      : []),
  ]
  if (streamNames.length === 0)
    return [intro, el('p', { class: 'lead' }, text('health.noStreams')), ...ofBrands]

  return [
    intro,
    ...(isAdministrator ? [part('run', streamNames, () => runNow(view, streamNames))] : []),
    ...(requests.length > 0 ? [part('requests', requests, () => jobRequests(view, requests))] : []),
    panel('streams', text('health.streams'), [asOf, health.streams], () => [
      streamsTable(view, health.streams, asOf),
    ]),
    ...ofBrands,
    panel('budgets', text('budget.title'), budgets, () => [
      el('p', { class: 'wrapped' }, text('budget.text')),
      apiBudgetTable(view, budgets, asOf),
    ]),
    panel('permissions', text('permission.title'), permissions, () => [
      permissionTable(view, permissions, asOf),
      isAdministrator ? el('div', { class: 'run-now' }, ...checkButton(view)) : null,
    ]),
    panel('quarantine', text('health.quarantine'), quarantine, () => [
      quarantineTable(view, quarantine, asOf),
    ]),
    ...(health.unmappedConversations ? [unmapped(health.unmappedConversations)] : []),
    ...(gaps.length > 0 ? [panel('gaps', text('gap.title'), gaps, () => [gapTable(view, gaps, asOf)])] : []),
    panel('jobs', text('health.jobs'), jobs, () => [jobsTable(view, jobs, asOf)]),
    // Made once: somebody may be in the middle of an import.
    ...(isAdministrator ? [part('import', '', () => importPanel(view))] : []),
  ]

  function unmapped(count: number): HTMLElement {
    const words = text('health.unmappedText', { n: formatNumber(count, language), count })
    return panel('unmapped', text('health.unmapped'), count, () => [el('p', {}, words)])
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
