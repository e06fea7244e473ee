import { stateOrder } from '../../server/text/verdicts.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import type { Tally } from '../verdicts.ts'
import { stateMark } from './state-mark.ts'

/** How many figures ended in which state; states that did not occur are left out. */
export function tallyStrip(tally: Tally, text: Text): HTMLElement {
  const items = stateOrder
    .filter((state) => tally[state] > 0)
    .map((state) => el('li', {}, stateMark(state, text), el('b', {}, String(tally[state]))))
  return el('ul', { class: 'tally', aria: { label: text('tally.label') } }, ...items)
}
