import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import type { NamedText } from '../../../server/text/method-texts.ts'
import { fairnessText, gradeText, methodText } from '../../../server/text/method-texts.ts'
import type { Figure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import type { Child } from '../../dom.ts'
import { brandPath } from '../../route.ts'
import type { View } from '../../view.ts'

/** What a verdict rests on in words: method, comparison brands, grade, and where both sides differ in what they measure. */
export function groundsList(view: View, { comparison }: Figure, detail: ComparisonDetail): HTMLElement {
  const { text, language } = view
  const { method, grade, fairness } = comparison
  const entry = (term: string, ...words: Child[]) => el('div', {}, el('dt', {}, term), el('dd', {}, ...words))
  const named = (term: string, { name, text: words }: NamedText) =>
    entry(term, el('b', {}, name[language]), el('p', {}, words[language]))
  const others = method === 'staggered' ? controlNames(view, detail.controls) : null
  return el(
    'dl',
    { class: 'grounds' },
    method && named(text('certainty.method'), methodText(method)),
    others && entry(text('certainty.controls'), ...others),
    grade && named(text('certainty.grade'), gradeText(grade)),
    fairness === 'fair' ? null : named(text('certainty.fairness'), fairnessText(fairness)),
  )
}

function controlNames({ text, link }: View, controls: ComparisonDetail['controls']): Child[] {
  if (controls === null) return [text('certainty.controlsHidden')]
  return controls.flatMap(({ id, name }, index) => [
    index > 0 ? ', ' : null,
    el('a', { href: link(brandPath(id)) }, name),
  ])
}
