import { isDay } from '../server/periods/day.ts'
import { InvalidRequestError } from '../server/platform/problem.ts'
import type { JobOptions, Task } from './task.ts'

/** The days a job was given, checked. @throws InvalidRequestError naming every bad one */
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
  if (options.from && options.to && options.from >= options.to)
    fields.push({ field: 'to', message: '--to must be later than --from' })
  if (fields.length > 0) {
    throw new InvalidRequestError(
      fields.map(({ field, message }) => `--${field}: ${message}`).join('\n'),
      fields,
    )
  }
  return options
}
