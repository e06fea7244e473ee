import type { EvidenceGrade } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import { gradeBadge } from './grade-badge.ts'

const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D']

/** How to read the grid: what a verdict means, and what the letters say. */
export function legend(text: Text): HTMLElement {
  return el(
    'section',
    { class: 'legend', aria: { label: text('legend.title') } },
    el('div', {}, el('h2', {}, text('legend.title')), el('p', {}, text('legend.states'))),
    el(
      'div',
      {},
      el('h2', {}, text('legend.gradeTitle')),
      el(
        'ul',
        {},
        ...grades.map((grade) =>
          el('li', {}, gradeBadge(grade, text), el('span', {}, text(`grade.${grade}`))),
        ),
      ),
    ),
  )
}
