import { isDay } from '../server/periods/day.ts'
import { InvalidRequestError } from '../server/platform/problem.ts'
import type { JobOptions, Task } from './task.ts'

/** What a job was given, checked: its days and its own options. @throws InvalidRequestError naming every bad one */
export function checkJobOptions(task: Task, given: Record<string, unknown>): JobOptions {
  const options: JobOptions = {}
  const fields: { field: string; message: string }[] = []
  for (const field of ['from', 'to'] as const) {
    const value = given[field]
    if (value === undefined || value === null) continue
    if (!task.takesRange) fields.push({ field, message: `${task.name} takes no --${field}` })
    else if (typeof value !== 'string' || !isDay(value))
      fields.push({ field, message: `"${String(value)}" is not a day; use YYYY-MM-DD` })
    else options[field] = value
  }
  for (const [field, value] of Object.entries(given)) {
    if (field === 'from' || field === 'to' || value === undefined || value === null) continue
    const wrong = problemOf(task, field, value)
    if (wrong !== null) fields.push({ field, message: wrong })
    else if (typeof value === 'string' || typeof value === 'boolean') options[field] = value
  }
  if (options.from && options.to && options.from >= options.to)
    fields.push({ field: 'to', message: '--to must be later than --from' })
  if (fields.length === 0) fields.push(...(task.checkOptions?.(options) ?? []))
  if (fields.length > 0) {
    throw new InvalidRequestError(
      fields.map(({ field, message }) => `--${field}: ${message}`).join('\n'),
      fields,
    )
  }
  return options
}

function problemOf({ name, options = {} }: Task, field: string, value: unknown): string | null {
  if (!Object.hasOwn(options, field)) return `${name} takes no --${field}`
  const { kind, check } = options[field]
  if (kind === 'flag') return typeof value === 'boolean' ? null : 'takes no value'
  if (typeof value !== 'string' || value.trim() === '') return 'needs a value'
  return check?.(value) ?? null
}
