import { el, unseen } from '../dom.ts'
import type { Text } from '../locale.ts'

/** Grey shapes in the places where the content will stand. */
export function skeleton(text: Text, lines: readonly ('headline' | 'line' | 'block' | 'table')[]): Node[] {
  return [
    unseen(text('loading.label')),
    ...lines.map((line) => el('div', { class: `skeleton ${line}`, aria: { hidden: 'true' } })),
  ]
}
