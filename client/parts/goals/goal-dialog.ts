import type { Goal } from '../../../server/contract-goal.ts'
import type { BrandSummary, MetricDescription } from '../../../server/contract.ts'
import { isDay } from '../../../server/periods/day.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { GoalUnit } from '../../goal-input.ts'
import { goalUnits, inUnit, rangeInUnit, readGoal, usualUnit } from '../../goal-input.ts'
import type { View } from '../../view.ts'
import { formField, openFormDialog } from '../form-dialog.ts'
import { goalProblem } from './goal-problem.ts'

type Asked = {
  brand: BrandSummary
  metric: MetricDescription
  /** The one there is; null to set the first. */
  goal: Goal | null
}

/** A small form in a dialog of its own; what is wrong stands beside its field. */
export function openGoalDialog(view: View, { brand, metric, goal }: Asked): void {
  const { text, language } = view
  const units = goalUnits(metric.kind)
  const first = usualUnit(goal?.value ?? null, metric.kind)
  const heading = el('h2', { id: 'goal-title' }, text('goal.dialogTitle', { metric: metric.name[language] }))
  const value = el('input', {
    type: 'text',
    inputMode: 'decimal',
    id: 'goal-value',
    value: goal === null ? '' : inUnit(goal.value, first),
    autocomplete: 'off',
  })
  const unit = el(
    'select',
    { id: 'goal-unit', disabled: units.length === 1 },
    ...units.map((one) => el('option', { value: one, selected: one === first }, text(`goal.unit.${one}`))),
  )
  const dueOn = el('input', {
    type: 'date',
    id: 'goal-due',
    value: goal?.dueOn ?? '',
    min: '2000-01-01',
    max: '2099-12-31',
  })
  const valueField = formField(text(metric.better === 'up' ? 'goal.valueUp' : 'goal.valueDown'), value)
  const dueField = formField(text('goal.dueOn'), dueOn)
  const outcome = el('p', { class: 'problem', role: 'alert', id: 'goal-outcome' })
  const save = el('button', { class: 'button primary', type: 'submit', id: 'goal-save' }, text('goal.save'))
  let isSaving = false

  const { form, close } = openFormDialog(
    heading,
    [
      el('p', { class: 'small' }, brand.name),
      el('div', { class: 'event-row goal-row' }, valueField.node, formField(text('goal.unit'), unit).node),
      dueField.node,
      el('p', { class: 'small' }, text('goal.noEffect')),
      outcome,
    ],
    { save, cancel: text('goal.cancel') },
    () => void send(),
  )
  value.focus()
  value.select()

  async function send(): Promise<void> {
    const chosen = units.find((one) => one === unit.value) ?? first
    const read = readGoal(value.value, chosen, metric.kind)
    const isWhole = valueField.say('problem' in read ? wordsOf(read.problem, chosen) : null)
    // A day that is half typed has no value, but is not empty either.
    const isNoDay = dueOn.validity.badInput || (dueOn.value !== '' && !isDay(dueOn.value))
    const hasDay = dueField.say(isNoDay ? text('goal.badDay') : null)
    if ('problem' in read || !isWhole || !hasDay)
      return form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    if (isSaving) return
    isSaving = true
    outcome.textContent = ''
    save.textContent = text('goal.saving')
    try {
      await view.api.goals.set(brand.id, metric.key, {
        value: read.value,
        dueOn: dueOn.value === '' ? null : dueOn.value,
      })
      close()
      view.reload()
    } catch (error) {
      outcome.textContent = goalProblem(error, text)
    }
    isSaving = false
    save.textContent = text('goal.save')
  }

  function wordsOf(problem: 'notANumber' | 'outside', chosen: GoalUnit): string {
    if (problem === 'notANumber') return text('goal.notANumber')
    const { least, most } = rangeInUnit(metric.kind, chosen)
    const said = (end: number) =>
      `${formatNumber(end, language, Number.isInteger(end) ? 0 : 2)} ${text(`goal.unit.${chosen}`)}`
    return text('goal.outside', { least: said(least), most: said(most) })
  }
}
