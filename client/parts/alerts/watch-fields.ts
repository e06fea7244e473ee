import type { AlertChange, AlertDraft, AlertWatch } from '../../../server/contract-alert.ts'
import type { MetricDescription, MetricKey } from '../../../server/contract.ts'
import { figuresFor, troubles, usualWatch } from '../../alert-draft.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { allOrSome, field, fieldGroup, selectOf, tickList } from '../reports/form-fields.ts'
import { levelFields } from './level-fields.ts'

const kinds = ['verdict', 'level', 'goal', 'data'] as const
const changes: readonly AlertChange[] = ['worse', 'no_longer_improved', 'comparable', 'any']

type Shown = {
  draft: AlertDraft
  metrics: readonly MetricDescription[]
  canWatchData: boolean
  changed(): void
  /** The kind of alert changed: other fields depend on it. */
  kindChanged(): void
}

/** What an alert looks at, and when it tells. */
export function watchFields(view: View, shown: Shown): HTMLElement {
  const { text } = view
  const { draft, canWatchData, changed, kindChanged } = shown
  const body = el('div', { class: 'alert-watch' })
  const kept = new Map<AlertWatch['kind'], AlertWatch>([[draft.watch.kind, draft.watch]])
  const draw = () => body.replaceChildren(...fieldsOf(view, shown))
  draw()
  return fieldGroup(
    'watch',
    'alert-watch',
    text('alert.form.what'),
    field(
      'watch.kind',
      text('alert.form.about'),
      selectOf(
        'alert-kind',
        kinds
          .filter((kind) => kind !== 'data' || canWatchData)
          .map((kind) => ({ value: kind, label: text(`alert.about.${kind}`) })),
        draft.watch.kind,
        (value) => {
          const kind = kinds.find((one) => one === value) ?? 'verdict'
          const watch = kept.get(kind) ?? usualWatch(kind)
          kept.set(kind, watch)
          draft.watch = watch
          draw()
          kindChanged()
          changed()
        },
      ),
    ),
    body,
  )
}

function fieldsOf(view: View, { draft, metrics, changed }: Shown): HTMLElement[] {
  const { text, language } = view
  const { watch } = draft
  const named = figuresFor(watch.kind, metrics).map(({ key, name }) => ({
    value: key,
    label: name[language],
  }))
  const figures = (chosen: MetricKey[] | null, all: string, set: (keys: MetricKey[] | null) => void) =>
    allOrSome(
      {
        name: 'watch.metrics',
        id: 'alert-figures',
        label: text('alert.form.figures'),
        all,
        some: text('alert.form.chosenFigures'),
      },
      named,
      chosen,
      (keys) => {
        set(keys && metrics.map(({ key }) => key).filter((key) => keys.includes(key)))
        changed()
      },
    )
  switch (watch.kind) {
    case 'verdict':
      return [
        field(
          'watch.change',
          text('alert.form.change'),
          selectOf(
            'alert-change',
            changes.map((change) => ({ value: change, label: text(`alert.changeOf.${change}`) })),
            watch.change,
            (value) => {
              watch.change = changes.find((change) => change === value) ?? 'worse'
              changed()
            },
          ),
        ),
        figures(watch.metrics, text('alert.form.allFigures'), (keys) => {
          watch.metrics = keys
        }),
      ]
    case 'level':
      return levelFields(view, { watch, metrics, changed })
    case 'goal':
      return [
        figures(watch.metrics, text('alert.form.allGoals'), (keys) => {
          watch.metrics = keys
        }),
      ]
    case 'data':
      return dataFields(view, watch, changed)
  }
}

function dataFields(
  { text }: View,
  watch: AlertWatch & { kind: 'data' },
  changed: () => void,
): HTMLElement[] {
  const number = (id: string, value: number, most: number, set: (value: number) => void) => {
    const input: HTMLInputElement = el('input', {
      type: 'number',
      id,
      value: String(value),
      min: '1',
      max: String(most),
      on: {
        input() {
          set(Number(input.value))
          changed()
        },
      },
    })
    return input
  }
  return [
    fieldGroup(
      'watch.troubles',
      'alert-troubles',
      text('alert.form.troubles'),
      tickList(
        'alert-trouble',
        troubles.map((trouble) => ({ value: trouble, label: text(`alert.trouble.${trouble}`) })),
        watch.troubles,
        (chosen) => {
          watch.troubles = troubles.filter((trouble) => chosen.includes(trouble))
          changed()
        },
      ),
    ),
    el(
      'div',
      { class: 'report-row' },
      field(
        'watch.hours',
        text('alert.form.hoursOn'),
        number('alert-hours-on', watch.hours, 168, (value) => {
          watch.hours = value
        }),
        text('alert.form.hoursOnHint'),
      ),
      field(
        'watch.freePercent',
        text('alert.form.free'),
        number('alert-free', watch.freePercent, 90, (value) => {
          watch.freePercent = value
        }),
      ),
    ),
  ]
}
