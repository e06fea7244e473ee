import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { uniqueHeaders } from '../import/headers.ts'
import type { ImportProblemCode } from '../import/import-kinds.ts'
import type { TextEncoding } from '../import/text-encoding.ts'
import { encodingByStart, textReader } from '../import/text-encoding.ts'

/** Something about a whole file that keeps it from being read. */
export class ImportFileError extends Error {
  override name = 'ImportFileError'
  constructor(
    message: string,
    readonly code: ImportProblemCode,
    readonly line: number | null = null,
  ) {
    super(message)
  }
}

export type FileFacts = { sizeBytes: number; contentHash: string; encoding: TextEncoding }
/** `line`: the line of the file on which the row begins, from 1. */
export type FileRow = { line: number; cells: string[] }

const LONGEST_ROW = 1_000_000
const MOST_COLUMNS = 500

/** Where files wait that were given over the web: beside the database, readable by nobody else. */
export function importFolder(databaseFile: string): string {
  return join(dirname(databaseFile), 'imports')
}

/** Writes what arrives to a new file. @throws ImportFileError, with nothing left behind, for too much or nothing */
export async function receiveFile(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  largestBytes: number,
): Promise<FileFacts> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const out = await open(file, 'wx', 0o600)
  try {
    return await factsOf(pieces, largestBytes, (piece) => out.writeFile(piece))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

/** Size, hash and encoding of a file that is there already. @throws ImportFileError when it cannot be read */
export async function inspectFile(file: string): Promise<FileFacts> {
  try {
    return await factsOf(createReadStream(file), Number.MAX_SAFE_INTEGER, () => Promise.resolve())
  } catch (error) {
    throw error instanceof ImportFileError ? error : unreadable(file, error)
  }
}

export function deleteFile(file: string): void {
  rmSync(file, { force: true })
}

/** Deletes the files of a folder that nobody needs and nobody wrote to of late; returns how many. */
export function deleteLeftFiles(folder: string, needed: ReadonlySet<string>): number {
  if (!existsSync(folder)) return 0
  // A file that is just arriving is needed by nobody yet; files live in real time.
  const hourAgo = Date.now() - 3_600_000
  const left = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !needed.has(entry.name))
    .map(({ name }) => name)
    .filter((name) => statSync(join(folder, name)).mtimeMs < hourAgo)
  for (const name of left) rmSync(join(folder, name), { force: true })
  return left.length
}

/** The rows of a file, its header first; lines without any text are passed over. @throws ImportFileError */
export async function* readFileRows(
  file: string,
  { encoding, delimiter }: { encoding: TextEncoding; delimiter: string },
): AsyncGenerator<FileRow, undefined> {
  const text = Readable.from(withLineFeeds(readFileText(file, encoding)))
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  })
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      const starts = line
      line = info.lines + 1
      if (record.some((cell) => cell.trim() !== '')) yield { line: starts, cells: record }
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenAt(line, error) : error
  } finally {
    text.destroy()
    parser.destroy()
  }
}

/** The headers of a file. @throws ImportFileError where there are none, or more than a table of figures has */
export async function readFileHeaders(
  file: string,
  reading: { encoding: TextEncoding; delimiter: string },
): Promise<string[]> {
  for await (const { cells } of readFileRows(file, reading)) {
    if (cells.length <= MOST_COLUMNS) return uniqueHeaders(cells)
    throw new ImportFileError(
      `the file has ${cells.length} columns, and no more than ${MOST_COLUMNS} can be read; delete those that are not needed`,
      'too_many_columns',
      cells.length,
    )
  }
  throw new ImportFileError('the file holds no rows; choose another', 'empty')
}

/** The text of a file, piece by piece. @throws ImportFileError when it cannot be read */
export async function* readFileText(file: string, encoding: TextEncoding): AsyncGenerator<string, undefined> {
  const reader = textReader(encoding)
  const pieces: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 262_144 })
  try {
    for await (const piece of pieces) {
      const text = reader.read(piece)
      if (text !== '') yield text
    }
  } catch (error) {
    throw unreadable(file, error)
  }
  const rest = reader.end()
  if (rest !== '') yield rest
}

/** Every end of a line as one line feed: the parser then counts lines as an editor does. */
async function* withLineFeeds(text: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let held = ''
  for await (const piece of text) {
    const whole = held + piece
    held = whole.endsWith('\r') ? '\r' : ''
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

async function factsOf(
  pieces: AsyncIterable<Uint8Array>,
  largestBytes: number,
  keep: (piece: Uint8Array) => Promise<void>,
): Promise<FileFacts> {
  const hash = createHash('sha256')
  const strict = new TextDecoder('utf-8', { fatal: true })
  let sizeBytes = 0
  let isUtf8 = true
  let byStart: TextEncoding | null = null
  for await (const piece of pieces) {
    if (sizeBytes === 0) byStart = encodingByStart(piece)
    sizeBytes += piece.length
    if (sizeBytes > largestBytes)
      throw new ImportFileError(
        `the file is larger than ${Math.floor(largestBytes / 1_048_576)} MB`,
        'too_large',
      )
    hash.update(piece)
    isUtf8 &&= reads(strict, piece)
    await keep(piece)
  }
  if (sizeBytes === 0) throw new ImportFileError('the file is empty; choose another', 'empty')
  isUtf8 &&= reads(strict, null)
  return { sizeBytes, contentHash: hash.digest('hex'), encoding: byStart ?? (isUtf8 ? 'utf-8' : 'cp949') }
}

function reads(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | null): boolean {
  try {
    if (piece) decoder.decode(piece, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}

function brokenAt(line: number, { code }: CsvError): ImportFileError {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new ImportFileError(
      `the quote that opens in the row of line ${line} is never closed, so everything after it would be one cell; correct that row`,
      'quote_open',
      line,
    )
  return new ImportFileError(
    `the row of line ${line} cannot be read (${code}); correct that row`,
    'row_too_long',
    line,
  )
}

function unreadable(file: string, error: unknown): ImportFileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return new ImportFileError(
    `the file ${file} cannot be read (${code}); check its name and who may read it`,
    'unreadable',
  )
}
