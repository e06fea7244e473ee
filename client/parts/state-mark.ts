import type { ComparisonState } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import { icon } from './icon.ts'

/** A verdict as shape and word. */
export function stateMark(state: ComparisonState, text: Text): HTMLElement {
  return el('span', { class: `state ${state}` }, icon(state), el('span', {}, text(`state.${state}`)))
}
