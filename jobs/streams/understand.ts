import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'

const LONGEST_ID = 64

/**
 * Parses each record; those that cannot be understood are described for the quarantine, without their text. `plain` may
 * read records in their common form exactly as the schema would, and gives null for all others.
 */
export function understand<Row>(
  records: readonly unknown[],
  schema: z.ZodType<Row>,
  plain?: (record: unknown) => Row | null,
): { rows: Row[]; quarantined: QuarantineEntry[] } {
  const rows: Row[] = []
  const quarantined = understandEach(records, schema, plain, (row) => rows.push(row))
  return { rows, quarantined }
}

/**
 * The same, handing each row on, with its record, as soon as it is read: of a large page little then has to be held at
 * once.
 */
export function understandEach<Row>(
  records: readonly unknown[],
  schema: z.ZodType<Row>,
  plain: ((record: unknown) => Row | null) | undefined,
  take: (row: Row, record: unknown) => void,
): QuarantineEntry[] {
  const quarantined: QuarantineEntry[] = []
  for (const record of records) {
    const row = plain?.(record) ?? null
    if (row !== null) {
      take(row, record)
      continue
    }
    const parsed = schema.safeParse(record)
    if (parsed.success) take(parsed.data, record)
    else quarantined.push(...describe(record, parsed.error))
  }
  return quarantined
}

function describe(record: unknown, error: z.ZodError): QuarantineEntry[] {
  const id = idOf(record)
  return error.issues.map((issue) => ({
    id,
    path: issue.path.join('.') || '(row)',
    reason: reasonOf(issue),
    sample: sampleOf(valueAt(record, issue.path)),
  }))
}

/** zod's own message may quote what it received: only the expectation is kept. */
export function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `is not ${issue.expected}`
  return issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', ' ')
}

/** The record's own id, or a fingerprint for one without, so that reading it twice counts once. */
function idOf(record: unknown): string {
  const id = valueAt(record, ['id'])
  if (typeof id === 'number') return String(id)
  if (typeof id === 'string' && id.length <= LONGEST_ID && /^[\w.:-]+$/.test(id)) return id
  const digest = createHash('sha256').update(JSON.stringify(record) ?? '')
  return `unnamed-${digest.digest('hex').slice(0, 16)}`
}

/** Numbers, booleans and dates as they are; of anything else only its kind, for it may be a person's words. */
function sampleOf(value: unknown): string | null {
  if (value === undefined) return null
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return Array.isArray(value) ? `list of ${value.length}` : 'object'
  return /^\d{4}-\d{2}-\d{2}[\dTZ:.+-]{0,24}$/.test(value) ? value : `text of ${value.length}`
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = record
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}
