import type { DataHealthAnswer } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { plainTable } from './plain-table.ts'
import { jobName, outcomeName } from './stream-names.ts'

/** The latest runs and what came of them. */
export function jobsTable(view: View, jobs: DataHealthAnswer['jobs']): HTMLElement {
  const { text, language } = view
  if (jobs.length === 0) return el('p', {}, text('health.noJobs'))
  return plainTable(
    text('health.jobs'),
    [
      { heading: text('health.job'), cell: (run) => jobName(run.name, text) },
      { heading: text('health.started'), cell: (run) => momentWords(run.startedAt, view) },
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
    'stacks',
  )
}
