import type { ReportSummary } from '../../../server/contract-report.ts'
import { formatDay } from '../../../server/text/format.ts'
import type { Child } from '../../dom.ts'
import { el } from '../../dom.ts'
import { reportPath } from '../../report-place.ts'
import { runWords, whenWords } from '../../report-words.ts'
import { hasUnsaved } from '../../unsaved.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import { reportActions } from './report-actions.ts'
import { draftKey } from './report-editor.ts'

/** One report at a glance: when, to whom, what, how it went the last time, and what can be done with it. */
export function reportCard(view: View, report: ReportSummary): HTMLElement {
  const { text, session } = view
  const { id, name, owner } = report
  const { buttons, outcome } = reportActions(view, report, { removed: view.reload })
  const isOthers = owner.email !== session.person.email
  const edit = view.link(reportPath({ kind: 'edit', id }))
  return el(
    'article',
    { class: 'panel report-card', id: `report-${id}`, aria: { labelledby: `report-${id}-name` } },
    el(
      'div',
      { class: 'report-card-head' },
      el('h2', { id: `report-${id}-name` }, el('a', { href: edit }, name)),
      stateOf(view, report),
      hasUnsaved(session, draftKey(id))
        ? el('span', { class: 'small report-unsaved' }, icon('warning'), text('reports.unsaved'))
        : null,
    ),
    el(
      'dl',
      { class: 'report-facts' },
      ...fact(text('reports.when'), whenWords(report, view), zoneOf(report)),
      ...fact(text('reports.next'), nextOf(view, report)),
      ...fact(text('reports.reaches'), ...reachOf(view, report)),
      ...fact(text('reports.tells'), tellsOf(view, report)),
      ...fact(text('reports.last'), ...lastOf(view, report)),
      ...(isOthers ? fact(text('reports.owner'), owner.name) : []),
    ),
    el(
      'div',
      { class: 'report-actions' },
      el(
        'a',
        {
          class: 'button small',
          href: edit,
          aria: { label: text('reports.actionOf', { action: text('reports.edit'), name }) },
        },
        text('reports.edit'),
      ),
      ...buttons,
    ),
    outcome,
  )
}

/** Paused, and why; or that it goes out. */
export function stateOf({ text, language }: View, { paused, owner }: ReportSummary): HTMLElement {
  if (paused === null)
    return el('span', { class: 'report-mark' }, icon('check'), el('span', {}, text('reports.active')))
  const day = formatDay(paused.at.slice(0, 10), language)
  return el(
    'span',
    { class: 'report-mark paused' },
    icon(paused.because === 'person' ? 'not_moved' : 'warning'),
    el('span', {}, text(`reports.paused.${paused.because}`, { day, name: owner.name })),
  )
}

function fact(name: string, ...values: Child[]): HTMLElement[] {
  return [el('div', {}, el('dt', {}, name), el('dd', {}, ...values))]
}

function zoneOf({ zone }: ReportSummary): HTMLElement {
  return el('span', { class: 'small' }, zone.replaceAll('_', ' '))
}

function nextOf({ text, language }: View, { nextRuns, paused, zone }: ReportSummary): string {
  if (paused !== null) return text('reports.nextPaused')
  return nextRuns.length === 0 ? text('reports.nextNone') : runWords(nextRuns[0], zone, language)
}

function reachOf({ text }: View, { reaches, stopped }: ReportSummary): Child[] {
  const words = reaches === 0 ? text('reports.reachesNobody') : text('reports.reachesCount', { n: reaches })
  return [
    words,
    stopped.length === 0
      ? null
      : el('span', { class: 'small' }, text('reports.stoppedCount', { n: stopped.length })),
  ]
}

function tellsOf({ text }: View, { brands, metrics, filters, attachments }: ReportSummary): string {
  return [
    brands === null ? text('reports.allBrands') : text('reports.brandCount', { n: brands.length }),
    metrics === null ? text('reports.allFigures') : text('reports.figureCount', { n: metrics.length }),
    ...(filters === null ? [] : [text('reports.narrowed')]),
    ...attachments.map((kind) => text(`reports.attachment.${kind}`)),
  ].join(', ')
}

/** What went wrong stands out by its sign. */
function lastOf({ text, language }: View, { last }: ReportSummary): Child[] {
  if (last === null) return [text('reports.lastNone')]
  const counts = (['sent', 'failed', 'unknown', 'skipped'] as const)
    .filter((outcome) => last[outcome] > 0)
    .map((outcome) => {
      const words = text(`reports.tally.${outcome}`, { n: last[outcome] })
      return outcome === 'failed' || outcome === 'unknown'
        ? el('span', { class: 'report-trouble' }, icon('warning'), words)
        : el('span', {}, words)
    })
  return [`${formatDay(last.occasion, language)} `, el('span', { class: 'report-tally small' }, ...counts)]
}
