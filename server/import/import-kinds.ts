/** What a file may bring: a bot's verdicts that no interface gives, or live chats of an account that is closed. */
export const importKinds = ['bot-resolutions', 'chats'] as const
export type ImportKind = (typeof importKinds)[number]

/** What is wrong with a row, a column or a whole file; the words are in server/text/import-problems.ts. */
export const importProblemCodes = [
  'field_missing',
  'column_unknown',
  'column_twice',
  'moment_needed',
  'moment_invalid',
  'date_order_needed',
  'date_order_mixed',
  'zone_invalid',
  'number_invalid',
  'duration_invalid',
  'choice_unknown',
  'brand_unknown',
  'department_unknown',
  'language_unknown',
  'text_unsuitable',
  'value_missing',
  'row_ragged',
  'row_too_long',
  'quote_open',
  'too_large',
  'too_many_columns',
  'empty',
  'unreadable',
  'nothing_accepted',
  'encoding_wrong',
  'key_twice',
  'ends_before_start',
  'reply_before_start',
  'parts_exceed_count',
  'held_from_zendesk',
  'held_from_import',
  'replaces_unusable',
  'name_taken',
  'not_done',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]

export type ImportProblem = {
  /** The field it concerns; null for the row or the file. */
  field: string | null
  code: ImportProblemCode
  /** Shown with it: only numbers, dates and names of fields, never free text. */
  value: string | null
}

/** The part of a value that may be kept and shown: digits and signs of numbers and dates. */
export function shownValue(text: string): string | null {
  return text.length <= 40 && /^[\d\s.,:;/+\-TZ년월일시분초오전후AMPamp]+$/.test(text) && /\d/.test(text)
    ? text
    : null
}
