export type FieldType =
  | 'moment'
  | 'day'
  | 'whole'
  | 'seconds'
  | 'yes_no'
  | 'resolved'
  | 'brand'
  | 'department'
  | 'language'
  | 'word'
  | 'key'
  | 'chat_key'
  | 'tags'
  | 'page'
  | 'email'
  | 'chat_type'
  | 'names'

export type ImportField = {
  name: string
  type: FieldType
  /** Headers that mean it, in plain form (see `plainHeader`), the likeliest first. */
  headers: readonly string[]
}

/** A field with the headers that mean it, parted by commas, the likeliest first. */
export function field(name: string, type: FieldType, headers: string): ImportField {
  return { name, type, headers: headers.split(',').map((header) => header.trim()) }
}
