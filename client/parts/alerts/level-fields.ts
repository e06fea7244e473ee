import type { AlertWatch } from '../../../server/contract-alert.ts'
import type { MetricDescription } from '../../../server/contract.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { GoalUnit } from '../../goal-input.ts'
import { goalUnits, inUnit, rangeInUnit, readGoal, usualUnit } from '../../goal-input.ts'
import type { View } from '../../view.ts'
import { field, problemSlot, selectOf } from '../reports/form-fields.ts'

type Level = AlertWatch & { kind: 'level' }

/** Which weekly level, past which limit, in the unit people say it in. */
export function levelFields(
  view: View,
  { watch, metrics, changed }: { watch: Level; metrics: readonly MetricDescription[]; changed: () => void },
): HTMLElement[] {
  const { text, language } = view
  const row = el('div', { class: 'report-row' })
  const limitOf = () => limitField(view, { watch, metric: metricOf(watch, metrics), changed })
  const figure = selectOf(
    'alert-figure',
    metrics.map(({ key, name }) => ({ value: key, label: name[language] })),
    watch.metric,
    (value) => {
      const chosen = metrics.find(({ key }) => key === value)
      if (!chosen) return
      watch.metric = chosen.key
      watch.value = usualLimit(chosen)
      row.lastElementChild?.replaceWith(limitOf())
      changed()
    },
  )
  const side = selectOf(
    'alert-side',
    (['above', 'below'] as const).map((value) => ({ value, label: text(`alert.side.${value}`) })),
    watch.side,
    (value) => {
      watch.side = value === 'below' ? 'below' : 'above'
      changed()
    },
  )
  const count: HTMLInputElement = el('input', {
    type: 'number',
    id: 'alert-count',
    value: String(watch.fromCount),
    min: '1',
    on: {
      input() {
        watch.fromCount = Number(count.value)
        changed()
      },
    },
  })
  row.append(field('watch.side', text('alert.form.side'), side), limitOf())
  return [
    field('watch.metric', text('alert.form.figure'), figure),
    row,
    field('watch.fromCount', text('alert.form.fromCount'), count, text('alert.form.fromCountHint')),
  ]
}

function metricOf({ metric }: Level, metrics: readonly MetricDescription[]): MetricDescription {
  return metrics.find(({ key }) => key === metric) ?? metrics[0]
}

/** A limit to begin with: nobody starts from nothing. */
function usualLimit({ kind, better }: MetricDescription): number {
  if (kind === 'duration') return 300
  if (kind === 'rate') return better === 'up' ? 0.8 : 0.1
  return kind === 'count' ? 1000 : 5
}

/** The limit with its unit; what cannot be read is said at once, and the limit before it stays. */
function limitField(
  { text, language }: View,
  { watch, metric, changed }: { watch: Level; metric: MetricDescription; changed: () => void },
): HTMLElement {
  const units = goalUnits(metric.kind)
  let unit: GoalUnit = usualUnit(watch.value, metric.kind)
  const problem = problemSlot('alert-limit')
  const input: HTMLInputElement = el('input', {
    type: 'text',
    inputMode: 'decimal',
    id: 'alert-limit',
    value: inUnit(watch.value, unit),
    autocomplete: 'off',
    aria: { describedby: problem.id },
    on: { input: read },
  })
  const choice = selectOf(
    'alert-unit',
    units.map((value) => ({ value, label: text(`goal.unit.${value}`) })),
    unit,
    (value) => {
      unit = units.find((one) => one === value) ?? unit
      read()
    },
  )
  choice.disabled = units.length === 1
  choice.setAttribute('aria-label', text('goal.unit'))
  return el(
    'div',
    { class: 'report-field' },
    el('label', { htmlFor: input.id }, text('alert.form.limit')),
    el('div', { class: 'alert-limit' }, input, choice),
    problem,
  )

  function read(): void {
    const found = readGoal(input.value, unit, metric.kind)
    problem.textContent = 'problem' in found ? wordsOf(found.problem) : ''
    if ('problem' in found) {
      input.setAttribute('aria-invalid', 'true')
      watch.value = Number.NaN
    } else {
      input.removeAttribute('aria-invalid')
      watch.value = found.value
    }
    changed()
  }

  function wordsOf(what: 'notANumber' | 'outside'): string {
    if (what === 'notANumber') return text('goal.notANumber')
    const { least, most } = rangeInUnit(metric.kind, unit)
    const said = (end: number) =>
      `${formatNumber(end, language, Number.isInteger(end) ? 0 : 2)} ${text(`goal.unit.${unit}`)}`
    return text('goal.outside', { least: said(least), most: said(most) })
  }
}
