import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { freshness } from '../parts/freshness.ts'
import { jobsTable } from '../parts/jobs-table.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { quarantineTable } from '../parts/quarantine-table.ts'
import { runNow } from '../parts/run-now.ts'
import { skeleton } from '../parts/skeleton.ts'
import { streamsTable } from '../parts/streams-table.ts'
import type { View } from '../view.ts'

const WHILE_BUSY_SECONDS = 4
const AT_REST_SECONDS = 30

/** What has arrived from Zendesk, what has not, and why. */
export const dataHealthPage: Page<DataHealthAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),
  load: ({ api }, signal) => api.readDataHealth(signal),
  title: ({ text }) => text('nav.dataHealth'),
  draw: (view, health) => ({ nodes: drawHealth(view, health) }),
  refreshAfter: ({ historyComplete, streams }) =>
    historyComplete && streams.every((stream) => stream.state !== 'running')
      ? AT_REST_SECONDS
      : WHILE_BUSY_SECONDS,
}

function drawHealth(view: View, health: DataHealthAnswer): Node[] {
  const { text, session } = view
  const isViewer = session.person.role === 'viewer'
  const intro = el(
    'section',
    { class: 'intro' },
    freshness(view, health, []),
    el('h1', { tabIndex: -1 }, text('nav.dataHealth')),
    el('p', { class: 'lead' }, text('health.lead')),
    health.historyComplete
      ? el('p', { class: 'all-there' }, text('health.complete'))
      : progressBanner(view, health),
    session.person.role === 'administrator' ? runNow(view) : null,
  )
  if (isViewer && health.streams.length === 0)
    return [intro, el('p', { class: 'lead' }, text('health.noStreams'))]
  return [
    intro,
    panel(text('health.streams'), streamsTable(view, health.streams)),
    panel(text('health.quarantine'), quarantineTable(view, health.quarantine)),
    ...(health.unmappedConversations ? [unmapped(view, health.unmappedConversations)] : []),
    panel(text('health.jobs'), jobsTable(view, health.jobs)),
  ]
}

function unmapped({ text, language }: View, count: number): HTMLElement {
  const words = text('health.unmappedText', { n: formatNumber(count, language), count })
  return panel(text('health.unmapped'), el('p', {}, words))
}

function panel(title: string, body: Node): HTMLElement {
  return el('section', { class: 'panel' }, el('h2', {}, title), body)
}
