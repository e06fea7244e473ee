import { join } from 'node:path'
import type { Context } from '../../server/context.ts'
import { dateOrderFinder } from '../../server/import/date-order.ts'
import { uniqueHeaders } from '../../server/import/headers.ts'
import type { ReadLine } from '../../server/import/line-reader.ts'
import { createLineReader } from '../../server/import/line-reader.ts'
import type { DateOrder } from '../../server/import/read-moment.ts'
import { columnsOf } from '../../server/import/row-cells.ts'
import { keyedHash } from '../../server/platform/secrets.ts'
import { ImportFileError, importFolder, readFileRows } from '../../server/store/import-files.ts'
import { readRowKnowledge } from '../../server/store/import-knowledge.ts'
import type { ImportRecord } from '../../server/store/imports.ts'
import { keepSecret, requesterHashKey } from '../../server/store/settings.ts'

export type NumberedLine = ReadLine & { line: number }

/** Where the file of an import lies. */
export function fileOf({ config }: Context, { is_ours, stored_at }: ImportRecord): string {
  return is_ours === 1 ? join(importFolder(config.databaseFile), stored_at) : stored_at
}

/** Every line of a file below its header, read by its mapping. @throws ImportFileError */
export async function* readLines(
  ctx: Context,
  record: ImportRecord,
  signal: AbortSignal,
): AsyncGenerator<NumberedLine, undefined> {
  const { db, config, clock, random } = ctx
  const hashKey = keepSecret(db, requesterHashKey, config.appSecret, () => random.token(32), clock.now())
  const dateOrder = await dateOrderOf(ctx, record, signal)
  const knowledge = readRowKnowledge(db, record, { dateOrder, hash: (text) => keyedHash(hashKey, text) })
  const read = createLineReader(record.kind, knowledge, 0)
  for await (const { line, cells } of rowsBelowHeader(ctx, record, signal)) yield { line, ...read(cells) }
}

/** @throws ImportFileError asking for the order where the file's dates do not tell it */
async function dateOrderOf(
  ctx: Context,
  record: ImportRecord,
  signal: AbortSignal,
): Promise<DateOrder | null> {
  const { kind, mapping, headers } = record
  if (mapping.dateOrder !== 'auto') return mapping.dateOrder
  const finder = dateOrderFinder(kind, columnsOf(mapping, headers))
  for await (const { cells } of rowsBelowHeader(ctx, record, signal)) finder.see(cells)
  const found = finder.found()
  if (found === 'not_needed') return null
  if (found === 'unknown')
    throw new ImportFileError(
      'dates such as 03/04/2026 can be read in two ways; say which comes first with --date-order dmy or mdy',
      'date_order_needed',
    )
  if (found === 'mixed')
    throw new ImportFileError(
      'some dates of the file begin with the day and some with the month; correct the file, or say which is right with --date-order dmy or mdy',
      'date_order_mixed',
    )
  return found
}

async function* rowsBelowHeader(ctx: Context, record: ImportRecord, signal: AbortSignal) {
  let isHeader = true
  for await (const row of readFileRows(fileOf(ctx, record), record)) {
    signal.throwIfAborted()
    if (!isHeader) yield row
    else if (JSON.stringify(uniqueHeaders(row.cells)) !== JSON.stringify(record.headers))
      throw new ImportFileError(
        'the file has other columns than when it was looked at; import it anew',
        'unreadable',
      )
    isHeader = false
  }
}
