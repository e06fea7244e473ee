import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { Response } from 'express'
import { writeXlsxStream } from 'hucre/xlsx'
import type { ConversationRow } from '../../contract-conversations.ts'
import { neutralText } from '../../text/csv-line.ts'
import type { ExportCell, ExportColumn } from './export-columns.ts'

/** Without it Excel reads Korean as something else. */
const BYTE_ORDER_MARK = '\ufeff'

export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type FileType = keyof typeof fileTypes

export type ExportFile = {
  type: FileType
  /** With its ending. */
  name: string
  /** Of the sheet. */
  title: string
  columns: readonly ExportColumn[]
}

/**
 * Sends rows as a file, as fast as they are read at the other side and no faster: nothing is kept. Ends at once when
 * whoever asked has left.
 */
export async function sendFile(
  response: Response,
  file: ExportFile,
  chunks: Iterable<readonly ConversationRow[]>,
): Promise<void> {
  response.status(200).type(fileTypes[file.type]).attachment(file.name).set('Cache-Control', 'no-store')
  // `attachment` chooses a type by the name's ending, without the letters' encoding.
  response.set('Content-Type', fileTypes[file.type])
  const source = file.type === 'csv' ? Readable.from(csvChunks(file, chunks)) : xlsxBytes(file, chunks)
  try {
    await pipeline(source, response)
  } catch (error) {
    // A reader who leaves ends the file; anything else does too, but is a fault of ours.
    if (!hasLeft(error)) throw error
  }
}

async function* csvChunks(
  { columns }: ExportFile,
  chunks: Iterable<readonly ConversationRow[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvText([columns.map(({ heading }) => heading)])
  for await (const rows of unhurried(chunks)) yield csvText(rows.map((row) => cellsOf(columns, row)))
}

function csvText(lines: readonly (readonly ExportCell[])[]): string {
  return stringify(
    lines.map((cells) => [...cells]),
    { record_delimiter: '\r\n' },
  )
}

function xlsxBytes({ title, columns }: ExportFile, chunks: Iterable<readonly ConversationRow[]>): Readable {
  async function* rows() {
    yield columns.map(({ heading }) => heading)
    for await (const chunk of unhurried(chunks)) for (const row of chunk) yield cellsOf(columns, row)
  }
  const bytes = writeXlsxStream(rows(), {
    name: title,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(bytes as ReadableStream)
}

/** Lets other requests have their turn between two chunks. */
async function* unhurried<Rows>(chunks: Iterable<Rows>): AsyncGenerator<Rows> {
  for (const chunk of chunks) {
    yield chunk
    await setImmediate()
  }
}

function cellsOf(columns: readonly ExportColumn[], row: ConversationRow): ExportCell[] {
  return columns.map(({ cell }) => {
    const value = cell(row)
    return typeof value === 'string' ? neutralText(value) : value
  })
}

function hasLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
