import type { ZendeskReadings } from '../settings/zendesk-readings.ts'
import type { AccountNames } from './account-names.ts'
import type { ImportProblem, ImportProblemCode } from './import-kinds.ts'
import { shownValue } from './import-kinds.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { ChoiceWords } from './read-choice.ts'
import { readLanguage, readResolved, readYesNo } from './read-choice.ts'
import type { DateOrder, ReadMoment } from './read-moment.ts'
import { instantOfMoment, readMoment } from './read-moment.ts'
import { readSeconds, readWhole } from './read-number.ts'

/** What reading the rows of one file needs to know. */
export type RowKnowledge = {
  mapping: ImportMapping
  headers: readonly string[]
  /** Of times that name none. */
  zone: string
  /** Null where the file's dates need none, or nobody knows it. */
  dateOrder: DateOrder | null
  readings: ZendeskReadings
  names: AccountNames
  zoneOfBrand(brandId: number | null): string
  brandOfBot(botId: string): number | null
  /** A keyed hash: what identifies somebody or something without being kept itself. */
  hash(text: string): string
}

/** One row, cell by cell: what cannot be read is null and noted among `problems`. */
export type RowCells = {
  problems: ImportProblem[]
  has(field: string): boolean
  text(field: string): string | null
  moment(field: string): number | null
  day(field: string): string | null
  whole(field: string): number | null
  seconds(field: string): number | null
  yesNo(field: string): 0 | 1 | null
  resolved(field: string): 0 | 1 | null
  word(field: string): string | null
  brand(field: string): number | null
  language(field: string): string | null
  refuse(field: string | null, code: ImportProblemCode, value?: string | null): null
}

const LONGEST_WORD = 80
/** Longer than any moment, number or name: it need not be looked at, and must not cost time. */
const LONGEST_VALUE = 300
const nothingWords = new Set([
  '',
  '-',
  '–',
  '—',
  'null',
  '(null)',
  'n/a',
  'na',
  '#n/a',
  'none',
  '없음',
  '해당 없음',
])
/** Fields where "none" is an answer. */
const answeredByNothing = new Set(['resolved', 'escalated', 'missed', 'dropped'])

/** Column of each mapped field; looked up once per file. */
export function columnsOf(
  { columns }: ImportMapping,
  headers: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(columns).flatMap(([field, header]) => {
      const column = headers.indexOf(header)
      return column < 0 ? [] : [[field, column] as const]
    }),
  )
}

export function createRowCells(
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  knowledge: RowKnowledge,
): RowCells {
  const problems: ImportProblem[] = []
  const words: ChoiceWords = { yes: knowledge.mapping.yesWords, no: knowledge.mapping.noWords }

  function refuse(field: string | null, code: ImportProblemCode, value: string | null = null): null {
    if (!problems.some((known) => known.field === field && known.code === code))
      problems.push({ field, code, value })
    return null
  }
  function text(field: string): string | null {
    const column = columns.get(field)
    const cell = (column === undefined ? '' : (cells[column] ?? '')).trim()
    if (cell.includes('\ufffd')) return refuse(field, 'encoding_wrong')
    const plain = cell.toLowerCase()
    if (cell === '' || (nothingWords.has(plain) && !answeredByNothing.has(field))) return null
    return cell
  }
  function read<Value>(
    field: string,
    reader: (text: string) => Value | null,
    code: ImportProblemCode,
  ): Value | null {
    const cell = text(field)
    if (cell === null) return null
    return (cell.length <= LONGEST_VALUE ? reader(cell) : null) ?? refuse(field, code, shownValue(cell))
  }
  function foundMoment(field: string): ReadMoment | null {
    const cell = text(field)
    if (cell === null) return null
    const found = cell.length <= LONGEST_VALUE ? readMoment(cell, knowledge.dateOrder) : 'moment_invalid'
    return typeof found === 'string' ? refuse(field, found, shownValue(cell)) : found
  }

  return {
    problems,
    refuse,
    text,
    has: (field) => columns.has(field),
    moment(field) {
      const found = foundMoment(field)
      return found && instantOfMoment(found, knowledge.zone)
    },
    day: (field) => foundMoment(field)?.day ?? null,
    whole: (field) => read(field, readWhole, 'number_invalid'),
    seconds: (field) => read(field, readSeconds, 'duration_invalid'),
    yesNo: (field) => read(field, (cell) => readYesNo(cell, words), 'choice_unknown'),
    resolved: (field) =>
      read(field, (cell) => readResolved(cell, words, knowledge.readings.botResolved), 'choice_unknown'),
    word: (field) => read(field, (cell) => (isWord(cell) ? cell : null), 'text_unsuitable'),
    brand: (field) => read(field, knowledge.names.brand, 'brand_unknown') ?? knowledge.mapping.brandId,
    language: (field) => read(field, readLanguage, 'language_unknown'),
  }
}

/** A name or status, not somebody's address and not a sentence. */
function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && !/[@\r\n]/.test(text)
}
