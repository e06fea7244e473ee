import type { DataHealthAnswer } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { momentColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { jobName, outcomeName } from './stream-names.ts'

/** The latest runs and what came of them. */
export function jobsTable(view: View, jobs: DataHealthAnswer['jobs'], asOf: string): HTMLElement {
  const { text, language } = view
  if (jobs.length === 0) return el('p', {}, text('health.noJobs'))
  return savedTable(
    view,
    healthSource(view, 'jobs', text('health.jobs'), asOf),
    [
      { heading: text('health.job'), cell: (run) => jobName(run.name, text) },
      momentColumn<DataHealthAnswer['jobs'][number]>(
        view,
        text('health.started'),
        ({ startedAt }) => startedAt,
      ),
      {
        heading: text('health.outcome'),
        cell: (run) =>
          el(
            'span',
            { class: 'named' },
            outcomeName(run.outcome, text),
            run.outcome === 'failed' && run.message
              ? el('span', { class: 'problem' }, run.message[language])
              : null,
          ),
      },
    ],
    jobs,
  )
}
