import type { AlertDraft, AlertWatch, DataTrouble } from '../server/contract-alert.ts'
import type { MetricDescription } from '../server/contract.ts'
import type { FieldProblem } from './parts/reports/form-fields.ts'

/** Kinds of trouble in the order in which they are offered. */
export const troubles: readonly DataTrouble[] = [
  'credential',
  'stream',
  'job',
  'reconciliation',
  'backlog',
  'mail',
  'disk',
]

/** What each kind of alert says unless somebody chooses otherwise. */
export function usualWatch(kind: AlertWatch['kind']): AlertWatch {
  switch (kind) {
    case 'verdict':
      return { kind, change: 'worse', metrics: null }
    case 'level':
      return { kind, metric: 'first_reply', side: 'above', value: 300, fromCount: 50 }
    case 'goal':
      return { kind, metrics: null }
    case 'data':
      return { kind, troubles: [...troubles], hours: 6, freePercent: 5 }
  }
}

/** A new alert: to its author, in the zone of the account. */
export function newDraft(zone: string, personId: number | null): AlertDraft {
  return {
    name: '',
    watch: usualWatch('verdict'),
    brands: null,
    tellsEnd: true,
    repeatDays: null,
    zone,
    hours: null,
    recipients: {
      people: personId === null ? [] : [personId],
      groups: [],
      addresses: [],
      administrators: false,
    },
  }
}

/** What an alert in the list sets, without what it is and how it stands. */
export function draftOf(alert: AlertDraft): AlertDraft {
  const { name, watch, brands, tellsEnd, repeatDays, zone, hours, recipients } = alert
  return structuredClone({ name, watch, brands, tellsEnd, repeatDays, zone, hours, recipients })
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What keeps a draft from being saved, by field. */
export function draftProblems({ name, watch, brands, hours, recipients }: AlertDraft): FieldProblem[] {
  const { people, groups, addresses, administrators } = recipients
  const reaches = people.length + groups.length + addresses.length > 0 || administrators
  const wrong = addresses.findIndex(({ address }) => !ADDRESS.test(address.trim()))
  return [
    ...when(name.trim() === '', { field: 'name', key: 'alert.form.noName' }),
    ...when('metrics' in watch && watch.metrics?.length === 0, {
      field: 'watch.metrics',
      key: 'alert.form.noFigure',
    }),
    ...when(watch.kind === 'data' && watch.troubles.length === 0, {
      field: 'watch.troubles',
      key: 'alert.form.noTrouble',
    }),
    ...(watch.kind === 'level' ? outOf('watch.fromCount', watch.fromCount, 1, 1_000_000) : []),
    ...(watch.kind === 'data'
      ? [
          ...outOf('watch.hours', watch.hours, 1, 168),
          ...outOf('watch.freePercent', watch.freePercent, 1, 90),
        ]
      : []),
    ...when(brands?.length === 0, { field: 'brands', key: 'alert.form.noBrand' }),
    ...when(hours !== null && hours.from >= hours.to, { field: 'hours', key: 'alert.form.badHours' }),
    ...when(!reaches, { field: 'recipients', key: 'alert.form.noRecipient' }),
    ...when(wrong >= 0, {
      field: `recipients.addresses.${wrong}.address`,
      key: 'alert.form.badAddress',
      values: { address: addresses[wrong]?.address ?? '' },
    }),
  ]
}

function when(isWrong: boolean, problem: FieldProblem): FieldProblem[] {
  return isWrong ? [problem] : []
}

function outOf(field: string, value: number, least: number, most: number): FieldProblem[] {
  const isWithin = Number.isInteger(value) && value >= least && value <= most
  return when(!isWithin, { field, key: 'alert.form.badNumber', values: { least, most } })
}

/** The figures a kind of alert can be about, those of the report first. */
export function figuresFor(
  kind: AlertWatch['kind'],
  metrics: readonly MetricDescription[],
): MetricDescription[] {
  switch (kind) {
    case 'verdict':
      return metrics.filter(({ primary }) => primary)
    case 'goal':
      return metrics.filter(({ better }) => better !== 'neutral')
    default:
      return [...metrics]
  }
}
