import type { Bilingual } from './contract.ts'

/** The shapes of importing CSV files that cross the HTTP border. Types only, as in contract.ts. */

export type ImportedKind = 'bot-resolutions' | 'chats'
export type ImportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949'

/** How the columns of a file are read: field → header. `zone` null is the account's; `brandId` is every row's. */
export type ImportColumns = {
  columns: Record<string, string>
  zone: string | null
  dateOrder: 'auto' | 'dmy' | 'mdy'
  brandId: number | null
  yesWords: string[]
  noWords: string[]
}

/** What is wrong, with the field and the column it concerns; both null for a whole row or file. */
export type ImportNotice = {
  field: string | null
  column: string | null
  code: string
  value: string | null
  words: Bilingual
}

/** The first rows of a file as they would be read. Moments are wall-clock times of `zone`. */
export type ImportPreview = {
  id: number
  kind: ImportedKind
  fileName: string
  sizeBytes: number
  encoding: ImportEncoding
  delimiter: string
  headers: string[]
  /** Up to three values of each column. */
  samples: string[][]
  fields: string[]
  /** Of each group at least one field has to have a column. */
  needed: string[][]
  mapping: ImportColumns
  zone: string
  /** Name under which this mapping was remembered; null where it is a guess. */
  remembered: string | null
  /** What stands in the way of reading any row. */
  problems: ImportNotice[]
  rows: {
    line: number
    read: Record<string, string | null>
    cells: Record<string, string>
    problems: ImportNotice[]
  }[]
  /** How many rows were looked at, and how many of them cannot be read. */
  looked: { rows: number; rejected: number; all: boolean }
  /** Imports in place that have rows on days the rows looked at tell of; any of them can be replaced by this file. */
  overlaps: ImportedBefore[]
}

/** What an import brought: `sharedDays` of its days are in the other file too. Days are brand-local. */
export type ImportedBefore = {
  id: number
  fileName: string
  name: string
  rows: number
  firstDay: string
  lastDay: string
  sharedDays: number
}

export type ImportNumbers = {
  rows: number
  accepted: number
  rejected: number
  /** Left to Zendesk's own copy, or another import's. */
  skipped: number
  added: number
  changed: number
  unchanged: number
  /** Rows of the former file that this one does not hold. */
  removed: number
}

export type ImportSummary = {
  id: number
  kind: ImportedKind
  fileName: string
  name: string | null
  state: 'new' | 'checked' | 'running' | 'done' | 'replaced' | 'failed' | 'removing'
  createdAt: string
  createdBy: string
  endedAt: string | null
  counts: ImportNumbers | null
  /** Why nothing was imported. */
  failure: Bilingual | null
}
export type ImportsAnswer = { imports: ImportSummary[] }
export type ImportAnswer = ImportSummary & { problems: (ImportNotice & { line: number })[] }
/** The job request that does the work; null where it was done at once. */
export type ImportJobAnswer = { job: number | null }
