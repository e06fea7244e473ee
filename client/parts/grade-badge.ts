import type { EvidenceGrade } from '../../server/contract.ts'
import { el, unseen } from '../dom.ts'
import type { Text } from '../locale.ts'

/** The evidence grade as one letter; what it means is said in the title and in the legend. */
export function gradeBadge(grade: EvidenceGrade, text: Text): HTMLElement {
  const label = text('cell.grade', { grade })
  return el(
    'span',
    { class: 'grade', title: `${label}: ${text(`grade.${grade}`)}` },
    unseen(label),
    el('span', { aria: { hidden: 'true' } }, grade),
  )
}
