import type { Goal } from '../../../server/contract-goal.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { formatMetricValue } from '../../../server/text/format.ts'
import { canHaveGoal } from '../../../server/text/goal-range.ts'
import type { Figure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import { goalIcons, goalWords } from '../../goal-words.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import { openGoalDialog } from './goal-dialog.ts'
import { goalProblem } from './goal-problem.ts'

/** What the brand wants a figure to be and whether it is, with the way to set it; null where there is nothing to say. */
export function goalLine(
  view: View,
  { metric, goal = null }: Figure,
  brand: BrandSummary,
  canSet: boolean,
): HTMLElement | null {
  const { text, language } = view
  if (!canHaveGoal(metric) || (goal === null && !canSet)) return null
  const name = metric.name[language]
  const open = () => openGoalDialog(view, { brand, metric, goal })
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const button = (id: string, label: string, full: string, click: () => void) =>
    el('button', { class: 'link-button', type: 'button', id, aria: { label: full }, on: { click } }, label)
  if (goal === null)
    return el(
      'div',
      { class: 'goal' },
      button(`goal-${metric.key}-set`, text('goal.set'), text('goal.setLabel', { metric: name }), open),
    )

  async function remove(): Promise<void> {
    if (!window.confirm(text('goal.removeQuestion'))) return
    try {
      await view.api.goals.remove(brand.id, metric.key)
      view.reload()
    } catch (error) {
      outcome.textContent = goalProblem(error, text)
    }
  }

  const { latest } = goal
  return el(
    'div',
    { class: 'goal' },
    el('b', {}, text('goal.title')),
    el('span', {}, goalWords(view, metric, goal)),
    goalMark(view, goal),
    latest === null
      ? null
      : el(
          'span',
          { class: 'small' },
          text('goal.latest', { value: formatMetricValue(latest, metric.kind, language) }),
        ),
    ...(canSet
      ? [
          button(
            `goal-${metric.key}-set`,
            text('goal.change'),
            text('goal.changeLabel', { metric: name }),
            open,
          ),
          button(
            `goal-${metric.key}-remove`,
            text('goal.remove'),
            text('goal.removeLabel', { metric: name }),
            () => void remove(),
          ),
        ]
      : []),
    outcome,
  )
}

/** Whether a goal is reached, as shape and word. */
export function goalMark({ text }: Pick<View, 'text'>, { state }: Pick<Goal, 'state'>): HTMLElement {
  return el(
    'span',
    { class: `goal-state ${state}` },
    icon(goalIcons[state]),
    el('span', {}, text(`goal.${state}`)),
  )
}
