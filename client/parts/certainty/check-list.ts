import type { ComparisonCheck } from '../../../server/contract-detail.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import type { IconName } from '../icon.ts'

const icons: Record<ComparisonCheck['outcome'], IconName> = {
  passed: 'check',
  failed: 'warning',
  not_testable: 'not_enough_data',
}

/** What was tried to prove the comparison wrong, and what came of it: shape and word, then the sentence. */
export function checkList({ text, language }: View, checks: readonly ComparisonCheck[]): HTMLElement {
  return el(
    'ul',
    {},
    ...checks.map(({ outcome, name, question, sentence }) =>
      el(
        'li',
        { class: `trial ${outcome}` },
        el(
          'span',
          { class: 'trial-outcome' },
          icon(icons[outcome]),
          el('span', {}, text(`check.${outcome}`)),
        ),
        el(
          'div',
          {},
          el('b', {}, name[language]),
          el('p', { class: 'small' }, question[language]),
          el('p', {}, sentence[language]),
        ),
      ),
    ),
  )
}
