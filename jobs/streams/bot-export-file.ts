/**
 * What a file of the export holds: records, lines that are none, and whether it seems to have been cut off. Files are
 * a JSON array, an object around one, or JSON Lines.
 */
export type ExportFile =
  { state: 'read'; records: unknown[]; brokenLines: number[] } | { state: 'empty' | 'cut off' | 'unknown' }

/** Names under which a list of conversations stands in an object. */
const listNames = ['conversations', 'conversation', 'data', 'rows', 'records', 'results', 'items']

export function parseExportFile(text: string): ExportFile {
  const trimmed = text.trim()
  if (trimmed === '') return { state: 'empty' }
  const whole = parseJson(trimmed)
  if (whole !== undefined) return fileOf(whole)
  if (trimmed.startsWith('{') && /[\r\n]/.test(trimmed)) return parseLines(trimmed)
  return { state: /^[[{]/.test(trimmed) ? 'cut off' : 'unknown' }
}

/** The letters and digits of a key: names are told apart by nothing else. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '')
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseLines(text: string): ExportFile {
  const records: unknown[] = []
  const brokenLines: number[] = []
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const record = parseJson(line)
    if (record !== undefined) records.push(record)
    else brokenLines.push(index + 1)
  }
  // A broken end is what a dropped connection leaves; a file with no line that can be read is of another kind.
  if (brokenLines.at(-1) === lines.length) return { state: 'cut off' }
  return records.length === 0 ? { state: 'unknown' } : { state: 'read', records, brokenLines }
}

function fileOf(whole: unknown): ExportFile {
  if (Array.isArray(whole)) return { state: 'read', records: whole, brokenLines: [] }
  if (!isObject(whole)) return { state: 'unknown' }
  const entries = Object.entries(whole).map(([key, value]): [string, unknown] => [plainKey(key), value])
  // A file of one line.
  if (entries.some(([key]) => key === 'conversationid')) {
    return { state: 'read', records: [whole], brokenLines: [] }
  }
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  const list = lists.find(([key]) => listNames.includes(key)) ?? (lists.length === 1 ? lists[0] : undefined)
  return list ? { state: 'read', records: list[1], brokenLines: [] } : { state: 'unknown' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
